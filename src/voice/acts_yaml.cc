#include "voice/acts_yaml.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <set>
#include <sstream>

#include "base/draw.h"
#include "base/yaml.h"

namespace attune::voice {
namespace {

namespace yaml = base::yaml;

const std::set<std::string> kActs = {"greet",  "thanks", "apology",    "how_are_you", "bounce",
                                     "insult", "bot",    "your_story", "resource",    "off_topic",
                                     "pity",   "praise", "permission", "elicit"};

/// Thrown by nobody: carried out of the reading by hand, first fault first.
struct Refusal {
  std::string file;
  std::string message;

  void add(const yaml::Mark& mark, const std::string& what) {
    if (!message.empty()) return;
    message = file + ":" + std::to_string(mark.line + 1) + ":" + std::to_string(mark.column + 1) +
              ": " + what;
  }
  void add(const yaml::Node& node, const std::string& what) { add(node.mark(), what); }
};

std::vector<std::string> texts(const yaml::Node& list, Refusal& refusal) {
  std::vector<std::string> result;
  if (!list.is_list()) refusal.add(list, "not a list of words");
  for (const auto& entry : list.list()) {
    if (entry.is_scalar()) {
      result.push_back(entry.scalar());
    } else {
      refusal.add(entry, "not a word or phrase");
    }
  }
  return result;
}

void read_part(const std::string& key, const yaml::Node& map, Acts& acts, Refusal& refusal) {
  if (key == "light") {
    for (const std::string& word : texts(map, refusal)) acts.wording.light.insert(word);
    return;
  }
  if (key == "people") {
    for (const auto& words : map.list()) acts.wording.people.push_back(texts(words, refusal));
    return;
  }
  if (!map.is_map()) return refusal.add(map, "`" + key + "` is not a map");
  for (const auto& entry : map.entries()) {
    const std::string name = entry.key.scalar();
    if (key == "spelling") {
      acts.wording.spelling[name] = entry.value.scalar();
    } else if (key == "languages") {
      acts.languages[name] = texts(entry.value, refusal);
    } else if (key == "phrases") {
      if (!kActs.contains(name)) refusal.add(entry.key, "unknown act \"" + name + "\"");
      acts.phrases[name] = texts(entry.value, refusal);
    } else if (name == "pleasant" || name == "unpleasant") {
      (name == "pleasant" ? acts.pleasant : acts.unpleasant) = texts(entry.value, refusal);
    } else {
      refusal.add(entry.key, "unknown key \"" + name + "\"; use pleasant and unpleasant");
    }
  }
}

void read(const yaml::Node& root, Acts& acts, Refusal& refusal) {
  if (root["format"].scalar() != "attune-acts")
    return refusal.add(root, "no acts file; set format: attune-acts");
  static const std::set<std::string> parts = {"phrases", "feelings", "languages",
                                              "light",   "people",   "spelling"};
  for (const auto& entry : root.entries()) {
    const std::string key = entry.key.scalar();
    if (parts.contains(key)) {
      read_part(key, entry.value, acts, refusal);
    } else if (key == "version" && entry.value.scalar() != "1") {
      refusal.add(entry.value, "unknown version; write version: 1");
    } else if (key != "format" && key != "version") {
      refusal.add(entry.key, "unknown key \"" + key + "\"");
    }
  }
}

}  // namespace

base::Result<Acts> parse_acts(std::string_view text, std::string_view file) {
  Acts acts;
  Refusal refusal{std::string(file), ""};
  if (const auto root = yaml::parse(text))
    read(*root, acts, refusal);
  else
    refusal.add(root.error().mark, root.error().what);
  if (!refusal.message.empty()) return base::fail(base::Code::invalid, refusal.message);
  std::array<char, 17> hex{};
  std::snprintf(hex.data(), hex.size(), "%016llx",
                static_cast<unsigned long long>(base::hash(text)));
  acts.version = hex.data();
  return acts;
}

base::Result<Acts> load_acts(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  if (!stream || !(bytes << stream.rdbuf()))
    return base::fail(base::Code::not_found, "cannot read the acts file " + file.string());
  return parse_acts(bytes.str(), file.string());
}

}  // namespace attune::voice
