#include "review/instrument.h"

#include <algorithm>
#include <array>

namespace attune::review {
namespace {

/// The answer as it counts: turned about, or from zero.
std::optional<double> counted(const Instrument& instrument, const Answers& answers,
                              const std::string& id, bool from_zero) {
  const Item* item = instrument.item(id);
  const auto answer = answers.find(id);
  if (item == nullptr || answer == answers.end()) return std::nullopt;
  const int value = item->reverse ? item->low + item->high - answer->second : answer->second;
  return from_zero ? value - item->low : value;
}

std::optional<double> sum(const Instrument& instrument, const Answers& answers,
                          const std::vector<std::string>& items, bool from_zero) {
  double all = 0;
  for (const std::string& id : items) {
    const auto one = counted(instrument, answers, id, from_zero);
    if (!one) return std::nullopt;
    all += *one;
  }
  return all;
}

std::optional<double> value(const Instrument& instrument, const Answers& answers,
                            const Subscale& scale) {
  const auto all = sum(instrument, answers, scale.items, scale.from_zero);
  if (!all) return std::nullopt;
  const bool mean = scale.by == Subscale::By::mean;
  return *all * scale.times / (mean ? static_cast<double>(scale.items.size()) : 1);
}

std::optional<double> value(const Instrument& instrument, const Answers& answers,
                            const Ratio& ratio) {
  const auto over = sum(instrument, answers, ratio.over, false);
  const auto under = sum(instrument, answers, ratio.under, false);
  if (!over || !under || *under == 0) return std::nullopt;
  return *over / *under;
}

}  // namespace

std::string_view name(Target target) {
  constexpr std::array<std::string_view, 4> kNames{"turn", "exchange", "conversation", "study"};
  return kNames[static_cast<std::size_t>(target)];
}

const Item* Instrument::item(std::string_view wanted) const {
  const auto found = std::ranges::find(items, wanted, &Item::id);
  return found == items.end() ? nullptr : &*found;
}

const Code* Instrument::code(std::string_view wanted) const {
  const auto found = std::ranges::find(codes, wanted, &Code::id);
  return found == codes.end() ? nullptr : &*found;
}

base::Result<void> check(const Instrument& instrument, const Answers& answers) {
  for (const auto& [id, answer] : answers) {
    const Item* item = instrument.item(id);
    if (item == nullptr)
      return base::fail(base::Code::invalid,
                        "\"" + instrument.title + "\" has no item of that name; reload the page");
    if (answer < item->low || answer > item->high)
      return base::fail(base::Code::invalid, "an answer to \"" + item->ask + "\" goes from " +
                                                 std::to_string(item->low) + " to " +
                                                 std::to_string(item->high));
  }
  return {};
}

std::vector<Score> scores(const Instrument& instrument, const Answers& answers) {
  std::vector<Score> all;
  for (const Subscale& one : instrument.subscales)
    all.push_back({one.id, one.title, value(instrument, answers, one), one.fair, one.good});
  for (const Ratio& one : instrument.ratios)
    all.push_back({one.id, one.title, value(instrument, answers, one), one.fair, one.good});
  return all;
}

}  // namespace attune::review
