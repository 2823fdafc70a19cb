#include "voice/risk_topics.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <unordered_map>

#include "language/word_table.h"

namespace attune::voice {
namespace {

// In plain words. Questions say it in many ways, but each topic's phrasings say it outright at
// times: at least so many, and one in so many. Our choice, by reading which topics it finds.
constexpr std::array<std::string_view, 19> kOutright = {" suicide ",
                                                        " suicidal ",
                                                        " kill yourself ",
                                                        " killing yourself ",
                                                        " end your life ",
                                                        " ending your life ",
                                                        " end it all ",
                                                        " ending it all ",
                                                        " your own life ",
                                                        " do away with yourself ",
                                                        " want to die ",
                                                        " wanting to die ",
                                                        " about dying ",
                                                        " want to be dead ",
                                                        " not want to be alive ",
                                                        " not wake ",
                                                        " not waking ",
                                                        " had not woken ",
                                                        " wish you were dead "};
constexpr std::size_t kFewest = 2, kOneIn = 8;
constexpr std::size_t kKnown = 2;  // phrasings of theirs that a word stands in, and half of all

bool says_outright(const Sentence& sentence) {
  static constexpr auto kOneOfThem =
      std::to_array<std::string_view>({"suicide", "suicidal", "yourself", "life", "all", "die",
                                       "dying", "dead", "alive", "wake", "waking", "woken"});
  static const language::WordTable kTable(kOneOfThem);  // most sentences hold none
  if (std::ranges::none_of(sentence.words,
                           [](const std::string& word) { return kTable.contains(word); }))
    return false;
  const std::string padded = " " + sentence.text + " ";
  return std::ranges::any_of(
      kOutright, [&](std::string_view words) { return padded.find(words) != padded.npos; });
}

/// Of a text whose words are set apart by single spaces.
template <class Take>
void each_word(std::string_view text, const Take& take) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    take(text.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace

RiskTopics::RiskTopics(const client::Case& person, const PlainCase& plain_case) {
  struct Count {
    std::size_t theirs = 0, all = 0;
  };
  std::unordered_map<std::string_view, Count> counts;
  std::span<const Sentence> left = plain_case.asked;
  for (const client::Topic& topic : person.topics) {
    const auto phrasings = left.first(topic.asked.size());
    left = left.subspan(phrasings.size());
    const auto outright = static_cast<std::size_t>(std::ranges::count_if(phrasings, says_outright));
    const bool theirs = (!topic.layer.empty() && topic.layer == person.risk.layer) ||
                        (outright >= kFewest && kOneIn * outright >= phrasings.size());
    if (theirs) topics_.insert(&topic);
    for (const Sentence& sentence : phrasings)
      each_word(sentence.core, [&](std::string_view word) {
        Count& count = counts[word];
        ++count.all;
        if (theirs) ++count.theirs;
      });
  }
  for (const auto& [word, count] : counts)
    if (count.theirs >= kKnown && 2 * count.theirs >= count.all) words_.emplace(word);
}

bool RiskTopics::are_named(const Sentence& sentence) const {
  bool named = false;
  each_word(sentence.core,
            [&](std::string_view word) { named = named || words_.contains(std::string(word)); });
  return named;
}

}  // namespace attune::voice
