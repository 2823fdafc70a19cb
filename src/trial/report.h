#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "review/book.h"
#include "stats/compare.h"
#include "trial/register.h"

/// What a study says, from the register and the blinded ratings, by the plan that was fixed before.
namespace attune::trial {

struct Source {
  const Trial& trial;
  const review::Book& book;
  const std::map<std::string, review::Instrument>& instruments;
  std::function<bool(const std::string& session)>
      counts;  ///< false for a talk that is gone or whose research consent was taken back
  base::Instant now{};
  bool simulated = false;  ///< a rehearsal
};

struct Spread {
  std::size_t n = 0;
  double mean = 0, deviation = 0;  ///< NaN where there is nothing to take them of
};

/// How many came how far, after CONSORT (Schulz, Altman, Moher 2010).
struct ArmFlow {
  std::string title;
  int allocated = 0;
  int began = 0;     ///< a first talk
  int held = 0;      ///< all talks
  int withdrew = 0;  ///< after the arm was drawn
  int answered = 0;  ///< the questionnaires after the talks
  int analyzed = 0;  ///< in the primary outcome
};
struct Flow {
  int enrolled = 0, silent = 0, refused = 0, consented = 0;
  int left = 0;     ///< withdrew before an arm was drawn
  int waiting = 0;  ///< agreed, and have not come to an arm yet
  int allocated = 0;
  std::vector<ArmFlow> arms;  ///< empty while arms are closed to view
};

/// What was asked before the talks, by arm; one column for all while arms are closed to view.
struct BaselineRow {
  std::string title;
  std::vector<Spread> by_arm;
};

/// One outcome by its pre-set test.
struct Finding {
  Outcome outcome;
  std::string first_title, second_title;  ///< of the conditions
  std::vector<double> first, second;      ///< one value a person; paired ones in the same order
  Spread of_first, of_second;
  int missing = 0;             ///< people with an arm of it and no value
  stats::Estimate difference;  ///< of means, first less second, in points
  stats::Comparison test;
  double p = 0;                  ///< of secondary outcomes: by Holm
  std::string conclusion, gaps;  ///< in plain words
};

/// How alike the raters judged: Krippendorff's alpha of the primary score, interval level.
struct RaterAgreement {
  std::size_t talks = 0, raters = 0, ratings = 0;
  int short_of = 0;  ///< talks with fewer raters than planned
  stats::Estimate alpha;
};

struct Report {
  Plan plan;
  std::vector<Edition> editions;
  std::optional<base::Instant> frozen, closed;
  base::Instant made{};
  std::uint64_t salt = 0;  ///< told once the arms are open to view
  bool simulated = false;
  bool open = false;  ///< arms and outcomes are shown
  Needed needed;
  Flow flow;
  std::vector<std::string> arms;  ///< columns of `baseline`
  std::vector<BaselineRow> baseline;
  std::vector<Finding> findings;  ///< the primary one first; none while not `open`
  std::optional<RaterAgreement> agreement;
};

/// Outcomes are shown once the study is closed, or where the plan is open to view, or rehearsed.
[[nodiscard]] Report report(const Source& source);

/// For a terminal; ends in a line end.
[[nodiscard]] std::string to_text(const Report& report);
/// docs/formats/trial.md
[[nodiscard]] std::string to_json(const Report& report);
/// One self-contained page: no script, no outside resource.
[[nodiscard]] std::string to_html(const Report& report);

// Words that all three share.
[[nodiscard]] std::string conclusion(const Report& report, const Finding& finding);
[[nodiscard]] std::string gaps(const Finding& finding);
[[nodiscard]] std::vector<std::string> standing(const Report& report);  ///< what kind of report
[[nodiscard]] std::string sample_words(const Report& report);
[[nodiscard]] std::string rater_words(const Report& report);  ///< of one with `agreement`
[[nodiscard]] std::string cannot_show();
[[nodiscard]] std::string effect_name(Test test);
[[nodiscard]] std::string test_name(Test test);
[[nodiscard]] std::string shown(double value);                     ///< "0.41", "−0.10", "–"
[[nodiscard]] std::string shown(const stats::Estimate& estimate);  ///< "0.41 [−0.10, 0.92]"
[[nodiscard]] std::string shown_p(double p);                       ///< "0.012", "< 0.001", "–"
[[nodiscard]] std::string shown_day(base::Instant at);             ///< "2026-11-22"

/// Rows of words under their columns, for text and page alike.
struct Table {
  std::string title;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
  std::string note;
};
[[nodiscard]] Table flow_table(const Report& report);
[[nodiscard]] Table baseline_table(const Report& report);
[[nodiscard]] Table outcome_table(const Report& report);
[[nodiscard]] Table effect_table(const Report& report);

}  // namespace attune::trial
