#include <cmath>

#include <nlohmann/json.hpp>

#include "review/trust.h"

namespace attune::review {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) {
  return std::isnan(value) ? Json(nullptr) : Json(std::round(value * 1e4) / 1e4);
}

Json json(const ScoreTrust& one) {
  return {{"score", one.score->id},
          {"title", one.score->title},
          {"expert", one.expert},
          {"n", one.n},
          {"statistic", one.statistic},
          {"value", number(one.agreement.value)},
          {"low", number(one.agreement.low)},
          {"high", number(one.agreement.high)},
          {"state", name(one.state)},
          {"text", one.text},
          {"version", one.version > 0 ? Json(one.version) : Json(nullptr)},
          {"spread", number(one.spread)},
          {"differ", one.differ},
          {"can_recalibrate",
           one.score->kind != ProgramScore::Kind::remark && !one.score->what.empty()}};
}

}  // namespace

std::string to_json(const std::vector<ScoreTrust>& scores, double floor) {
  Json out{{"floor", floor}, {"scores", Json::array()}};
  for (const ScoreTrust& one : scores) out["scores"].push_back(json(one));
  return out.dump();
}

}  // namespace attune::review
