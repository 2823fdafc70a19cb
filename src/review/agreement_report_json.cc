#include <cmath>

#include <nlohmann/json.hpp>

#include "review/agreement_report.h"

namespace attune::review {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) {
  return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json estimate_json(const stats::Estimate& estimate) {
  return {{"value", number(estimate.value)},
          {"low", number(estimate.low)},
          {"high", number(estimate.high)}};
}

Json report_json(const AgreementReport& report) {
  Json out{{"level", name(report.level)}, {"items", report.items},
           {"raters", report.raters},     {"ratings", report.ratings},
           {"missing", report.missing},   {"conversations", report.conversations}};
  Json none = Json::object();
  for (const Finding& one : report.findings) {
    out[one.name] = estimate_json(one.estimate);
    if (!one.missing.empty()) none[one.name] = one.missing;
  }
  if (report.differences) {
    const stats::BlandAltman& apart = *report.differences;
    out["bland_altman"] = {{"bias", number(apart.bias)},      {"spread", number(apart.spread)},
                           {"low", estimate_json(apart.low)}, {"high", estimate_json(apart.high)},
                           {"trend", number(apart.trend)},    {"trend_p", number(apart.trend_p)}};
  }
  out["none"] = std::move(none);
  return out;
}

}  // namespace

std::string to_json(const AgreementReport& report) {
  return report_json(report).dump(2) + "\n";
}

std::string to_json(const std::vector<AgreementReport>& reports) {
  if (reports.size() == 1) return to_json(reports.front());
  Json out{{"criteria", Json::object()}};
  for (const AgreementReport& one : reports)
    (one.criterion.empty() ? out["all"] : out["criteria"][one.criterion]) = report_json(one);
  return out.dump(2) + "\n";
}

}  // namespace attune::review
