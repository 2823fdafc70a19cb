#pragma once

#include <optional>
#include <string>
#include <vector>

#include "review/ratings_file.h"
#include "stats/compare.h"

namespace attune::review {

/// One statistic, or why there is none.
struct Finding {
  std::string name;  ///< as in JSON: "fleiss_kappa"
  stats::Estimate estimate;
  std::string missing;  ///< why it has no value; "" when it has one
};

/// Every statistic of agreement that fits a set of ratings.
struct AgreementReport {
  std::string criterion;  ///< of the file; "" where it has one only, or for all together
  stats::Level level = stats::Level::nominal;
  std::size_t items = 0, raters = 0, ratings = 0, missing = 0, conversations = 0;
  std::vector<Finding> findings;
  std::optional<stats::BlandAltman> differences;  ///< interval level, two raters
};

/// Intervals are drawn over conversations where the file names them, else over items.
[[nodiscard]] AgreementReport agreement(const RatingsFile& file, stats::Level level);

/// A table for people, with a plain word on how to read it.
[[nodiscard]] std::string to_text(const AgreementReport& report);
/// docs/formats/agreement.md
[[nodiscard]] std::string to_json(const AgreementReport& report);

/// One after the other, as `read_ratings` gives them; a single one as above.
[[nodiscard]] std::string to_text(const std::vector<AgreementReport>& reports);
[[nodiscard]] std::string to_json(const std::vector<AgreementReport>& reports);

[[nodiscard]] std::string_view name(stats::Level level);

}  // namespace attune::review
