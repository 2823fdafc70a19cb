#include <nlohmann/json.hpp>

#include "study/fit_report.h"

namespace attune::study {
namespace {

using Json = nlohmann::ordered_json;

Json json(const Estimate& estimate) {  // no number becomes null
  return {
      {"value", estimate.value}, {"low", estimate.interval.low}, {"high", estimate.interval.high}};
}

Json json(const Follow& one) {
  return {{"after", one.code},
          {"turns", one.turns},
          {"change", json(one.change)},
          {"sustain", json(one.sustain)},
          {"length", json(one.length)},
          {"opens", json(one.opens)},
          {"closes", json(one.closes)},
          {"lean_more", json(one.lean_more)},
          {"length_more", json(one.length_more)},
          {"openness_more", json(one.openness_more)}};
}

Json json(const Fitted& one) {
  return {{"coefficient", one.name},     {"by", one.by},
          {"turns", one.turns},          {"set", one.set},
          {"fitted", json(one.fitted)},  {"inside", one.inside()},
          {"told_from_zero", one.told()}};
}

Json json(const Rated& rated) {
  Json slopes;
  for (const Slope& slope : rated.slopes) slopes[slope.column] = json(slope.estimate);
  return {{"outcome", rated.outcome}, {"talks", rated.talks}, {"slopes", slopes}};
}

}  // namespace

std::string to_json(const FitReport& report) {
  Json made{{"format", "attune-fit"}, {"version", 1}};
  for (const FitReport::Set& set : report.sets) {
    Json follows = Json::array();
    for (const Follow& one : set.follows) follows.push_back(json(one));
    made["follows"].push_back(
        {{"talks", set.talks}, {"coders", set.coders}, {"behaviors", follows}});
  }
  for (const MindFit& fit : report.fits) {
    for (const Scale& scale : fit.scales)
      made["scales"].push_back({{"by", scale.by}, {"slope", json(scale.slope)}});
    for (const Fitted& one : fit.coefficients) made["coefficients"].push_back(json(one));
  }
  for (const Rated& rated : report.rated) made["rated"].push_back(json(rated));
  for (const Eased& one : report.eased)
    made["eased"].push_back({{"talks", one.talks},
                             {"n", one.count},
                             {"fall", json(one.fall)},
                             {"distress_ease", json(one.ease)},
                             {"slope", json(one.slope)}});
  return made.dump(2) + "\n";
}

}  // namespace attune::study
