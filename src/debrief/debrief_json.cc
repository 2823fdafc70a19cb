#include <nlohmann/json.hpp>

#include "debrief/debrief.h"
#include "debrief/talk.h"

namespace attune::debrief {
namespace {

using Json = nlohmann::ordered_json;

Json figures(const Source& source) {
  Json out{{"states", Json::array()},
           {"skills", Json::array()},
           {"cues", Json::array()},
           {"layers", Json::array()},
           {"words", {{"supporter", 0}, {"client", 0}}},
           {"questions", 0},
           {"reflections", 0},
           {"advice", 0},
           {"suggestions", {{"offered", 0}, {"adopted", 0}, {"edited", 0}, {"ignored", 0}}},
           {"trust_in_scores", Json::array()}};
  for (const language::Card& card : source.cards)
    out["trust_in_scores"].push_back({{"head", card.head},
                                      {"statistic", card.statistic},
                                      {"value", card.value},
                                      {"low", card.low},
                                      {"high", card.high},
                                      {"n", card.n},
                                      {"measured_on", card.measured_on},
                                      {"date", card.date}});
  return out;
}

}  // namespace

std::string debrief_json(const conversation::SessionId& session, const Source& source) {
  const Talk talk = fold_talk(source.person, source.events);
  Json out{{"session", session.text()},
           {"case", source.person.id},
           {"name", source.person.name},
           {"ending", std::string(name(talk.ending.value_or(conversation::Ending::now)))},
           {"out_of_role", "This exercise is over."},
           {"safety", Json::array()},
           {"worked", Json::array()},
           {"moments", Json::array()},
           {"note", ""},
           {"unsaid", Json::array()},
           {"next", ""},
           {"figures", figures(source)},
           {"transcript", Json::array()}};
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace attune::debrief
