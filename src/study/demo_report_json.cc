#include <cmath>

#include <nlohmann/json.hpp>

#include "study/demo_report.h"

namespace attune::study {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) {
  return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json figure_json(const Recovered& one) {
  constexpr const char* kOf[] = {"code", "item", "cue"};
  const auto& [value, low, high] = one.found.estimate;
  Json json{{"of", kOf[static_cast<std::size_t>(one.planted.of)]},
            {"row", one.planted.row},
            {"title", one.title},
            {"column", one.planted.column},
            {"planted", one.planted.value},
            {"value", number(value)},
            {"low", number(low)},
            {"high", number(high)},
            {"n", one.found.n},
            {"covered", one.has_interval() ? Json(one.covered) : Json(nullptr)}};
  if (one.is_gap()) json["holds"] = one.called;
  if (!one.found.missing.empty()) json["missing"] = one.found.missing;
  return json;
}

}  // namespace

std::string to_json(const DemoReport& report) {
  Json out{{"format", "attune-study-demo"},
           {"version", 1},
           {"simulated", true},
           {"about", demo_about()},
           {"seed", report.options.seed},
           {"experts", report.options.experts},
           {"peers", kDemoPeers},
           {"replies", report.replies},
           {"cues", report.cues},
           {"missed", report.missed},
           {"ratings", report.ratings},
           {"supporters", Json::array()},
           {"figures", Json::array()},
           {"covered", {{"of", report.of}, {"n", report.covered}}},
           {"conclusions", report.conclusions}};
  for (const DemoReport::Who& who : report.supporters)
    out["supporters"].push_back({{"name", who.name},
                                 {"habit", who.habit},
                                 {"talks", who.talks},
                                 {"replies", who.replies},
                                 {"lapses", who.lapses},
                                 {"passed", who.passed}});
  for (const Recovered& one : report.figures) out["figures"].push_back(figure_json(one));
  return out.dump(2) + "\n";
}

}  // namespace attune::study
