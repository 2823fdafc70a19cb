#pragma once

#include <map>
#include <string>
#include <vector>

#include "review/map.h"
#include "study/demo.h"

/// What the misalignment map finds again of what the worked example planted.
namespace attune::study {

/// A planted figure beside what the map says of it.
struct Recovered {
  PlantedFigure planted;
  std::string title;  ///< of the row, in words
  review::Figure found;
  bool called = false;   ///< a gap that the map says holds, after its correction for many
  bool covered = false;  ///< the interval holds the planted value; false without an interval

  [[nodiscard]] bool is_gap() const;
  /// Planted as the same on both sides, to two decimals.
  [[nodiscard]] bool is_planted_equal() const;
  [[nodiscard]] bool has_interval() const;
};

struct DemoReport {
  DemoOptions options;
  std::size_t replies = 0, cues = 0, missed = 0, ratings = 0;
  struct Who {
    std::string name, habit;
    int talks = 0, replies = 0;
    int lapses = 0;  ///< replies of the habit
    int passed = 0;  ///< replies that passed a cue
  };
  std::vector<Who> supporters;
  std::vector<Recovered> figures;        ///< in the order of `Demo::planted`
  std::size_t covered = 0, of = 0;       ///< of figures that have an interval
  std::vector<std::string> conclusions;  ///< plain sentences
};

[[nodiscard]] DemoReport demo_report(const Demo& demo,
                                     const std::map<std::string, review::Instrument>& instruments);

/// What this is and what it is not: on every page that shows the example.
[[nodiscard]] const std::vector<std::string>& demo_about();

/// For a terminal; as JSON (docs/study-demo.md); and as one self-contained page without script,
/// light or dark as its reader has it, on which every plot has a table.
[[nodiscard]] std::string to_text(const DemoReport& report);
[[nodiscard]] std::string to_json(const DemoReport& report);
[[nodiscard]] std::string to_html(const DemoReport& report);

}  // namespace attune::study
