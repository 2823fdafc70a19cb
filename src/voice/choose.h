#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "voice/acts.h"
#include "voice/script.h"

namespace attune::voice {

/// Which lines may be said. Empty fields bind nothing.
struct Want {
  std::string_view intent;
  std::string_view layer{}, cue{}, topic{}, trap{};
  enum class Hint { any, first, again } hint = Hint::any;
  std::size_t most_words = 60;
  std::string_view asks{};  ///< the sort of question; "" for lines that reply to any
};

/// Chooses among lines for one client turn: fitting, unused, near to what was said, and by chance
/// among those about as good. Remembers what it gave, so nothing comes twice.
class Chooser {
 public:
  /// All must outlive the chooser. `about` is what the supporter said.
  Chooser(const Script& script, const Brief& brief, const Past& past, const TurnActs& heard);

  /// The best line, or null. `prior` is added where several wants compete in `best_of`.
  const Part* best(const Want& want);

  struct Offer {
    Want want;
    double prior = 0;
    double related_floor = 0;  ///< lines farther than this from what was said stay out
  };
  const Part* best_of(const std::vector<Offer>& offers);

  /// A line said before, when all of its kind were used: the one longest ago, at least `turns` ago.
  const Part* again(const Want& want, int turns = 6);

  /// How near a line is to what was said, [0, 1].
  [[nodiscard]] double related(const Part& part) const;

  /// Lines from now on are chosen for their nearness to these words.
  void talk_about(std::string_view words);

  [[nodiscard]] double draw(std::string_view purpose) const;
  [[nodiscard]] bool may_say(const Part& part) const;
  [[nodiscard]] std::size_t left(const Want& want) const;

 private:
  [[nodiscard]] bool matches(const Part& part, const Want& want) const;
  [[nodiscard]] bool is_open(const client::Line& line) const;
  [[nodiscard]] double score(const Part& part, double nearness) const;

  const Script& script_;
  const Brief& brief_;
  const Past& past_;
  const TurnActs& heard_;
  client::Band band_;
  language::Sense about_, before_;
  std::vector<const Part*> given_;
};

/// The state in one word, as lines name it.
[[nodiscard]] client::Band band(const conversation::State& state);

}  // namespace attune::voice
