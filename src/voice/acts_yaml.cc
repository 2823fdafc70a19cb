#include "voice/acts_yaml.h"

#include <yaml-cpp/yaml.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <set>
#include <sstream>

#include "base/draw.h"

namespace attune::voice {
namespace {

const std::set<std::string> kActs = {"greet",  "thanks", "apology",    "how_are_you", "bounce",
                                     "insult", "bot",    "your_story", "resource",    "off_topic",
                                     "pity",   "praise", "permission", "elicit"};

/// Thrown by nobody: carried out of the reading by hand, first fault first.
struct Refusal {
  std::string file;
  std::string message;

  void add(const YAML::Node& node, const std::string& what) {
    if (!message.empty()) return;
    message = file + ":" + std::to_string(node.Mark().line + 1) + ":" +
              std::to_string(node.Mark().column + 1) + ": " + what;
  }
};

std::vector<std::string> texts(const YAML::Node& list, Refusal& refusal) {
  std::vector<std::string> result;
  if (!list.IsSequence()) refusal.add(list, "not a list of words");
  for (const auto& entry : list) {
    if (entry.IsScalar()) {
      result.push_back(entry.Scalar());
    } else {
      refusal.add(entry, "not a word or phrase");
    }
  }
  return result;
}

void read_part(const std::string& key, const YAML::Node& map, Acts& acts, Refusal& refusal) {
  if (key == "light") {
    for (const std::string& word : texts(map, refusal)) acts.wording.light.insert(word);
    return;
  }
  if (key == "people") {
    for (const auto& words : map) acts.wording.people.push_back(texts(words, refusal));
    return;
  }
  if (!map.IsMap()) return refusal.add(map, "`" + key + "` is not a map");
  for (const auto& entry : map) {
    const std::string name = entry.first.Scalar();
    if (key == "spelling") {
      acts.wording.spelling[name] = entry.second.Scalar();
    } else if (key == "languages") {
      acts.languages[name] = texts(entry.second, refusal);
    } else if (key == "phrases") {
      if (!kActs.contains(name)) refusal.add(entry.first, "unknown act \"" + name + "\"");
      acts.phrases[name] = texts(entry.second, refusal);
    } else if (name == "pleasant" || name == "unpleasant") {
      (name == "pleasant" ? acts.pleasant : acts.unpleasant) = texts(entry.second, refusal);
    } else {
      refusal.add(entry.first, "unknown key \"" + name + "\"; use pleasant and unpleasant");
    }
  }
}

void read(const YAML::Node& root, Acts& acts, Refusal& refusal) {
  if (!root.IsMap() || !root["format"] || root["format"].Scalar() != "attune-acts")
    return refusal.add(root, "no acts file; set format: attune-acts");
  static const std::set<std::string> parts = {"phrases", "feelings", "languages",
                                              "light",   "people",   "spelling"};
  for (const auto& entry : root) {
    const std::string key = entry.first.Scalar();
    if (parts.contains(key)) {
      read_part(key, entry.second, acts, refusal);
    } else if (key == "version" && entry.second.Scalar() != "1") {
      refusal.add(entry.second, "unknown version; write version: 1");
    } else if (key != "format" && key != "version") {
      refusal.add(entry.first, "unknown key \"" + key + "\"");
    }
  }
}

}  // namespace

base::Result<Acts> parse_acts(std::string_view yaml, std::string_view file) {
  Acts acts;
  Refusal refusal{std::string(file), ""};
  try {
    read(YAML::Load(std::string(yaml)), acts, refusal);
  } catch (const YAML::Exception& error) {
    refusal.message = std::string(file) + ":" + std::to_string(error.mark.line + 1) + ":" +
                      std::to_string(error.mark.column + 1) + ": " + error.msg;
  }
  if (!refusal.message.empty()) return base::fail(base::Code::invalid, refusal.message);
  std::array<char, 17> hex{};
  std::snprintf(hex.data(), hex.size(), "%016llx",
                static_cast<unsigned long long>(base::hash(yaml)));
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
