#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "conversation/preferences.h"
#include "review/instrument.h"

/// A study with people, fixed in a file before there is data: docs/formats/trial.md.
namespace attune::trial {

/// One of the ways of practicing that are compared.
struct Condition {
  std::string id;
  std::string title;  ///< goes on after "talks ...": "with ideas on every turn"
  conversation::HelpWish help = conversation::HelpWish::on_request;
};

struct Talk {
  std::string client, condition;  ///< ids
};

/// What one person goes through: their talks, in this order.
struct Arm {
  std::string id, title;
  std::vector<Talk> talks;

  [[nodiscard]] bool holds(std::string_view condition) const;
};

/// What an outcome is made of, one number a person.
enum class Measure {
  ratings,  ///< by blinded raters: mean over raters, then over the person's talks of a condition
  after,    ///< of a questionnaire after the talks
  change    ///< the same less what it was before them
};
[[nodiscard]] std::string_view name(Measure measure);

enum class Test { welch_t, mann_whitney, paired_t, wilcoxon };
[[nodiscard]] std::string_view name(Test test);
[[nodiscard]] bool is_paired(Test test);  ///< each person is held against themself

struct Outcome {
  std::string id, title;
  Measure measure = Measure::ratings;
  std::string instrument, score;  ///< a subscale, ratio or item of it
  std::string first, second;      ///< conditions; the difference is first less second
  Test test = Test::welch_t;
};

struct Randomization {
  std::vector<int> blocks;  ///< sizes, each drawn with equal chance; multiples of the arms
  std::uint64_t seed = 0;
  bool by_group = false;  ///< a list of its own for each group of participants
};

/// How many people it takes.
struct Sample {
  double smallest = 0.5;  ///< standardized difference worth finding
  double power = 0.8;     ///< chance to find one as large
  double alpha = 0.05;    ///< chance to find one where there is none
  int people = 0;         ///< to be enrolled
};

struct Plan {
  std::string id, title, question;
  int edition = 1;
  std::string changes;  ///< what differs from the edition before, and why; "" in the first
  std::vector<Condition> conditions;
  std::vector<Arm> arms;
  Randomization randomization;
  std::string consent;                     ///< what a participant reads and agrees to
  std::vector<std::string> before, after;  ///< questionnaires: instruments whose target is a study
  std::vector<std::string> rated_with;     ///< instruments of the blinded raters
  int raters = 2;                          ///< of each talk
  Outcome primary;
  std::vector<Outcome> secondary;  ///< corrected for being many (Holm)
  Sample sample;
  std::string analysis;     ///< whom it counts, what becomes of gaps: in words, before data
  bool open_label = false;  ///< leaders may see counts by arm before the end

  [[nodiscard]] const Condition& condition(std::string_view id) const;  ///< one that there is
  [[nodiscard]] const Arm& arm(std::string_view id) const;
  [[nodiscard]] std::vector<const Outcome*> outcomes() const;  ///< the primary one first
};

/// What a plan may name.
struct Known {
  const std::map<std::string, review::Instrument>& instruments;
  std::set<std::string> clients;  ///< ids
};

/// Reads a plan strictly; errors name file, line, column and what mends it. `file` stands for the
/// text in them. With `known`, everything that it names must be there: without, it is a plan taken
/// before, whose instruments may have gone.
[[nodiscard]] base::Result<Plan> parse_plan(std::string_view text, const std::string& file,
                                            const Known* known = nullptr);

/// SHA-256 of the text in 64 hex digits, as `sha256sum` prints it.
[[nodiscard]] std::string fingerprint(std::string_view text);

/// How many people the primary outcome takes, by the planner of stats: in all, and those that the
/// test rests on.
struct Needed {
  int compared = 0;  ///< in each of the two conditions, or pairs
  int people = 0;    ///< in all arms
};
[[nodiscard]] Needed needed(const Plan& plan);

/// What a reader of the plan would ask about: too few people, one rater, a condition that always
/// comes first or always with the same client. Not errors.
[[nodiscard]] std::vector<std::string> doubts(const Plan& plan);

}  // namespace attune::trial
