#include "e2e/server_talk.h"

namespace attune::e2e {

std::string any_case(int port) {
  const Json cases = Json::parse(ask(port, {.target = "/api/cases"}).body);
  return cases.at("cases").at(0).at("id");
}

std::string begin_session(int port) {
  return begin_session(port, any_case(port));
}

std::string begin_session(int port, const std::string& person) {
  const Json wish = {{"case", person}, {"seed", 7}};
  const Reply reply = ask(port, {.method = "POST", .target = "/api/sessions", .body = wish.dump()});
  return Json::parse(reply.body).at("id");
}

bool Talk::say(const std::string& key, const std::string& text, bool goodbye) {
  Json frame = {{"type", "say"}, {"key", key}, {"text", text}, {"seen", last_}};
  if (goodbye) frame["goodbye"] = true;
  return give(frame);
}

std::optional<Json> Talk::wait(const std::function<bool(const Json&)>& is_it) {
  while (const auto text = live_.receive()) {
    Json frame = Json::parse(*text);
    if (frame.at("type") == "event") last_ = frame.at("event").at("seq");
    frames_.push_back(frame);
    if (is_it(frame)) return frame;
  }
  return std::nullopt;
}

std::optional<Json> Talk::wait_for(const std::string& type) {
  return wait([&](const Json& frame) { return frame.at("type") == type; });
}

std::optional<Json> Talk::wait_for_event(const std::string& type) {
  return wait([&](const Json& frame) {
    return frame.at("type") == "event" && frame.at("event").at("type") == type;
  });
}

std::optional<Json> Talk::wait_for_reply(int turn) {
  return wait([&](const Json& frame) {
    if (frame.at("type") != "event") return false;
    const Json& event = frame.at("event");
    return event.at("type") == "said" && event.at("speaker") == "client" &&
           event.at("turn") == turn;
  });
}

Json events_of(int port, const std::string& session) {
  return Json::parse(ask(port, {.target = "/api/sessions/" + session + "/events?after=0"}).body)
      .at("events");
}

}  // namespace attune::e2e
