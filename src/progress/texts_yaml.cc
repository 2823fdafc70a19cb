#include <algorithm>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>

#include "base/yaml.h"
#include "progress/texts.h"

namespace attune::progress {
namespace {

using base::Code;
namespace yaml = base::yaml;

/// What a section holds, and the slots that its sentences may have. Those in `never_empty` are
/// always filled; the others make a sentence one that can be passed over.
struct Section {
  std::set<std::string> keys, slots, never_empty;
  std::size_t least = 1;  ///< sentences a key
};

const std::map<std::string, Section>& sections() {
  static const std::map<std::string, Section> all{
      {"ability", {{"reflections", "takes_up", "no_unasked_advice", "cues_caught"}, {}, {}}},
      {"trend", {{"none", "less", "same", "more"}, {}, {}, 3}},
      {"fading", {{"first", "learning", "growing", "steady", "alone"}, {"least"}, {}, 3}},
      {"next", {{"first", "lighter", "step", "least"}, {"name", "trains"}, {"name", "trains"}, 3}},
      {"exposure", {{"check_in", "stop", "cool_down"}, {"name"}, {}, 3}}};
  return all;
}

tl::unexpected<base::Error> refuse(std::string_view file, const yaml::Mark& mark,
                                   const std::string& what) {
  return base::fail(Code::invalid,
                    std::string(file) + ":" + std::to_string(mark.line + 1) + ": " + what);
}

std::string listed(const std::set<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

/// The slots of a sentence; nothing when a brace is left open.
std::optional<std::set<std::string>> slots_of(const std::string& sentence) {
  std::set<std::string> slots;
  for (std::size_t open = sentence.find('{'); open != std::string::npos;
       open = sentence.find('{', open + 1)) {
    const std::size_t close = sentence.find('}', open);
    if (close == std::string::npos) return std::nullopt;
    slots.insert(sentence.substr(open + 1, close - open - 1));
  }
  return slots;
}

bool is_within(const std::set<std::string>& some, const std::set<std::string>& all) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

class Reader {
 public:
  Reader(std::string_view file, Texts& texts) : file_(file), texts_(texts) {}

  base::Result<void> read(const yaml::Node& root) {
    if (!root.is_map()) return refuse(file_, root.mark(), "the file must be a map of sections");
    if (root["format"].scalar() != "attune-progress" || root["version"].scalar() != "1")
      return refuse(file_, root.mark(), "begin with format: attune-progress and version: 1");
    for (const yaml::Entry& entry : root.entries()) {
      const std::string& name = entry.key.scalar();
      if (name == "format" || name == "version") continue;
      if (auto taken = section(name, entry); !taken) return taken;
    }
    return whole(root);
  }

 private:
  base::Result<void> section(const std::string& name, const yaml::Entry& entry) {
    const auto known = sections().find(name);
    if (known == sections().end())
      return refuse(file_, entry.key.mark(), "unknown section \"" + name + "\"; drop it");
    for (const yaml::Entry& list : entry.value.entries()) {
      const std::string& key = list.key.scalar();
      if (!known->second.keys.contains(key))
        return refuse(
            file_, list.key.mark(),
            "unknown key \"" + key + "\" in " + name + "; known are " + listed(known->second.keys));
      if (auto taken = sentences(name + "." + key, known->second, list); !taken) return taken;
    }
    return {};
  }

  base::Result<void> sentences(const std::string& key, const Section& rules,
                               const yaml::Entry& list) {
    if (texts_.phrases.contains(key))
      return refuse(file_, list.key.mark(), key + " stands twice; keep one");
    std::vector<std::string>& phrases = texts_.phrases[key];
    bool always = false;
    for (const yaml::Node& node : list.value.list()) {
      const auto slots = slots_of(node.scalar());
      if (node.scalar().empty() || !slots || !is_within(*slots, rules.slots))
        return refuse(file_, node.mark(),
                      "an entry of " + key + " must be a sentence with no other slots than {" +
                          listed(rules.slots) + "}");
      always = always || is_within(*slots, rules.never_empty);
      phrases.push_back(node.scalar());
    }
    if (phrases.size() < rules.least || !always)
      return refuse(file_, list.value.mark(),
                    key + " must be a list of at least " + std::to_string(rules.least) +
                        " sentences, one of them without a slot that may be empty");
    return {};
  }

  base::Result<void> whole(const yaml::Node& root) {
    for (const auto& [name, section] : sections())
      for (const std::string& key : section.keys)
        if (!texts_.phrases.contains(name + "." + key))
          return refuse(file_, root.mark(), name + "." + key + " is missing; add it");
    return {};
  }

  const std::string_view file_;
  Texts& texts_;
};

}  // namespace

base::Result<Texts> parse_texts(std::string_view text, std::string_view file) {
  const auto root = yaml::parse(text);
  if (!root) return refuse(file, root.error().mark, root.error().what + "; mend the YAML here");
  Texts texts;
  if (auto read = Reader(file, texts).read(*root); !read) return tl::unexpected(read.error());
  return texts;
}

base::Result<Texts> load_texts(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return base::fail(Code::not_found, "cannot open " + file.string());
  std::ostringstream text;
  text << in.rdbuf();
  return parse_texts(text.str(), file.string());
}

}  // namespace attune::progress
