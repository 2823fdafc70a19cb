#include <fstream>
#include <sstream>

#include <yaml-cpp/yaml.h>

#include "debrief/texts.h"

namespace attune::debrief {
namespace {

using base::Code;

tl::unexpected<base::Error> refuse(std::string_view file, const YAML::Mark& mark,
                                   const std::string& what) {
  const std::string place = mark.is_null() ? "" : ":" + std::to_string(mark.line + 1);
  return base::fail(Code::invalid, std::string(file) + place + ": " + what);
}

base::Result<void> check_head(const YAML::Node& root, std::string_view file) {
  if (!root.IsMap()) return refuse(file, root.Mark(), "the file must be a map of sections");
  if (root["format"].as<std::string>("") != "attune-debrief" || root["version"].as<int>(0) != 1) {
    return refuse(file, root.Mark(), "begin the file with format: attune-debrief and version: 1");
  }
  return {};
}

base::Result<void> take_list(Texts& texts, const std::string& key, const YAML::Node& list,
                             std::string_view file) {
  if (!list.IsSequence() || list.size() == 0) {
    return refuse(file, list.Mark(), key + " must be a list of one or more sentences");
  }
  for (const YAML::Node& sentence : list) {
    if (!sentence.IsScalar() || sentence.Scalar().empty()) {
      return refuse(file, sentence.Mark(), key + " holds something that is not a sentence");
    }
    texts.phrases[key].push_back(sentence.Scalar());
  }
  return {};
}

base::Result<void> take_section(Texts& texts, const std::string& section, const YAML::Node& keys,
                                std::string_view file) {
  if (!keys.IsMap()) return refuse(file, keys.Mark(), section + " must be a map of lists");
  for (const auto& entry : keys) {
    const std::string key = section + "." + entry.first.as<std::string>();
    if (auto taken = take_list(texts, key, entry.second, file); !taken) return taken;
  }
  return {};
}

}  // namespace

base::Result<Texts> parse_texts(std::string_view yaml, std::string_view file) {
  try {
    const YAML::Node root = YAML::Load(std::string(yaml));
    if (auto head = check_head(root, file); !head) return tl::unexpected(head.error());
    Texts texts;
    for (const auto& entry : root) {
      const auto section = entry.first.as<std::string>();
      if (section == "format" || section == "version") continue;
      auto taken = take_section(texts, section, entry.second, file);
      if (!taken) return tl::unexpected(taken.error());
    }
    if (auto whole = check(texts); !whole) {
      return tl::unexpected(base::wrap(file, whole.error()));
    }
    return texts;
  } catch (const YAML::Exception& error) {
    return refuse(file, error.mark, error.msg);
  }
}

base::Result<Texts> load_texts(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return base::fail(Code::not_found, "cannot open " + file.string());
  std::ostringstream text;
  text << in.rdbuf();
  return parse_texts(text.str(), file.string());
}

}  // namespace attune::debrief
