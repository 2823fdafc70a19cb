#pragma once

#include <string>
#include <vector>

#include "study/demo_report.h"

/// How the figures of the worked example are written: the same words on every kind of report.
namespace attune::study {

/// "12.3 %" of a share, "−8.6 points" of a gap between shares, "3.41" of an item.
[[nodiscard]] std::string in_words(const PlantedFigure& figure, double value);
/// "[8.4, 12.0]" in the same unit, or "" without one.
[[nodiscard]] std::string interval_in_words(const Recovered& figure);
/// "peers", "peers less experts"
[[nodiscard]] std::string column_in_words(const std::string& column);
/// "yes", "no", or why there is no interval.
[[nodiscard]] std::string covered_in_words(const Recovered& figure);

/// Who took part in what, in two sentences.
[[nodiscard]] std::string flow(const DemoReport& report);

[[nodiscard]] std::vector<std::string> conclusions(const DemoReport& report);

}  // namespace attune::study
