#include "debrief/expert_view_json.h"

#include <nlohmann/json.hpp>

namespace attune::debrief {
namespace {

using Json = nlohmann::ordered_json;

std::string printed(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string trust_here_json(const ExpertView& experts) {
  Json out = Json::array();
  for (const auto& [score, trust] : experts.scores)
    out.push_back(
        {{"score", score}, {"title", trust.title}, {"shown", trust.shown}, {"text", trust.text}});
  return printed(out);
}

std::string differing_json(const ExpertView& experts,
                           std::optional<conversation::TurnNumber> turn) {
  Json out = Json::array();
  for (const Differing& one : experts.differ)
    if (one.turn == turn) out.push_back({{"title", one.title}, {"reasons", one.reasons}});
  return printed(out);
}

}  // namespace attune::debrief
