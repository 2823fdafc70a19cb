#include "review/agreement_report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

namespace attune::review {
namespace {

using stats::Coefficient;
using stats::Icc;
using stats::Level;
using stats::Ratings;
using stats::Weights;

constexpr std::uint64_t kSeed = 1;

/// Everything that is a sum over items and fits the level.
std::vector<Coefficient> coefficients(const Ratings& ratings, Level level) {
  const std::vector<double> categories = ratings.categories();
  const bool two = ratings.raters == 2;
  std::vector<Coefficient> all{stats::percent_agreement()};
  if (level == Level::nominal) {
    if (two) all.push_back(stats::cohen_kappa(categories, Weights::identity));
    all.push_back(stats::fleiss_kappa(categories));
    all.push_back(stats::gwet_ac(categories, Weights::identity));
  }
  if (level == Level::ordinal) {
    for (const Weights weights : {Weights::linear, Weights::quadratic})
      if (two) all.push_back(stats::cohen_kappa(categories, weights));
    all.push_back(stats::fleiss_kappa(categories));
    for (const Weights weights : {Weights::linear, Weights::quadratic, Weights::ordinal})
      all.push_back(stats::gwet_ac(categories, weights));
  }
  all.push_back(stats::krippendorff_alpha(categories, level));
  if (level == Level::interval)
    for (const Icc form : {Icc::one_way, Icc::absolute, Icc::consistency})
      all.push_back(stats::icc(ratings.raters, form));
  return all;
}

std::string why_missing(const std::string& name, const Ratings& ratings) {
  if (ratings.categories().size() < 2) return "all ratings are alike, so chance explains them";
  if (name == "fleiss_kappa") return "not every item has the same number of ratings";
  if (name.starts_with("icc")) return "too few items that every rater has rated, or no spread";
  if (name == "kendall_w") return "ratings are missing";
  return "too few items that two raters have rated, or no spread";
}

Finding finding(const std::string& name, const stats::Estimate& estimate, const Ratings& ratings) {
  const bool none = std::isnan(estimate.value);
  return {name, estimate, none ? why_missing(name, ratings) : ""};
}

/// The two columns of two raters, over items that both rated.
struct Both {
  std::vector<double> first, second;

  explicit Both(const Ratings& ratings) {
    for (std::size_t item = 0; item < ratings.items; ++item) {
      const auto row = ratings.of(item);
      if (std::isnan(row[0]) || std::isnan(row[1])) continue;
      first.push_back(row[0]);
      second.push_back(row[1]);
    }
  }
};

std::string number(double value) {
  if (std::isnan(value)) return "-";
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", value);
  return text;
}

std::string padded(std::string text, std::size_t width) {
  return text.size() < width ? text + std::string(width - text.size(), ' ') : text;
}

constexpr const char* kHowToRead =
    "\nAlpha above .667 allows tentative conclusions, above .800 firm ones "
    "(Krippendorff). A wide interval says that\nmore items are needed before anything "
    "is concluded.\n";

}  // namespace

std::string_view name(Level level) {
  constexpr std::string_view kNames[] = {"nominal", "ordinal", "interval"};
  return kNames[static_cast<std::size_t>(level)];
}

AgreementReport agreement(const RatingsFile& file, Level level) {
  const Ratings& ratings = file.ratings;
  AgreementReport report{.criterion = file.criterion,
                         .level = level,
                         .items = ratings.items,
                         .raters = ratings.raters};
  for (const double x : ratings.values) (std::isnan(x) ? report.missing : report.ratings) += 1;
  report.conversations = std::set<int>(file.groups.begin(), file.groups.end()).size();
  stats::Resampling how{.seed = kSeed};
  if (file.groups.size() == ratings.items) how.groups = file.groups;
  for (const Coefficient& one : coefficients(ratings, level))
    report.findings.push_back(finding(one.name, stats::estimate(ratings, one, how), ratings));
  if (level == Level::nominal) return report;
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    const Finding one = report.findings[i];
    if (!one.name.starts_with("icc") || one.name.ends_with("k")) continue;
    const std::string mean = one.name.substr(0, one.name.size() - 1) + "k";
    report.findings.push_back(finding(mean, stats::of_mean(one.estimate, ratings.raters), ratings));
  }
  const double none = std::nan("");
  report.findings.push_back(finding("kendall_w", {stats::kendall_w(ratings), none, none}, ratings));
  if (ratings.raters != 2) return report;
  const Both both(ratings);
  report.findings.push_back(
      finding("spearman", stats::spearman(both.first, both.second).effect, ratings));
  if (level == Level::interval) report.differences = stats::bland_altman(both.first, both.second);
  return report;
}

namespace {

std::string table(const AgreementReport& report) {
  std::string out = std::to_string(report.items) + " items, " + std::to_string(report.raters) +
                    " raters, " + std::to_string(report.ratings) + " ratings, " +
                    std::to_string(report.missing) + " missing; " +
                    std::string(name(report.level)) + " level\n";
  out += "95 % intervals by resampling " +
         (report.conversations > 0 ? std::to_string(report.conversations) + " conversations"
                                   : std::string("items")) +
         "\n\n" + padded("statistic", 24) + padded("value", 9) + "95 % interval\n";
  for (const Finding& one : report.findings) {
    out += padded(one.name, 24);
    if (!one.missing.empty()) {
      out += "none: " + one.missing + "\n";
      continue;
    }
    out += padded(number(one.estimate.value), 9);
    if (!std::isnan(one.estimate.low))
      out += "[" + number(one.estimate.low) + ", " + number(one.estimate.high) + "]";
    out += "\n";
  }
  if (report.differences) {
    const stats::BlandAltman& apart = *report.differences;
    out += "\nfirst rater less second: bias " + number(apart.bias) + ", limits of agreement " +
           number(apart.low.value) + " to " + number(apart.high.value) + "\n";
  }
  return out;
}

}  // namespace

std::string to_text(const AgreementReport& report) {
  return table(report) + kHowToRead;
}

std::string to_text(const std::vector<AgreementReport>& reports) {
  if (reports.size() == 1) return to_text(reports.front());
  std::string out;
  for (const AgreementReport& one : reports)
    out += (one.criterion.empty() ? "ALL CRITERIA: an item is a criterion of a conversation"
                                  : "CRITERION " + one.criterion) +
           "\n" + table(one) + "\n";
  return out + "Raters are told apart by their place in each list of marks." + kHowToRead;
}

}  // namespace attune::review
