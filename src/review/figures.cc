#include "review/figures.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "stats/compare.h"

namespace attune::review {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kSignificant = 0.05;

std::string too_few(std::size_t talks) {
  return std::to_string(talks) + (talks == 1 ? " talk" : " talks") + " so far; it takes " +
         std::to_string(kFewestTalks);
}

}  // namespace

Figures::Mean Figures::mean() {
  const auto ratio = [](std::span<const double> s) { return s[1] > 0 ? s[0] / s[1] : kNone; };
  statistics_.push_back({width_, 2, ratio});
  coefficients_.emplace_back();
  width_ += 2;
  return Mean{statistics_.size() - 1};
}

Figures::Agreement Figures::agreement(const stats::Coefficient& coefficient) {
  statistics_.push_back({width_, coefficient.width, coefficient.value});
  coefficients_.push_back(coefficient);
  width_ += coefficient.width;
  return Agreement{statistics_.size() - 1};
}

void Figures::add(Mean mean, std::size_t talk, double value) {
  const auto sums = tally_.at(talk, statistics_[static_cast<std::size_t>(mean)].first, 2);
  sums[0] += value;
  sums[1] += 1;
}

void Figures::add(Agreement agreement, std::size_t talk, std::span<const double> ratings) {
  const auto at = static_cast<std::size_t>(agreement);
  coefficients_[at].add(ratings, tally_.at(talk, statistics_[at].first, statistics_[at].width));
}

void Figures::estimate() {
  estimates_ = stats::estimate_each(tally_, statistics_);
}

std::span<const double> Figures::sums(std::size_t talk, std::size_t statistic) const {
  const stats::Statistic& of = statistics_[statistic];
  return std::span(tally_.sums).subspan(talk * tally_.width + of.first, of.width);
}

/// In how many talks something was added.
std::size_t Figures::talks(std::size_t statistic) const {
  std::size_t n = 0;
  for (std::size_t talk = 0; talk < tally_.units; ++talk)
    n += std::ranges::any_of(sums(talk, statistic), [](double x) { return x != 0; }) ? 1 : 0;
  return n;
}

Figure Figures::figure(std::size_t statistic, std::string none) const {
  Figure out{{kNone, kNone, kNone}, talks(statistic), ""};
  if (out.n == 0)
    out.missing = std::move(none);
  else if (out.n < kFewestTalks)
    out.missing = too_few(out.n);
  else
    out.estimate = estimates_[statistic];
  // Where every talk says the same there is nothing to draw from.
  if (out.estimate.low == out.estimate.high) out.estimate.low = out.estimate.high = kNone;
  return out;
}

Figure Figures::of(Mean mean, std::string none) const {
  return figure(static_cast<std::size_t>(mean), std::move(none));
}

Figure Figures::of(Agreement agreement) const {
  Figure out = figure(static_cast<std::size_t>(agreement), "it takes two raters of the same talk");
  if (out.missing.empty() && std::isnan(out.estimate.value))
    out.missing = "all said the same throughout, so agreement cannot be told from chance";
  return out;
}

double Figures::p(Mean mean) const {
  const auto at = static_cast<std::size_t>(mean);
  std::vector<double> sums_of_talks;
  for (std::size_t talk = 0; talk < tally_.units; ++talk)
    if (sums(talk, at)[1] > 0) sums_of_talks.push_back(sums(talk, at)[0]);
  const std::size_t n = sums_of_talks.size();
  if (n < kFewestTalks) return kNone;
  const std::vector<double> nothing(n, 0);
  const double p = stats::paired_t(sums_of_talks, nothing).p;
  if (!std::isnan(p)) return p;
  // Every talk the same: the sign test of so many.
  return sums_of_talks.front() == 0 ? 1 : std::pow(2, 1 - static_cast<double>(n));
}

void mark_holding(const std::vector<Gap*>& gaps, const std::vector<double>& p) {
  std::vector<Gap*> known;
  std::vector<double> known_p;
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    if (std::isnan(p[i])) continue;
    known.push_back(gaps[i]);
    known_p.push_back(p[i]);
  }
  const std::vector<double> adjusted = stats::holm(known_p);
  for (std::size_t i = 0; i < known.size(); ++i) known[i]->holds = adjusted[i] < kSignificant;
}

}  // namespace attune::review
