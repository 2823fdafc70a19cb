#include "study/follow.h"

#include "language/fit.h"
#include "language/reader.h"

namespace attune::study {

using client::Heard;
using conversation::Speaker;
using conversation::Turn;

Heard hear(const Ear& ear, std::span<const Turn> talk, std::size_t at,
           conversation::TurnNumber number) {
  const std::span<const Turn> before = talk.first(at);
  return {number, talk[at].text, ear.reader.read(talk[at], before),
          language::fit(talk[at], before, ear.meaning)};
}

std::vector<Heard> hear(const Ear& ear, std::span<const Turn> talk) {
  std::vector<Heard> hearing;
  for (std::size_t i = 0; i < talk.size(); ++i)
    if (talk[i].speaker == Speaker::supporter)
      hearing.push_back(hear(ear, talk, i, static_cast<int>(hearing.size()) + 1));
  return hearing;
}

std::vector<conversation::State> follow(const client::Mind& mind, const client::Case& person,
                                        std::span<const Heard> hearing) {
  std::vector<conversation::State> states;
  client::Standing standing = client::begin(person);
  for (const Heard& heard : hearing) {
    standing = client::fold(std::move(standing), {0, {}, mind.follow(standing, heard)});
    states.push_back(standing.state);
  }
  return states;
}

}  // namespace attune::study
