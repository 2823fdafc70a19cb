#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>

#include "base/yaml.h"
#include "language/lexicon.h"

namespace attune::language {
namespace {

namespace yaml = base::yaml;

base::Error at(const std::filesystem::path& file, const yaml::Mark& mark, const std::string& what) {
  return {base::Code::invalid, file.string() + ":" + std::to_string(mark.line + 1) + ":" +
                                   std::to_string(mark.column + 1) + ": " + what};
}

base::Result<void> add_groups(const std::filesystem::path& file, const yaml::Node& groups,
                              Lexicon& lexicon) {
  for (const auto& entry : groups.entries()) {
    if (!entry.value.is_list()) {
      return tl::unexpected(at(file, entry.key.mark(), "a group must be a list of words"));
    }
    Lexicon::Group group{entry.key.scalar(), {}};
    for (const auto& word : entry.value.list()) group.entries.push_back(word.scalar());
    lexicon.groups.push_back(std::move(group));
  }
  return {};
}

base::Result<void> load(const std::filesystem::path& file, Lexicon& lexicon) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  const auto root = yaml::parse(text.str());
  if (!root) return tl::unexpected(at(file, root.error().mark, root.error().what));
  if ((*root)["format"].scalar() != "attune-lexicon")
    return tl::unexpected(at(file, root->mark(), "this is no lexicon; set format: attune-lexicon"));
  if ((*root)["version"].scalar() != "1")
    return tl::unexpected(at(file, root->mark(), "unknown version; write version: 1"));
  return add_groups(file, (*root)["groups"], lexicon);
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
