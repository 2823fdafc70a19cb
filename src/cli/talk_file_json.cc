#include <fstream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "cli/talk_file.h"
#include "conversation/event_json.h"

namespace attune::cli {
namespace {

using base::Code;

/// The events as JSON, one an entry.
std::vector<std::string> entries_of(const std::string& bytes) {
  std::vector<std::string> entries;
  const auto whole = nlohmann::ordered_json::parse(bytes, nullptr, false);
  if (whole.is_object() && whole.contains("events")) {
    for (const auto& event : whole["events"]) entries.push_back(event.dump());
    return entries;
  }
  std::istringstream lines(bytes);
  for (std::string line; std::getline(lines, line);) entries.push_back(std::move(line));
  return entries;
}

}  // namespace

base::Result<std::vector<conversation::Event>> read_talk_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  if (!stream || !(bytes << stream.rdbuf()))
    return base::fail(Code::not_found, "cannot read the talk " + file.string());
  std::vector<conversation::Event> events;
  int number = 0;
  for (const std::string& entry : entries_of(bytes.str())) {
    ++number;
    if (entry.find_first_not_of(" \t\r") == std::string::npos) continue;
    auto event = conversation::event_from_json(entry);
    if (!event)
      return tl::unexpected(base::wrap(
          file.string() + ", event " + std::to_string(number) + " is none", event.error()));
    events.push_back(*std::move(event));
  }
  const auto* opened =
      events.empty() ? nullptr : std::get_if<conversation::Opened>(&events.front().body);
  if (opened == nullptr)
    return base::fail(Code::invalid,
                      file.string() + " is no talk: it does not begin with `opened`");
  if (opened->case_hash.empty())
    return base::fail(Code::invalid, file.string() +
                                         " was written before the talk had ended; end the talk, "
                                         "then write it again");
  return events;
}

}  // namespace attune::cli
