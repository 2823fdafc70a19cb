#include <cmath>

#include <nlohmann/json.hpp>

#include "trial/report.h"

namespace attune::trial {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) {
  return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json estimate_json(const stats::Estimate& one) {
  return {{"value", number(one.value)}, {"low", number(one.low)}, {"high", number(one.high)}};
}

Json spread_json(const Spread& one) {
  return {{"n", one.n}, {"mean", number(one.mean)}, {"sd", number(one.deviation)}};
}

Json finding_json(const Finding& one) {
  return {{"id", one.outcome.id},
          {"title", one.outcome.title},
          {"measure", name(one.outcome.measure)},
          {"instrument", one.outcome.instrument},
          {"score", one.outcome.score},
          {"first", {{"title", one.first_title}, {"spread", spread_json(one.of_first)}}},
          {"second", {{"title", one.second_title}, {"spread", spread_json(one.of_second)}}},
          {"missing", one.missing},
          {"difference", estimate_json(one.difference)},
          {"test", name(one.outcome.test)},
          {"statistic", number(one.test.statistic)},
          {"exact", one.test.exact},
          {"effect_name", effect_name(one.outcome.test)},
          {"effect", estimate_json(one.test.effect)},
          {"p", number(one.p)},
          {"conclusion", one.conclusion},
          {"gaps", one.gaps}};
}

Json flow_json(const Flow& flow) {
  Json arms = Json::array();
  for (const ArmFlow& one : flow.arms)
    arms.push_back({{"title", one.title},
                    {"allocated", one.allocated},
                    {"began", one.began},
                    {"held", one.held},
                    {"answered", one.answered},
                    {"withdrew", one.withdrew},
                    {"analyzed", one.analyzed}});
  return {{"enrolled", flow.enrolled},   {"silent", flow.silent}, {"refused", flow.refused},
          {"consented", flow.consented}, {"left", flow.left},     {"waiting", flow.waiting},
          {"allocated", flow.allocated}, {"arms", arms}};
}

Json baseline_json(const Report& report) {
  Json rows = Json::array();
  for (const BaselineRow& one : report.baseline) {
    Json row{{"title", one.title}, {"by_arm", Json::array()}};
    for (const Spread& spread : one.by_arm) row["by_arm"].push_back(spread_json(spread));
    rows.push_back(std::move(row));
  }
  return {{"arms", report.arms}, {"rows", rows}};
}

Json plan_json(const Report& report) {
  Json editions = Json::array();
  for (const Edition& one : report.editions)
    editions.push_back({{"edition", one.number},
                        {"sha256", one.hash},
                        {"changes", one.changes},
                        {"day", shown_day(one.at)},
                        {"enrolled", one.enrolled}});
  const Sample& sample = report.plan.sample;
  return {{"editions", editions},           {"analysis", report.plan.analysis},
          {"smallest", sample.smallest},    {"power", sample.power},
          {"alpha", sample.alpha},          {"people", sample.people},
          {"needed", report.needed.people}, {"raters", report.plan.raters}};
}

}  // namespace

std::string to_json(const Report& report) {
  Json out{{"trial", report.plan.id},          {"title", report.plan.title},
           {"question", report.plan.question}, {"made", shown_day(report.made)},
           {"simulated", report.simulated},    {"open", report.open},
           {"notes", standing(report)},        {"plan", plan_json(report)},
           {"flow", flow_json(report.flow)},   {"baseline", baseline_json(report)}};
  out["findings"] = Json::array();
  for (const Finding& one : report.findings) out["findings"].push_back(finding_json(one));
  if (report.agreement) {
    const RaterAgreement& one = *report.agreement;
    out["agreement"] = {{"talks", one.talks},
                        {"raters", one.raters},
                        {"ratings", one.ratings},
                        {"short_of", one.short_of},
                        {"krippendorff_alpha", estimate_json(one.alpha)},
                        {"words", rater_words(report)}};
  }
  out["cannot_show"] = cannot_show();
  return out.dump(2) + "\n";
}

}  // namespace attune::trial
