#include "coach/nudges_yaml.h"

#include <algorithm>

#include "base/sheet.h"

namespace attune::coach {
namespace {

namespace yaml = base::yaml;

constexpr std::size_t kFewestSure = 6;
constexpr std::size_t kFewestAsks = 4;
constexpr std::string_view kSlot = "{words}";

/// A list of texts: enough of them, no slot but {words}, and at least one without it.
std::vector<std::string> load_texts(const yaml::Node& kind, std::string_view key,
                                    std::size_t fewest, yaml::Sheet& sheet) {
  auto texts = sheet.texts(kind, key, fewest);
  for (const std::string& text : texts)
    for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1))
      if (text.compare(at, kSlot.size(), kSlot) != 0)
        sheet.fail(kind[key], "unknown slot in a text", "the only one is {words}");
  const auto is_plain = [](const std::string& text) { return text.find('{') == text.npos; };
  if (!sheet.fault() && std::ranges::none_of(texts, is_plain))
    sheet.fail(kind[key], "every text has a slot", "write one without {words}");
  return texts;
}

Nudges load(const yaml::Node& root, yaml::Sheet& sheet) {
  Nudges nudges;
  yaml::Sheet::Names known;
  for (std::size_t i = 0; i < kNudgeKinds; ++i) known.push_back(name(static_cast<NudgeKind>(i)));
  if (!sheet.keys(root, "the file", {"format", "version", "kinds"})) return nudges;
  for (const auto& node : sheet.list(root, "kinds")) {
    if (!sheet.keys(node, "a kind", {"kind", "why", "sure", "asks"})) return nudges;
    const std::string kind = sheet.one_of(node, "kind", known);
    if (sheet.fault()) return nudges;
    NudgeTexts& texts =
        nudges[static_cast<std::size_t>(std::ranges::find(known, kind) - known.begin())];
    if (!texts.why.empty()) sheet.fail(node, "kind \"" + kind + "\" stands twice", "join the two");
    texts = {sheet.text(node, "why"), load_texts(node, "sure", kFewestSure, sheet),
             load_texts(node, "asks", kFewestAsks, sheet)};
  }
  for (std::size_t i = 0; i < kNudgeKinds; ++i)
    if (nudges[i].why.empty())
      sheet.fail(root, "there is no kind \"" + std::string(known[i]) + "\"", "add it");
  return nudges;
}

}  // namespace

base::Result<Nudges> load_nudges(const std::filesystem::path& file) {
  yaml::Sheet sheet(file);
  const auto root = sheet.read("attune-nudges");
  if (!root) return tl::unexpected(root.error());
  Nudges nudges = load(*root, sheet);
  if (sheet.fault()) return tl::unexpected(*sheet.fault());
  return nudges;
}

}  // namespace attune::coach
