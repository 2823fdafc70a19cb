#include "coach/phrases_yaml.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>

#include "base/yaml.h"

namespace attune::coach {
namespace {

namespace yaml = base::yaml;

using Names = std::vector<std::string_view>;

// Situations that the code turns to by name; the others are found by their examples.
const Names kNamed{"risk_hint", "risk_answered", "risk_denied", "risk_open", "asks_advice",
                   "arriving",  "silent",        "confirms",    "corrects",  "asks_you",
                   "passed_by", "told",          "anger",       "disgust",   "fear",
                   "happiness", "sadness",       "surprise",    "neutral"};
const Names kSlots{"you", "now", "then",  "words", "feeling", "seems",
                   "joy", "who", "thing", "name",  "ask"};
const Names kSkillNames{
    "open_question", "closed_question",  "simple_reflection",  "complex_reflection",
    "affirm",        "give_information", "ask_directly",       "stay",
    "share",         "introduction",     "seek_collaboration", "emphasize_autonomy"};

bool holds(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string list(const Names& names) {
  std::string all;
  for (const std::string_view name : names) all += (all.empty() ? "" : " ") + std::string(name);
  return all;
}

/// Remembers the first fault; everything read after it is dropped with the file.
class Sheet {
 public:
  explicit Sheet(const std::filesystem::path& file) : file_(file) {}

  [[nodiscard]] const std::optional<base::Error>& fault() const { return fault_; }

  void fail(const yaml::Mark& mark, const std::string& what, const std::string& mend) {
    if (fault_) return;
    fault_ = base::Error{base::Code::invalid, file_.string() + ":" + std::to_string(mark.line + 1) +
                                                  ":" + std::to_string(mark.column + 1) + ": " +
                                                  what + "; " + mend};
  }

  /// Checks that `map` is a map with known keys, none twice.
  bool keys(const yaml::Node& map, const std::string& what, const Names& known) {
    if (!map.is_map())
      return fail(map.mark(), what + " is no map", "write key: value pairs"), false;
    std::set<std::string> seen;
    for (const auto& entry : map.entries()) {
      const std::string key = entry.key.is_scalar() ? entry.key.scalar() : "";
      if (!holds(known, key)) {
        fail(entry.key.mark(), "unknown key \"" + key + "\" in " + what,
             "known are: " + list(known));
      }
      if (!seen.insert(key).second) {
        fail(entry.key.mark(), "\"" + key + "\" stands twice in " + what, "keep one");
      }
    }
    return !fault_;
  }

  std::string text(const yaml::Node& map, const std::string& key, const std::string& what) {
    const yaml::Node node = map[key];
    if (!node) return fail(map.mark(), what + " lacks \"" + key + "\"", "add it"), "";
    return scalar(node, "\"" + key + "\" of " + what);
  }

  std::string scalar(const yaml::Node& node, const std::string& what) {
    if (node.is_scalar() && node.scalar().find_first_not_of(" \t\n") != std::string::npos) {
      return node.scalar();
    }
    fail(node.mark(), what + " is no text", "write words in double quotes");
    return "";
  }

  std::vector<std::string> texts(const yaml::Node& map, const std::string& key,
                                 const std::string& what) {
    std::vector<std::string> all;
    const yaml::Node node = map[key];
    if (!node) return fail(map.mark(), what + " lacks \"" + key + "\"", "add it"), all;
    if (node.list().empty()) {
      fail(node.mark(), "\"" + key + "\" of " + what + " is no list", "list at least one text");
      return all;
    }
    for (const auto& entry : node.list())
      all.push_back(scalar(entry, "an entry of \"" + key + "\""));
    return all;
  }

 private:
  const std::filesystem::path& file_;
  std::optional<base::Error> fault_;
};

bool truth(const yaml::Node& map, const std::string& key, const std::string& what, Sheet& sheet) {
  const std::string word = sheet.text(map, key, what);
  if (word != "true" && word != "false") {
    sheet.fail(map[key].mark(), "\"" + key + "\" is neither true nor false",
               "write true or leave it out");
  }
  return word == "true";
}

void check_slots(const yaml::Node& node, const std::string& phrase, Sheet& sheet) {
  for (std::size_t at = phrase.find('{'); at != phrase.npos; at = phrase.find('{', at + 1)) {
    const std::size_t end = phrase.find('}', at);
    if (end != phrase.npos && holds(kSlots, phrase.substr(at + 1, end - at - 1))) continue;
    sheet.fail(node.mark(), "unknown slot in a phrase", "known are: " + list(kSlots));
  }
}

Pool load_pool(const yaml::Node& node, const std::string& what, Sheet& sheet) {
  Pool pool;
  if (!sheet.keys(node, what, {"skill", "why", "say"})) return pool;
  pool.skill = sheet.text(node, "skill", what);
  if (!holds(kSkillNames, pool.skill) && node["skill"]) {
    sheet.fail(node["skill"].mark(), "unknown skill \"" + pool.skill + "\"",
               "known are: " + list(kSkillNames));
  }
  pool.why = sheet.text(node, "why", what);
  pool.say = sheet.texts(node, "say", what);
  for (std::size_t i = 0; i < pool.say.size(); ++i)
    check_slots(node["say"].list()[i], pool.say[i], sheet);
  return pool;
}

Situation load_situation(const yaml::Node& node, Sheet& sheet) {
  Situation situation;
  Names known{"id", "when", "has", "last", "echo", "alone"};
  known.insert(known.end(), kKindNames.begin(), kKindNames.end());
  if (!sheet.keys(node, "a situation", known)) return situation;
  situation.id = sheet.text(node, "id", "a situation");
  if (node["alone"]) situation.alone = truth(node, "alone", situation.id, sheet);
  if (node["echo"]) situation.echo = truth(node, "echo", situation.id, sheet);
  if (node["last"]) situation.last = truth(node, "last", situation.id, sheet);
  if (node["when"]) situation.when = sheet.texts(node, "when", situation.id);
  if (node["has"]) situation.has = sheet.texts(node, "has", situation.id);
  if (situation.when.empty() && situation.has.empty() && !holds(kNamed, situation.id)) {
    sheet.fail(node.mark(), "situation \"" + situation.id + "\" can never be found",
               "add examples under \"when\" or words under \"has\"");
  }
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    const std::string name(kKindNames[kind]);
    if (!node[name]) {
      sheet.fail(node.mark(), "situation \"" + situation.id + "\" lacks \"" + name + "\"",
                 "add it");
      break;
    }
    situation.pools[kind] = load_pool(node[name], name + " of " + situation.id, sheet);
  }
  return situation;
}

void load_feelings(const yaml::Node& root, Phrases& phrases, Sheet& sheet) {
  for (const auto& entry : root["feelings"].list()) {
    if (!sheet.keys(entry, "a feeling", {"say", "from", "joy", "to"})) return;
    const bool joy = entry["joy"] && truth(entry, "joy", "a feeling", sheet);
    phrases.feelings.push_back({sheet.text(entry, "say", "a feeling"),
                                sheet.texts(entry, "from", "a feeling"), joy,
                                sheet.text(entry, "to", "a feeling")});
  }
  for (const auto& entry : root["read_as"].entries()) {
    const std::string name = entry.key.scalar();
    const auto emotion = conversation::emotion(name);
    if (!emotion) {
      sheet.fail(entry.key.mark(), "unknown emotion \"" + name + "\"", "use one of the seven");
      return;
    }
    phrases.read_as[static_cast<std::size_t>(*emotion)] =
        sheet.texts(root["read_as"], name, "read_as");
  }
}

void load_situations(const yaml::Node& root, Phrases& phrases, Sheet& sheet) {
  for (const auto& node : root["situations"].list()) {
    Situation situation = load_situation(node, sheet);
    if (phrases.find(situation.id) != nullptr) {
      sheet.fail(node.mark(), "situation \"" + situation.id + "\" stands twice", "join the two");
    }
    phrases.situations.push_back(std::move(situation));
  }
  for (std::size_t i = 0; i < phrases.feelings.size() && !sheet.fault(); ++i) {
    if (phrases.find(phrases.feelings[i].to) == nullptr) {
      sheet.fail(root["feelings"].list()[i].mark(), "\"to\" names no situation",
                 "use the id of one");
    }
  }
  for (const std::string_view id : kNamed) {
    if (phrases.find(id) == nullptr) {
      sheet.fail(root["situations"].mark(), "there is no situation \"" + std::string(id) + "\"",
                 "add it; the code turns to it by name");
    }
  }
}

void load_remarks(const yaml::Node& root, Phrases& phrases, Sheet& sheet) {
  Names known;
  for (std::size_t kind = 0; kind < kRemarkKinds; ++kind)
    known.push_back(name(static_cast<RemarkKind>(kind)));
  const yaml::Node node = root["remarks"];
  if (!node) return sheet.fail(root.mark(), "the file lacks \"remarks\"", "add it as a map");
  if (!sheet.keys(node, "remarks", known)) return;
  for (std::size_t kind = 0; kind < kRemarkKinds; ++kind)
    phrases.remarks[kind] = sheet.text(node, std::string(known[kind]), "remarks");
}

Phrases load(const yaml::Node& root, Sheet& sheet) {
  Phrases phrases;
  const Names known{"format", "version", "feelings", "read_as", "asks", "remarks", "situations"};
  if (!sheet.keys(root, "the file", known)) return phrases;
  if (sheet.text(root, "format", "the file") != "attune-suggestions") {
    sheet.fail(root.mark(), "this holds no suggestions", "set format: attune-suggestions");
  }
  if (sheet.text(root, "version", "the file") != "1") {
    sheet.fail(root.mark(), "unknown version", "write version: 1");
  }
  for (const char* key : {"feelings", "situations"}) {
    if (!root[key] || !root[key].is_list()) {
      sheet.fail(root.mark(), std::string("\"") + key + "\" is no list", "add it as a list");
    }
  }
  if (!root["read_as"] || !root["read_as"].is_map()) {
    sheet.fail(root.mark(), "\"read_as\" is no map", "add it as a map of emotions");
  }
  if (sheet.fault()) return phrases;
  phrases.asks = sheet.texts(root, "asks", "the file");
  load_feelings(root, phrases, sheet);
  load_remarks(root, phrases, sheet);
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
  if (!std::filesystem::exists(file)) {
    return base::fail(base::Code::not_found, "there is no file " + file.string());
  }
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  const auto root = yaml::parse(text.str());
  if (!root) {
    sheet.fail(root.error().mark, root.error().what, "mend the YAML there");
    return tl::unexpected(*sheet.fault());
  }
  Phrases phrases = load(*root, sheet);
  if (sheet.fault()) return tl::unexpected(*sheet.fault());
  return phrases;
}

}  // namespace attune::coach
