#include "review/ratings_file.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "language/table_file.h"
#include "review/rating_rows.h"

namespace attune::review {
namespace {

using base::Code;
using base::Result;

/// Numbers names in the order in which they come.
class Register {
 public:
  std::size_t number(const std::string& name) {
    const auto [at, is_new] = numbers_.emplace(name, names_.size());
    if (is_new) names_.push_back(name);
    return at->second;
  }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  std::unordered_map<std::string, std::size_t> numbers_;
  std::vector<std::string> names_;
};

struct Cell {
  std::size_t item = 0, rater = 0;
  double value = 0;
};

std::optional<double> number(const std::string& text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value);
  const bool whole = error == std::errc() && at == end && std::isfinite(value);
  return whole ? std::optional(value) : std::nullopt;
}

/// Collects rows of a file that are analyzed together.
class Collector {
 public:
  Collector(stats::Level level, const std::string& absent) : level_(level), absent_(absent) {}

  Result<void> take(const RatingRow& row) {
    if (row.item.empty() || row.rater.empty())
      return refuse(row, "the item or the rater is missing; give both in every row");
    const Cell at{items_.number(row.item), raters_.number(row.rater), 0};
    if (auto placed = place(row, at.item); !placed) return placed;
    if (row.value.empty() || row.value == absent_) return {};
    if (!rated_.insert({at.item, at.rater}).second)
      return refuse(row, "this rater has rated this item before; keep one rating of each");
    const auto value = value_of(row.value);
    if (!value)
      return refuse(row, "the value is no number; use numbers, or --level nominal for names");
    cells_.push_back({at.item, at.rater, *value});
    return {};
  }

  [[nodiscard]] bool is_enough() const {
    return raters_.names().size() >= 2 && items_.names().size() >= 2;
  }

  RatingsFile finish() && {
    RatingsFile out;
    const std::size_t items = items_.names().size(), raters = raters_.names().size();
    out.ratings = {items, raters, std::vector<double>(items * raters, std::nan(""))};
    const std::vector<double> places = label_places();
    for (const Cell& cell : cells_) {
      const bool named = level_ == stats::Level::nominal;
      out.ratings.values[cell.item * raters + cell.rater] =
          named ? places[static_cast<std::size_t>(cell.value)] : cell.value;
    }
    out.raters = raters_.names();
    out.labels = labels_.names();
    std::ranges::sort(out.labels);
    if (!groups_.empty())
      for (const auto& [item, group] : groups_) out.groups.push_back(group);
    return out;
  }

 private:
  Result<void> place(const RatingRow& row, std::size_t item) {
    if (row.conversation.empty()) return {};
    const int group = static_cast<int>(conversations_.number(row.conversation));
    if (groups_.emplace(item, group).first->second != group)
      return refuse(row, "the item stands in another conversation before; give it one");
    return {};
  }

  std::optional<double> value_of(const std::string& text) {
    if (level_ != stats::Level::nominal) return number(text);
    return static_cast<double>(labels_.number(text));
  }

  /// Labels by their order in the alphabet, so that the order of rows moves nothing.
  [[nodiscard]] std::vector<double> label_places() const {
    const std::set<std::string> sorted(labels_.names().begin(), labels_.names().end());
    std::vector<double> places;
    for (const std::string& label : labels_.names())
      places.push_back(static_cast<double>(std::distance(sorted.begin(), sorted.find(label))));
    return places;
  }

  [[nodiscard]] static tl::unexpected<base::Error> refuse(const RatingRow& row,
                                                          const std::string& why) {
    return base::fail(Code::invalid, row.place + ": " + why);
  }

  const stats::Level level_;
  const std::string& absent_;
  Register items_, raters_, labels_, conversations_;
  std::map<std::size_t, int> groups_;  ///< by item
  std::set<std::pair<std::size_t, std::size_t>> rated_;
  std::vector<Cell> cells_;
};

Result<std::vector<RatingRow>> rows_of(const std::filesystem::path& file) {
  const auto text = language::read_file(file);
  if (!text) return tl::unexpected(text.error());
  if (is_json_lines(*text)) return rows_of_json_lines(*text);
  const auto table = language::Table::read_csv(file);
  if (!table) return tl::unexpected(table.error());
  std::vector<RatingRow> rows;
  for (std::size_t i = 0; i < table->size(); ++i)
    rows.push_back({"row " + std::to_string(i + 2), table->at(i, "item"), table->at(i, "rater"),
                    table->at(i, "value"), table->at(i, "conversation"), ""});
  return rows;
}

/// The rows together, or those of one criterion.
Result<RatingsFile> collect(const std::vector<RatingRow>& rows, stats::Level level,
                            const std::string& absent, const std::string& criterion) {
  Collector collector(level, absent);
  for (RatingRow row : rows) {
    if (!criterion.empty() && row.criterion != criterion) continue;
    if (criterion.empty() && !row.criterion.empty()) row.item += "/" + row.criterion;
    if (auto taken = collector.take(row); !taken) return tl::unexpected(taken.error());
  }
  if (!collector.is_enough())
    return base::fail(Code::invalid,
                      (criterion.empty() ? "" : criterion + ": ") +
                          "agreement needs two raters and two items at least; name them in the "
                          "columns item and rater, or in \"ratings\" of each line");
  RatingsFile ratings = std::move(collector).finish();
  ratings.criterion = criterion;
  return ratings;
}

}  // namespace

Result<std::vector<RatingsFile>> read_ratings(const std::filesystem::path& file, stats::Level level,
                                              const std::string& absent) {
  const auto rows = rows_of(file);
  if (!rows) return tl::unexpected(base::wrap(file.string(), rows.error()));
  Register criteria;
  for (const RatingRow& row : *rows)
    if (!row.criterion.empty()) criteria.number(row.criterion);
  std::vector<std::string> parts = criteria.names();
  parts.emplace_back();  // all of them
  std::vector<RatingsFile> all;
  for (const std::string& criterion : parts) {
    auto one = collect(*rows, level, absent, criterion);
    if (!one) return tl::unexpected(base::wrap(file.string(), one.error()));
    all.push_back(*std::move(one));
  }
  return all;
}

}  // namespace attune::review
