#include <fstream>
#include <sstream>

#include "base/yaml.h"
#include "debrief/texts.h"

namespace attune::debrief {
namespace {

using base::Code;
namespace yaml = base::yaml;

tl::unexpected<base::Error> refuse(std::string_view file, const yaml::Mark& mark,
                                   const std::string& what) {
  return base::fail(Code::invalid,
                    std::string(file) + ":" + std::to_string(mark.line + 1) + ": " + what);
}

base::Result<void> check_head(const yaml::Node& root, std::string_view file) {
  if (!root.is_map()) return refuse(file, root.mark(), "the file must be a map of sections");
  if (root["format"].scalar() != "attune-debrief" || root["version"].scalar() != "1") {
    return refuse(file, root.mark(), "begin the file with format: attune-debrief and version: 1");
  }
  return {};
}

base::Result<void> take_list(Texts& texts, const std::string& key, const yaml::Node& list,
                             std::string_view file) {
  if (!list.is_list() || list.list().empty()) {
    return refuse(file, list.mark(), key + " must be a list of one or more sentences");
  }
  for (const yaml::Node& sentence : list.list()) {
    if (!sentence.is_scalar() || sentence.scalar().empty()) {
      return refuse(file, sentence.mark(), key + " holds something that is not a sentence");
    }
    texts.phrases[key].push_back(sentence.scalar());
  }
  return {};
}

base::Result<void> take_section(Texts& texts, const std::string& section, const yaml::Node& keys,
                                std::string_view file) {
  if (!keys.is_map()) return refuse(file, keys.mark(), section + " must be a map of lists");
  for (const auto& entry : keys.entries()) {
    const std::string key = section + "." + entry.key.scalar();
    if (auto taken = take_list(texts, key, entry.value, file); !taken) return taken;
  }
  return {};
}

}  // namespace

base::Result<Texts> parse_texts(std::string_view text, std::string_view file) {
  const auto root = yaml::parse(text);
  if (!root) return refuse(file, root.error().mark, root.error().what);
  if (auto head = check_head(*root, file); !head) return tl::unexpected(head.error());
  Texts texts;
  for (const auto& entry : root->entries()) {
    const std::string& section = entry.key.scalar();
    if (section == "format" || section == "version") continue;
    auto taken = take_section(texts, section, entry.value, file);
    if (!taken) return tl::unexpected(taken.error());
  }
  if (auto whole = check(texts); !whole) return tl::unexpected(base::wrap(file, whole.error()));
  return texts;
}

base::Result<Texts> load_texts(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return base::fail(Code::not_found, "cannot open " + file.string());
  std::ostringstream text;
  text << in.rdbuf();
  return parse_texts(text.str(), file.string());
}

}  // namespace attune::debrief
