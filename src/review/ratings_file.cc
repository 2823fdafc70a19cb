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

/// Collects the rows of a file.
class Collector {
 public:
  Collector(const std::filesystem::path& file, stats::Level level) : file_(file), level_(level) {}

  Result<void> take(const language::Table& table) {
    for (std::size_t row = 0; row < table.size(); ++row)
      if (auto taken = take(table, row); !taken) return taken;
    if (raters_.names().size() < 2 || items_.names().size() < 2)
      return base::fail(Code::invalid, file_.string() +
                                           ": agreement needs two raters and two items at least; "
                                           "name them in the columns item and rater");
    return {};
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
  Result<void> take(const language::Table& table, std::size_t row) {
    const std::string &item = table.at(row, "item"), &rater = table.at(row, "rater");
    if (item.empty() || rater.empty())
      return refuse(row, "the item or the rater is missing; give both in every row");
    const Cell at{items_.number(item), raters_.number(rater), 0};
    if (auto placed = place(table, row, at.item); !placed) return placed;
    const std::string& text = table.at(row, "value");
    if (text.empty()) return {};
    if (!rated_.insert({at.item, at.rater}).second)
      return refuse(row, "this rater has rated this item before; keep one rating of each");
    const auto value = value_of(text);
    if (!value)
      return refuse(row, "the value is no number; use numbers, or --level nominal for names");
    cells_.push_back({at.item, at.rater, *value});
    return {};
  }

  Result<void> place(const language::Table& table, std::size_t row, std::size_t item) {
    const std::string& conversation = table.at(row, "conversation");
    if (conversation.empty()) return {};
    const int group = static_cast<int>(conversations_.number(conversation));
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

  [[nodiscard]] tl::unexpected<base::Error> refuse(std::size_t row, const std::string& why) const {
    return base::fail(Code::invalid,
                      file_.string() + ": row " + std::to_string(row + 2) + ": " + why);
  }

  const std::filesystem::path& file_;
  const stats::Level level_;
  Register items_, raters_, labels_, conversations_;
  std::map<std::size_t, int> groups_;  ///< by item
  std::set<std::pair<std::size_t, std::size_t>> rated_;
  std::vector<Cell> cells_;
};

}  // namespace

Result<RatingsFile> read_ratings(const std::filesystem::path& file, stats::Level level) {
  const auto table = language::Table::read_csv(file);
  if (!table) return tl::unexpected(table.error());
  Collector collector(file, level);
  if (auto taken = collector.take(*table); !taken) return tl::unexpected(taken.error());
  return std::move(collector).finish();
}

}  // namespace attune::review
