#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <string>

#include "language/lexicon.h"

namespace attune::language {
namespace {

base::Error at(const std::filesystem::path& file, const YAML::Mark& mark, const std::string& what) {
  return {base::Code::invalid, file.string() + ":" + std::to_string(mark.line + 1) + ":" +
                                   std::to_string(mark.column + 1) + ": " + what};
}

base::Result<void> add_groups(const std::filesystem::path& file, const YAML::Node& groups,
                              Lexicon& lexicon) {
  for (const auto& pair : groups) {
    if (!pair.second.IsSequence()) {
      return tl::unexpected(at(file, pair.first.Mark(), "a group must be a list of words"));
    }
    Lexicon::Group group{pair.first.as<std::string>(), {}};
    for (const auto& entry : pair.second) group.entries.push_back(entry.as<std::string>());
    lexicon.groups.push_back(std::move(group));
  }
  return {};
}

base::Result<void> load(const std::filesystem::path& file, Lexicon& lexicon) {
  try {
    const YAML::Node root = YAML::LoadFile(file.string());
    if (!root.IsMap() || root["format"].as<std::string>("") != "attune-lexicon") {
      return tl::unexpected(
          at(file, root.Mark(), "this is no lexicon; set format: attune-lexicon"));
    }
    if (root["version"].as<int>(0) != 1) {
      return tl::unexpected(at(file, root["version"].Mark(), "unknown version; write version: 1"));
    }
    return add_groups(file, root["groups"], lexicon);
  } catch (const YAML::Exception& error) {
    return tl::unexpected(at(file, error.mark, error.msg));
  }
}

}  // namespace

base::Result<Lexicon> load_lexicons(const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  if (error)
    return base::fail(base::Code::not_found,
                      "reading lexicons from " + folder.string() + ": " + error.message());
  std::sort(files.begin(), files.end());
  Lexicon lexicon;
  for (const auto& file : files) {
    if (auto loaded = load(file, lexicon); !loaded) return tl::unexpected(loaded.error());
  }
  return lexicon;
}

}  // namespace attune::language
