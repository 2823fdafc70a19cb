#include <nlohmann/json.hpp>

#include "trial/register.h"

namespace attune::trial {
namespace {

using Json = nlohmann::ordered_json;

Json sheets_json(const std::vector<review::Sheet>& sheets) {
  Json all = Json::array();
  for (const review::Sheet& one : sheets)
    all.push_back({{"instrument", one.instrument}, {"answers", one.answers}});
  return all;
}

/// What stands in front of every entry.
Json head(const char* type, const std::string& trial) {
  return {{"type", type}, {"trial", trial}};
}
Json of_person(const char* type, const auto& entry) {
  Json json = head(type, entry.trial);
  json["participant"] = entry.participant;
  return json;
}

struct Write {
  Json operator()(const Planned& entry) const {
    Json json = head("planned", entry.trial);
    json.update({{"text", entry.text}, {"by", entry.by}});
    return json;
  }
  Json operator()(const Frozen& entry) const {
    Json json = head("frozen", entry.trial);
    json.update({{"hash", entry.hash}, {"salt", entry.salt}, {"by", entry.by}});
    return json;
  }
  Json operator()(const Enrolled& entry) const {
    Json json = of_person("enrolled", entry);
    json.update({{"group", entry.group}, {"by", entry.by}});
    return json;
  }
  Json operator()(const Consented& entry) const {
    Json json = of_person("consented", entry);
    json["agreed"] = entry.agreed;
    return json;
  }
  Json operator()(const Allocated& entry) const {
    Json json = of_person("allocated", entry);
    json.update({{"arm", entry.arm}, {"position", entry.position}});
    return json;
  }
  Json operator()(const Answered& entry) const {
    Json json = of_person("answered", entry);
    json.update({{"when", name(entry.when)}, {"sheets", sheets_json(entry.sheets)}});
    return json;
  }
  Json operator()(const TalkBegun& entry) const {
    Json json = of_person("talk_begun", entry);
    json.update({{"number", entry.number}, {"session", entry.session}});
    return json;
  }
  Json operator()(const TalkDone& entry) const {
    Json json = of_person("talk_done", entry);
    json["number"] = entry.number;
    return json;
  }
  Json operator()(const Withdrew& entry) const { return of_person("withdrew", entry); }
  Json operator()(const Closed& entry) const {
    Json json = head("closed", entry.trial);
    json["by"] = entry.by;
    return json;
  }
};

std::string text(const Json& json, const char* key) {
  return json.at(key).get<std::string>();
}

Answered answered(const Json& json) {
  Answered entry{text(json, "trial"), text(json, "participant")};
  const std::string when = text(json, "when");
  if (when != "before" && when != "after") throw std::invalid_argument("when");
  entry.when = when == "before" ? When::before : When::after;
  for (const Json& one : json.at("sheets"))
    entry.sheets.push_back(
        {text(one, "instrument"), std::nullopt, one.at("answers").get<review::Answers>()});
  return entry;
}

Entry read(const Json& json) {
  const std::string type = text(json, "type"), trial = text(json, "trial");
  if (type == "planned") return Planned{trial, text(json, "text"), text(json, "by")};
  if (type == "frozen")
    return Frozen{trial, text(json, "hash"), json.at("salt").get<std::uint64_t>(),
                  text(json, "by")};
  if (type == "closed") return Closed{trial, text(json, "by")};
  const std::string person = text(json, "participant");
  if (type == "enrolled") return Enrolled{trial, person, text(json, "group"), text(json, "by")};
  if (type == "consented") return Consented{trial, person, json.at("agreed").get<bool>()};
  if (type == "allocated")
    return Allocated{trial, person, text(json, "arm"), json.at("position").get<int>()};
  if (type == "answered") return answered(json);
  if (type == "talk_begun")
    return TalkBegun{trial, person, json.at("number").get<int>(), text(json, "session")};
  if (type == "talk_done") return TalkDone{trial, person, json.at("number").get<int>()};
  if (type == "withdrew") return Withdrew{trial, person};
  throw std::invalid_argument("type");
}

}  // namespace

std::string to_json(const Entry& entry) {
  return std::visit(Write(), entry).dump();
}

base::Result<Entry> entry_from_json(std::string_view text) {
  try {
    return read(Json::parse(text));
  } catch (const std::exception&) {
    return base::fail(base::Code::invalid,
                      "it is none that this version knows (docs/formats/trial.md); a newer "
                      "version may have written it");
  }
}

}  // namespace attune::trial
