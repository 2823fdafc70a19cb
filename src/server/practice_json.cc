#include "server/practice_json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace attune::server {
namespace {

using Json = nlohmann::ordered_json;
using conversation::Preferences;

}  // namespace

base::Result<Preferences> read_preferences(std::string_view body) {
  try {
    const Json json = Json::parse(body);
    Preferences wish;
    wish.help = conversation::help_wish(json.at("help").get<std::string>()).value();
    for (const Json& name : json.at("avoid"))
      wish.avoid.push_back(conversation::theme(name.get<std::string>()).value());
    std::sort(wish.avoid.begin(), wish.avoid.end());
    const bool twice = std::adjacent_find(wish.avoid.begin(), wish.avoid.end()) != wish.avoid.end();
    if (json.size() == 2 && json.at("avoid").is_array() && !twice) return wish;
  } catch (const std::exception&) {
  }
  return base::fail(base::Code::invalid,
                    "preferences are {\"help\",\"avoid\"} as docs/formats/api.md says: help is "
                    "on_request, always, fading or off, and avoid lists themes, each once");
}

std::string preferences_json(const Preferences& preferences) {
  Json avoid = Json::array();
  for (const conversation::Theme theme : preferences.avoid)
    avoid.push_back(conversation::name(theme));
  return Json{{"help", conversation::name(preferences.help)}, {"avoid", avoid}}.dump();
}

}  // namespace attune::server
