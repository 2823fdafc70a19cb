#include "server/wire_json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "conversation/event_json.h"

namespace attune::server {
namespace {

using Json = nlohmann::ordered_json;
using base::Code;
using base::Result;
using session::Input;

std::string printed(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json error_object(const base::Error& error) {
  return {{"code", base::name(error.code)}, {"message", error.message}};
}

Input say_from(const Json& json) {
  return session::Hear{json.at("text"),
                       json.at("key"),
                       json.at("seen"),
                       json.value("adopted", ""),
                       json.value("goodbye", false),
                       json.value("in_exercise", false)};
}

Input guess_from(const Json& json) {
  const auto emotion = conversation::emotion(json.at("emotion").get<std::string>());
  return session::Guess{json.at("turn"), emotion.value()};
}

Input end_from(const Json& json) {
  return session::End{conversation::ending(json.at("how").get<std::string>()).value()};
}

Input rate_from(const Json& json) {
  session::Rate rate{json.value("items", std::map<std::string, int>{}), {}};
  if (json.contains("redo") && !json.at("redo").is_null()) rate.redo = json.at("redo").get<int>();
  return rate;
}

std::optional<Input> input_from(const std::string& type, const Json& json) {
  if (type == "say") return say_from(json);
  if (type == "suggest") return session::Suggest{};
  if (type == "adopt") return session::Adopt{json.at("kind")};
  if (type == "dispute")
    return session::Dispute{json.at("turn"), json.at("kind"), json.value("reason", "")};
  if (type == "consult") return session::Consult{};
  if (type == "guess") return guess_from(json);
  if (type == "pause") return session::Pause{};
  if (type == "resume") return session::Resume{};
  if (type == "end") return end_from(json);
  if (type == "rate") return rate_from(json);
  return std::nullopt;
}

/// Whole numbers only: the library would cut 1.5 and wrap 3000000000 without a word.
bool is_count(const Json& json) {
  return json.is_number_integer() && json >= 0 && json <= 2'000'000'000;
}

bool has_odd_number(const Json& json) {
  for (const char* field : {"seen", "turn", "redo", "branch_turn"}) {
    if (json.contains(field) && !json.at(field).is_null() && !is_count(json.at(field))) return true;
  }
  const Json items = json.value("items", Json::object());
  return !std::all_of(items.begin(), items.end(), is_count);
}

Json standing_json(const llm::Standing& standing) {
  const llm::Totals& totals = standing.totals;
  return {{"endpoint", standing.name},
          {"host", standing.host},
          {"model", standing.model},
          {"state", llm::name(standing.state)},
          {"paused", standing.paused},
          {"waiting", standing.waiting},
          {"under_way", standing.under_way},
          {"requests", totals.requests},
          {"answers", totals.answers},
          {"failures", totals.failures},
          {"cancelled", totals.cancelled},
          {"uncounted", totals.uncounted},
          {"prompt_tokens", totals.prompt_tokens},
          {"completion_tokens", totals.completion_tokens},
          {"cost", totals.cost}};
}

Json entry_json(const llm::LedgerEntry& entry) {
  return {{"id", entry.id},
          {"time", entry.time},
          {"endpoint", entry.endpoint},
          {"host", entry.host},
          {"purpose", entry.purpose},
          {"bytes", entry.bytes},
          {"sha256", entry.sha256},
          {"status", entry.status},
          {"ending", entry.ending},
          {"sent", entry.sent},
          {"prompt_tokens", entry.prompt_tokens},
          {"completion_tokens", entry.completion_tokens},
          {"cost", entry.cost}};
}

}  // namespace

Frame read_frame(std::string_view text) {
  std::string key;
  try {
    const Json json = Json::parse(text);
    if (json.contains("key") && json.at("key").is_string()) key = json.at("key").get<std::string>();
    if (key.size() > 64) key.clear();
    const std::string type = json.at("type");
    if (!has_odd_number(json)) {
      if (auto input = input_from(type, json)) return {key, *std::move(input)};
      return {key, base::fail(Code::invalid, "the frame's type is unknown to this server")};
    }
  } catch (const std::exception&) {
    // The library's message may quote the text, so it is not passed on.
  }
  return {key, base::fail(Code::invalid, "the frame is not as docs/formats/api.md says")};
}

Result<NewSession> read_new_session(std::string_view body) {
  try {
    const Json json = Json::parse(body);
    NewSession wish{.case_id = json.value("case", ""),
                    .branch_of = json.value("branch_of", ""),
                    .branch_turn = json.value("branch_turn", 0),
                    .terms = {.training = json.value("training", false),
                              .research = json.value("research", false)}};
    if (json.contains("help"))
      wish.help = conversation::help_wish(json.at("help").get<std::string>()).value();
    const bool odd_seed = json.contains("seed") && !json.at("seed").is_number_unsigned();
    if (json.contains("seed") && !odd_seed) wish.seed = json.at("seed").get<std::uint64_t>();
    if (wish.case_id.empty() != wish.branch_of.empty() && !odd_seed && !has_odd_number(json))
      return wish;
  } catch (const std::exception&) {
  }
  return base::fail(
      Code::invalid,
      "a new session needs {\"case\"} or {\"branch_of\",\"branch_turn\"}, and may have "
      "a {\"help\"} of on_request, always, fading or off, and {\"training\",\"research\"}, each "
      "true "
      "or false");
}

Result<std::string> read_draft(std::string_view body) {
  try {
    std::string text = Json::parse(body).at("text");
    if (base::length(text) > session::kLongestMessage) {
      return base::fail(Code::too_large, "the draft is longer than 8,000 characters");
    }
    const bool blank = text.find_first_not_of(" \t\r\n") == text.npos;
    if (!blank && text.find('\0') == text.npos) return text;
  } catch (const std::exception&) {
    // The library's message may quote the text, so it is not passed on.
  }
  return base::fail(Code::invalid, "a draft needs {\"text\"}, and words in it");
}

std::string event_frame(const conversation::Event& event) {
  return R"({"type":"event","event":)" + conversation::to_json(event) + "}";
}

std::string ready_frame(conversation::Sequence last) {
  return printed({{"type", "ready"}, {"last", last}});
}

std::string typing_frame(conversation::TurnNumber turn) {
  return printed({{"type", "typing"}, {"turn", turn}});
}

std::string ack_frame(const std::string& key, conversation::Sequence seq) {
  return printed({{"type", "ack"}, {"key", key}, {"seq", seq}});
}

std::string check_in_frame(const std::string& key) {
  return printed({{"type", "check_in"}, {"key", key}});
}

std::string error_frame(const base::Error& error, const std::string& key) {
  Json json = {{"type", "error"}};
  json.update(error_object(error));
  if (!key.empty()) json["key"] = key;
  return printed(json);
}

std::string error_json(const base::Error& error) {
  return printed({{"error", error_object(error)}});
}

std::string health_json() {
  return R"({"ok":true})";
}

std::string status_json(const Outside& outside) {
  Json json = {{"offline", outside.offline}, {"model", nullptr}};
  if (outside.model() == nullptr) return printed(json);
  for (const llm::Standing& standing : outside.models->standings()) {
    if (standing.name != outside.endpoint) continue;
    json["model"] = {{"endpoint", standing.name},
                     {"model", standing.model},
                     {"host", standing.host},
                     {"here", standing.here}};
  }
  return printed(json);
}

std::string egress_json(const Outside& outside, const llm::LedgerPage& page) {
  Json endpoints = Json::array(), entries = Json::array();
  if (outside.models != nullptr) {
    for (const llm::Standing& standing : outside.models->standings())
      endpoints.push_back(standing_json(standing));
  }
  for (const llm::LedgerEntry& entry : page.entries) entries.push_back(entry_json(entry));
  return printed({{"offline", outside.offline},
                  {"endpoints", endpoints},
                  {"entries", entries},
                  {"unreadable", page.unreadable}});
}

std::string id_json(const conversation::SessionId& id) {
  return printed({{"id", id.text()}});
}

std::string remark_json(const std::optional<coach::Remark>& remark) {
  if (!remark) return R"({"remark":null})";
  return printed({{"remark", {{"kind", coach::name(remark->kind)}, {"text", remark->text}}}});
}

std::string cases_json(const Desks& desks, const conversation::Preferences& preferences) {
  std::vector<const client::Case*> people;
  for (const auto& [id, desk] : desks) people.push_back(&desk->person);
  std::stable_sort(people.begin(), people.end(), [](const auto* a, const auto* b) {
    return a->card.difficulty < b->card.difficulty;
  });
  Json cases = Json::array();
  for (const client::Case* person : people) {
    Json themes = Json::array();
    for (const conversation::Theme theme : person->card.themes)
      themes.push_back(conversation::name(theme));
    cases.push_back({{"id", person->id},
                     {"name", person->name},
                     {"age", person->age},
                     {"place", person->place},
                     {"who", person->card.who},
                     {"may_meet", person->card.may_meet},
                     {"trains", person->card.trains},
                     {"themes", themes},
                     {"avoided", preferences.avoids(person->card.themes)},
                     {"difficulty", person->card.difficulty},
                     {"review", person->card.review},
                     {"minutes", "10"},
                     {"turns", "12–16"}});
  }
  return printed({{"cases", cases}});
}

std::string models_json(const std::vector<language::Card>& cards) {
  Json models = Json::array();
  for (const language::Card& card : cards) {
    models.push_back({{"head", card.head},
                      {"statistic", card.statistic},
                      {"value", card.value},
                      {"low", card.low},
                      {"high", card.high},
                      {"n", card.n},
                      {"measured_on", card.measured_on},
                      {"date", card.date}});
  }
  return printed({{"models", models}});
}

std::string sessions_json(const std::vector<conversation::SessionSummary>& sessions,
                          const Desks& desks, const std::map<std::string, std::string>* names) {
  Json list = Json::array();
  for (const conversation::SessionSummary& session : sessions) {
    const auto desk = desks.find(session.case_id);
    list.push_back({{"id", session.id.text()},
                    {"case", session.case_id},
                    {"name", desk == desks.end() ? session.case_id : desk->second->person.name},
                    {"opened", session.opened.time_since_epoch().count()},
                    {"last", session.last.time_since_epoch().count()},
                    {"turns", session.turns},
                    {"closed", session.closed},
                    {"rated", session.rated},
                    {"branch", session.branch},
                    {"shared", session.agreed.shared},
                    {"training", session.agreed.training},
                    {"research", session.agreed.research},
                    {"announced", session.announced},
                    {"days", session.days},
                    {"erased", session.erased}});
    if (names == nullptr) continue;
    const auto supporter = names->find(session.owner);
    list.back()["supporter"] = supporter == names->end() ? "" : supporter->second;
  }
  return printed({{"sessions", list}});
}

std::string events_json(const std::vector<conversation::Event>& events, bool closed) {
  std::string json = R"({"events":[)";
  for (const conversation::Event& event : events) {
    if (&event != &events.front()) json += ',';
    json += conversation::to_json(event);
  }
  return json + (closed ? R"(],"closed":true})" : R"(],"closed":false})");
}

}  // namespace attune::server
