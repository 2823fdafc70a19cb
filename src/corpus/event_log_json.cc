#include <sstream>

#include <nlohmann/json.hpp>

#include "conversation/event_json.h"
#include "corpus/formats.h"

namespace attune::corpus {
namespace {

using Json = nlohmann::ordered_json;

bool is_event(const Json& json) {
  return json.is_object() && json.contains("seq") && json.contains("type");
}

/// The whole file, when it is one value that holds events.
Json document(const std::string& bytes) {
  Json whole = Json::parse(bytes, nullptr, false);
  if (whole.is_object() && whole.contains("events") && whole["events"].is_array()) return whole;
  return {};
}

/// The events as JSON, one an entry.
std::vector<std::string> entries_of(const std::string& bytes) {
  std::vector<std::string> entries;
  const Json whole = document(bytes);
  if (whole.is_object()) {
    for (const auto& event : whole["events"])
      entries.push_back(event.dump(-1, ' ', false, Json::error_handler_t::replace));
    return entries;
  }
  std::istringstream lines(bytes);
  for (std::string line; std::getline(lines, line);) entries.push_back(std::move(line));
  return entries;
}

}  // namespace

bool is_event_log(const std::string& bytes) {
  const std::size_t start = bytes.find_first_not_of(" \t\r\n");
  if (start == std::string::npos) return false;
  const std::string line = bytes.substr(start, bytes.find('\n', start) - start);
  const Json first = Json::parse(line, nullptr, false);
  if (first.is_object() && !first.contains("events")) return is_event(first);
  const Json whole = document(bytes);
  return whole.is_object() && !whole["events"].empty() && is_event(whole["events"][0]);
}

base::Result<std::vector<std::vector<conversation::Event>>> read_event_logs(
    const std::string& bytes, const std::string& file) {
  std::vector<std::vector<conversation::Event>> logs;
  int number = 0;
  for (const std::string& entry : entries_of(bytes)) {
    ++number;
    if (entry.find_first_not_of(" \t\r") == std::string::npos) continue;
    auto event = conversation::event_from_json(entry);
    if (!event)
      return tl::unexpected(
          base::wrap(file + ", event " + std::to_string(number) + " is none", event.error()));
    const bool opens = std::holds_alternative<conversation::Opened>(event->body);
    if (logs.empty() && !opens) break;
    if (opens) logs.emplace_back();
    logs.back().push_back(*std::move(event));
  }
  if (!logs.empty()) return logs;
  return base::fail(base::Code::invalid, file + " is no talk: it does not begin with `opened`");
}

}  // namespace attune::corpus
