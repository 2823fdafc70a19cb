#include "coach/phrases_yaml.h"

#include <algorithm>

#include "base/sheet.h"

namespace attune::coach {
namespace {

namespace yaml = base::yaml;

using Names = yaml::Sheet::Names;
using yaml::Sheet;

// Situations that the code turns to by name; the others are found by their examples.
const Names kNamed{"risk_hint", "risk_answered",  "risk_denied",  "risk_open", "asks_advice",
                   "arriving",  "silent",         "confirms",     "corrects",  "asks_you",
                   "passed_by", "told_before",    "told_lightly", "told",      "told_then",
                   "told_now",  "told_of_others", "anger",        "disgust",   "fear",
                   "happiness", "sadness",        "surprise",     "neutral"};
const Names kSlots{"you",   "said", "now", "then",  "words", "feeling",
                   "seems", "joy",  "who", "thing", "name",  "ask"};
const Names kSkillNames(kCardSkills.begin(), kCardSkills.end());

bool holds(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void check_slots(const yaml::Node& node, const std::string& phrase, Sheet& sheet) {
  for (std::size_t at = phrase.find('{'); at != phrase.npos; at = phrase.find('{', at + 1)) {
    const std::size_t end = phrase.find('}', at);
    if (end != phrase.npos && holds(kSlots, phrase.substr(at + 1, end - at - 1))) continue;
    sheet.fail(node, "unknown slot in a phrase", "known are: " + yaml::listed(kSlots));
  }
}

Pool load_pool(const yaml::Node& node, const std::string& what, Sheet& sheet) {
  if (!sheet.keys(node, what, {"skill", "why", "say"})) return {};
  Pool pool{sheet.one_of(node, "skill", kSkillNames), sheet.text(node, "why"),
            sheet.texts(node, "say")};
  for (std::size_t i = 0; i < pool.say.size(); ++i)
    check_slots(node["say"].list()[i], pool.say[i], sheet);
  return pool;
}

Situation load_situation(const yaml::Node& node, Sheet& sheet) {
  Situation situation;
  Names required{"id"};
  required.insert(required.end(), kKindNames.begin(), kKindNames.end());
  if (!sheet.keys(node, "a situation", required, {"when", "has", "after", "last"}))
    return situation;
  situation.id = sheet.text(node, "id");
  if (node["last"]) situation.last = sheet.flag(node, "last");
  if (node["when"]) situation.when = sheet.texts(node, "when");
  if (node["has"]) situation.has = sheet.texts(node, "has");
  if (node["after"]) situation.after = sheet.texts(node, "after");
  const bool is_found =
      !situation.when.empty() || !situation.has.empty() || !situation.after.empty();
  if (!is_found && !holds(kNamed, situation.id)) {
    sheet.fail(node, "situation \"" + situation.id + "\" can never be found",
               "add examples under \"when\", or words under \"has\" or \"after\"");
  }
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    const std::string name(kKindNames[kind]);
    situation.pools[kind] = load_pool(node[name], name + " of " + situation.id, sheet);
  }
  return situation;
}

void load_feelings(const yaml::Node& root, Phrases& phrases, Sheet& sheet) {
  for (const auto& entry : sheet.list(root, "feelings")) {
    if (!sheet.keys(entry, "a feeling", {"say", "from", "to"}, {"joy"})) return;
    phrases.feelings.push_back({sheet.text(entry, "say"), sheet.texts(entry, "from"),
                                entry["joy"] && sheet.flag(entry, "joy"), sheet.text(entry, "to")});
  }
  for (const auto& entry : root["read_as"].entries()) {
    const std::string name = entry.key.scalar();
    const auto emotion = conversation::emotion(name);
    if (!emotion) {
      sheet.fail(entry.key, "unknown emotion \"" + name + "\"", "use one of the seven");
      return;
    }
    phrases.read_as[static_cast<std::size_t>(*emotion)] = sheet.texts(root["read_as"], name);
  }
}

void load_situations(const yaml::Node& root, Phrases& phrases, Sheet& sheet) {
  for (const auto& node : sheet.list(root, "situations")) {
    Situation situation = load_situation(node, sheet);
    if (phrases.find(situation.id) != nullptr)
      sheet.fail(node, "situation \"" + situation.id + "\" stands twice", "join the two");
    phrases.situations.push_back(std::move(situation));
  }
  for (std::size_t i = 0; i < phrases.feelings.size() && !sheet.fault(); ++i)
    if (phrases.find(phrases.feelings[i].to) == nullptr)
      sheet.fail(root["feelings"].list()[i], "\"to\" names no situation", "use the id of one");
  for (const std::string_view id : kNamed)
    if (phrases.find(id) == nullptr)
      sheet.fail(root["situations"], "there is no situation \"" + std::string(id) + "\"",
                 "add it; the code turns to it by name");
}

Phrases load(const yaml::Node& root, Sheet& sheet) {
  Phrases phrases;
  if (!sheet.keys(root, "the file",
                  {"format", "version", "feelings", "read_as", "asks", "remarks", "situations"}))
    return phrases;
  phrases.asks = sheet.texts(root, "asks");
  load_feelings(root, phrases, sheet);
  Names remarks;
  for (std::size_t kind = 0; kind < kRemarkKinds; ++kind)
    remarks.push_back(name(static_cast<RemarkKind>(kind)));
  if (sheet.keys(root["remarks"], "remarks", remarks))
    for (std::size_t kind = 0; kind < kRemarkKinds; ++kind)
      phrases.remarks[kind] = sheet.text(root["remarks"], remarks[kind]);
  load_situations(root, phrases, sheet);
  return phrases;
}

}  // namespace

const Situation* Phrases::find(std::string_view id) const {
  const auto found = std::find_if(situations.begin(), situations.end(),
                                  [&](const Situation& situation) { return situation.id == id; });
  return found == situations.end() ? nullptr : &*found;
}

base::Result<Phrases> load_phrases(const std::filesystem::path& file) {
  Sheet sheet(file);
  const auto root = sheet.read("attune-suggestions");
  if (!root) return tl::unexpected(root.error());
  Phrases phrases = load(*root, sheet);
  if (sheet.fault()) return tl::unexpected(*sheet.fault());
  return phrases;
}

}  // namespace attune::coach
