#include <algorithm>

#include "base/sheet.h"
#include "progress/texts.h"

namespace attune::progress {
namespace {

using Names = base::yaml::Sheet::Names;

struct Section {
  std::string_view name;
  Names keys;
  Names slots;        ///< that its sentences may have
  bool may_be_empty;  ///< such a slot: then one sentence of each key is without
  std::size_t least;  ///< sentences under a key
};

const std::vector<Section>& sections() {
  static const std::vector<Section> all{
      {"ability", {"reflections", "takes_up", "no_unasked_advice", "cues_caught"}, {}, false, 1},
      {"trend", {"none", "less", "same", "more"}, {}, false, 3},
      {"fading", {"first", "learning", "growing", "steady", "alone"}, {"least"}, true, 3},
      {"next", {"first", "lighter", "step", "least"}, {"name", "trains"}, false, 3},
      {"exposure", {"check_in", "stop", "cool_down"}, {"name"}, true, 3}};
  return all;
}

/// What stands between braces; an open brace gives what no section knows.
Names slots_of(std::string_view sentence) {
  Names slots;
  for (std::size_t open = sentence.find('{'); open != std::string_view::npos;
       open = sentence.find('{', open + 1)) {
    const std::size_t close = sentence.find('}', open);
    if (close == std::string_view::npos) return {sentence.substr(open)};
    slots.push_back(sentence.substr(open + 1, close - open - 1));
  }
  return slots;
}

void read_section(base::yaml::Sheet& sheet, const Section& section, const base::yaml::Node& map,
                  Texts& texts) {
  if (!sheet.keys(map, std::string(section.name), section.keys)) return;
  for (const std::string_view key : section.keys) {
    std::vector<std::string> sentences = sheet.texts(map, key, section.least);
    bool always = !section.may_be_empty;
    for (const std::string& sentence : sentences) {
      const Names slots = slots_of(sentence);
      always = always || slots.empty();
      for (const std::string_view slot : slots)
        if (std::ranges::find(section.slots, slot) == section.slots.end())
          sheet.fail(map[key], "unknown slot \"" + std::string(slot) + "\"",
                     "slots here are: " + base::yaml::listed(section.slots));
    }
    if (!always)
      sheet.fail(map[key], "every sentence has a slot that may be empty", "add one without");
    texts.phrases[std::string(section.name) + "." + std::string(key)] = std::move(sentences);
  }
}

base::Result<Texts> take(base::yaml::Sheet& sheet, const base::Result<base::yaml::Node>& root) {
  if (!root) return tl::unexpected(root.error());
  Names keys{"format", "version"};
  for (const Section& section : sections()) keys.push_back(section.name);
  Texts texts;
  if (sheet.keys(*root, "the file", keys))
    for (const Section& section : sections())
      read_section(sheet, section, (*root)[section.name], texts);
  if (sheet.fault()) return tl::unexpected(*sheet.fault());
  return texts;
}

constexpr std::string_view kFormat = "attune-progress";

}  // namespace

base::Result<Texts> parse_texts(std::string_view text, std::string_view file) {
  base::yaml::Sheet sheet{std::filesystem::path(file)};
  return take(sheet, sheet.read_text(text, kFormat));
}

base::Result<Texts> load_texts(const std::filesystem::path& file) {
  base::yaml::Sheet sheet{file};
  return take(sheet, sheet.read(kFormat));
}

}  // namespace attune::progress
