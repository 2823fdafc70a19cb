#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "review/book.h"
#include "review/program.h"

/// All that anybody says of the same thing, laid side by side: what the map and the trust in scores
/// rest on (docs/models/trust.md).
namespace attune::review {

enum class Column : std::uint8_t { self, peer, expert, lived_experience, program };
inline constexpr std::size_t kColumns = 5;
[[nodiscard]] std::string_view name(Column column);
[[nodiscard]] std::optional<Column> column(std::string_view name);
/// Models and rules that rate have none.
[[nodiscard]] std::optional<Column> column(RaterKind kind);

/// An item or a code of an instrument: one of the two is there.
struct Measure {
  const Instrument* instrument = nullptr;
  const Item* item = nullptr;
  const Code* code = nullptr;
  std::vector<std::size_t> scores;  ///< of `program_scores`, that speak of it

  [[nodiscard]] std::string id() const;  ///< "critique.missed_cue"
  [[nodiscard]] const std::string& what() const { return item != nullptr ? item->id : code->id; }
  [[nodiscard]] const std::string& title() const {
    return item != nullptr ? item->ask : code->title;
  }
};

/// What one rater says: an item's answer, or 1 where a code was marked and else 0.
struct Opinion {
  const Rating* by = nullptr;
  Column column = Column::peer;
  double value = 0;
  int severity = 0;       ///< of a mark; 0: none
  std::string_view text;  ///< the rater's words, where the code needs them
};

/// One thing judged: a talk, or a reply in it, under one measure.
struct Place {
  std::optional<conversation::TurnNumber> turn;
  std::vector<Opinion> opinions;
  std::optional<double> self, program;
  const Settled* settled = nullptr;  ///< the last word, if there was one

  /// The mean of a column's opinions; nothing where it has none.
  [[nodiscard]] std::optional<double> of(Column column) const;

  /// Experts have not settled it and no majority of them is of one mind: on a code the same, on a
  /// scale within one step. Or they talked it over and still differ. Our choice.
  [[nodiscard]] bool experts_differ(const Measure& measure) const;

  /// What experts hold right: what they settled on, else the mean of their answers, of a code what
  /// most of them say. Nothing where none spoke or they differ.
  [[nodiscard]] std::optional<double> truth(const Measure& measure) const;
};

/// A talk that somebody rated.
struct RatedTalk {
  std::string id;
  const Beneath* beneath = nullptr;  ///< null where there is none: imported talks
  std::optional<ProgramTalk> program;
  std::vector<conversation::TurnNumber> replies;

  struct Given {
    const Rating* rating = nullptr;
    Column column = Column::peer;
    std::vector<const Instrument*> asked;  ///< a code of them that was not marked is a "no"
  };
  std::vector<Given> ratings;
  std::vector<const Settled*> settled;
};

/// A review to look at: simulated talks and ratings, with what lies beneath the talks.
struct Example {
  Book book;
  std::map<std::string, Beneath> beneath;
};

/// Book, instruments and what lies beneath the talks, all of which must outlive it.
class Evidence {
 public:
  Evidence(const Book& book, const std::map<std::string, Instrument>& instruments,
           const std::map<std::string, Beneath>& beneath);

  [[nodiscard]] const Book& book() const { return book_; }
  [[nodiscard]] const std::vector<RatedTalk>& talks() const { return talks_; }

  /// Items and codes of every instrument that somebody filled in, items first.
  [[nodiscard]] const std::vector<Measure>& measures() const { return measures_; }
  [[nodiscard]] const Measure* measure(std::string_view id) const;

  /// Where the talk was judged by that measure, in the order of turns. The program speaks there
  /// with the recalibration in use, from a part of its talks that this one is not in.
  [[nodiscard]] std::vector<Place> places(const RatedTalk& talk, const Measure& measure) const;

  /// What the score says there; `raw`: without recalibration.
  enum class As { in_use, raw };
  [[nodiscard]] std::optional<double> program(const RatedTalk& talk, std::size_t score,
                                              std::optional<conversation::TurnNumber> turn,
                                              As as = As::in_use) const;

 private:
  void take_talks(const std::map<std::string, Instrument>& instruments,
                  const std::map<std::string, Beneath>& beneath);
  void take_measures(const std::map<std::string, Instrument>& instruments);
  void judge(Place& place, const RatedTalk& talk, const Measure& measure) const;

  const Book& book_;
  std::vector<RatedTalk> talks_;
  std::vector<Measure> measures_;
  std::vector<const Recalibrated*> in_use_;  ///< by score; null: as the program says it
};

}  // namespace attune::review
