#include <algorithm>

#include <nlohmann/json.hpp>

#include "protocol/steps.h"

namespace attune::protocol {
namespace {

using Json = nlohmann::ordered_json;

Json turn_or_null(conversation::TurnNumber turn) {
  return turn > 0 ? Json(turn) : Json(nullptr);
}

}  // namespace

const Protocol* fitting(const std::vector<Protocol>& protocols,
                        const conversation::Observed& observed) {
  const Protocol* other = nullptr;
  for (const Protocol& one : protocols) {
    if (!one.is_for_risk()) {
      if (other == nullptr) other = &one;
      continue;
    }
    const auto begun = [](const StepState& step) { return step.state != State::not_due; };
    if (std::ranges::any_of(follow(one, observed, false), begun)) return &one;
  }
  return other;
}

std::string steps_json(const Protocol& protocol, const conversation::Observed& observed,
                       bool closed) {
  Json steps = Json::array();
  for (const StepState& state : follow(protocol, observed, closed)) {
    const auto step = std::ranges::find(protocol.steps, state.step, &Step::id);
    steps.push_back({{"id", step->id},
                     {"title", step->title},
                     {"why", step->why},
                     {"state", name(state.state)},
                     {"turn", turn_or_null(state.done_turn)},
                     {"due", turn_or_null(state.turn)},
                     {"words", state.words ? text_of(*state.words, observed) : ""},
                     {"optional", step->optional}});
  }
  const Json out{{"id", protocol.id},
                 {"title", protocol.title},
                 {"about", protocol.about},
                 {"steps", std::move(steps)}};
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace attune::protocol
