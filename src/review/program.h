#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "review/beneath.h"

/// What the program says of a reply or a talk, put beside what experts say of the same
/// (docs/models/trust.md).
namespace attune::review {

/// A score of the program's, and which judgment of experts it is held against.
struct ProgramScore {
  enum class Kind : std::uint8_t {
    remark,   ///< a nudge: said of a reply, or not
    concern,  ///< probability that an expert finds fault with a reply, [0, 1]
    empathy,  ///< level of a mechanism in a reply, 0 to 2
    quality   ///< of a whole talk, 1 to 5
  };
  std::string id, title;  ///< id as in `Beneath::scores`; "quality.understood" of whole talks
  Kind kind = Kind::remark;
  std::string instrument;         ///< that experts fill in
  std::vector<std::string> what;  ///< its codes, any of which counts, or its one item; may be none
  bool of_safety = false;         ///< a remark that may come at any time

  [[nodiscard]] bool is_of_codes() const { return kind == Kind::remark || kind == Kind::concern; }
};

/// All of them, in the order in which they are shown.
[[nodiscard]] const std::vector<ProgramScore>& program_scores();
/// Place of a score among them, or nothing.
[[nodiscard]] std::optional<std::size_t> program_score(std::string_view id);

/// What the program says of one talk. Scores are named by their place in `program_scores`.
class ProgramTalk {
 public:
  explicit ProgramTalk(const Beneath& beneath);

  /// Of a reply, or of the whole talk where `turn` is nothing; nothing where it says nothing.
  ///
  /// A remark gives 1 or 0, and nothing where it could not have come: remarks are sparing, so that
  /// silence often means that another was made just before (docs/formats/nudges.md).
  [[nodiscard]] std::optional<double> value(std::size_t score,
                                            std::optional<conversation::TurnNumber> turn) const;

  /// The supporter's replies.
  [[nodiscard]] const std::vector<conversation::TurnNumber>& turns() const { return turns_; }

 private:
  void take(std::size_t row, const std::map<std::string, double>& scores);
  void take_remarks(bool could_come);

  std::vector<conversation::TurnNumber> turns_;  ///< rising
  std::vector<double> values_;                   ///< turns x scores, NaN for nothing
  std::vector<double> whole_;                    ///< by score
};

}  // namespace attune::review
