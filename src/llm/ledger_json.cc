#include <ctime>
#include <fstream>
#include <map>

#include <nlohmann/json.hpp>

#include "llm/ledger.h"

namespace attune::llm {
namespace {

using Json = nlohmann::ordered_json;

std::string iso(base::Instant time) {
  const auto since = time.time_since_epoch().count();
  const std::time_t seconds = since / 1000;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[40];
  const std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &parts);
  const std::string thousandths = std::to_string(1000 + since % 1000).substr(1);
  return std::string(text, length) + "." + thousandths + "Z";
}

std::string line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// Folds one line into the entries; false when it is none.
bool take(const Json& json, std::map<std::string, std::size_t>& places,
          std::vector<LedgerEntry>& entries) {
  const std::string id = json.value("id", "");
  const std::string what = json.value("what", "");
  if (id.empty()) return false;
  if (what == "departs") {
    places[id] = entries.size();
    entries.push_back({.id = id,
                       .time = json.value("time", ""),
                       .endpoint = json.value("endpoint", ""),
                       .host = json.value("host", ""),
                       .purpose = json.value("purpose", ""),
                       .sha256 = json.value("sha256", ""),
                       .bytes = json.value("bytes", std::size_t{0})});
    return true;
  }
  const auto place = places.find(id);
  if (what != "ends" || place == places.end()) return false;
  LedgerEntry& entry = entries[place->second];
  entry.status = json.value("status", 0);
  entry.ending = json.value("ending", "");
  entry.sent = json.value("sent", std::size_t{0});
  entry.prompt_tokens = json.value("prompt_tokens", 0);
  entry.completion_tokens = json.value("completion_tokens", 0);
  entry.cost = json.value("cost", 0.0);
  return true;
}

}  // namespace

std::string departure_line(const std::string& id, base::Instant time, const Departure& departure) {
  return line({{"format", "attune-egress"},
               {"version", 1},
               {"what", "departs"},
               {"id", id},
               {"time", iso(time)},
               {"endpoint", departure.endpoint},
               {"host", departure.host},
               {"purpose", departure.purpose},
               {"bytes", departure.bytes},
               {"sha256", departure.sha256}});
}

std::string arrival_line(const std::string& id, base::Instant time, const Outcome& outcome) {
  return line({{"format", "attune-egress"},
               {"version", 1},
               {"what", "ends"},
               {"id", id},
               {"time", iso(time)},
               {"status", outcome.status},
               {"ending", outcome.ending},
               {"sent", outcome.sent},
               {"prompt_tokens", outcome.prompt_tokens},
               {"completion_tokens", outcome.completion_tokens},
               {"cost", outcome.cost}});
}

base::Result<LedgerPage> read_ledger(const std::filesystem::path& path, std::size_t most) {
  std::ifstream in(path);
  if (!in)
    return base::fail(base::Code::not_found,
                      "there is no egress ledger " + path.string() + " that can be read");
  LedgerPage page;
  std::map<std::string, std::size_t> places;
  for (std::string text; std::getline(in, text);) {
    if (text.empty()) continue;
    const Json json = Json::parse(text, nullptr, false);
    try {
      if (!json.is_object() || !take(json, places, page.entries)) ++page.unreadable;
    } catch (const Json::exception&) {
      ++page.unreadable;
    }
  }
  if (page.entries.size() > most)
    page.entries.erase(page.entries.begin(),
                       page.entries.end() - static_cast<std::ptrdiff_t>(most));
  return page;
}

}  // namespace attune::llm
