#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include "cli/commands.h"
#include "cli/places.h"

namespace attune::cli {
namespace {

void replace(std::string& text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

/// Indented as the block of a YAML key.
std::string block(std::istream& in) {
  std::string text;
  for (std::string line; std::getline(in, line);) text += "  " + line + "\n";
  if (text.empty())
    text = "  … The whole truth in prose, 500 to 800 words; never shown before the end.\n";
  text.pop_back();
  return text;
}

bool is_id(const std::string& id) {
  return !id.empty() &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

}  // namespace

base::Result<void> run_case_new(const NewCaseOptions& options) {
  if (!is_id(options.id))
    return base::fail(base::Code::invalid, "the id is made of lower-case letters, digits and '-'");
  const auto places = find_places();
  if (!places) return tl::unexpected(places.error());
  const auto file = std::filesystem::path(options.id + ".yaml");
  if (std::filesystem::exists(file))
    return base::fail(base::Code::conflict,
                      file.string() + " is there already; nothing was changed");
  std::ifstream in(places->content / "templates" / "case.yaml");
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (text.empty())
    return base::fail(base::Code::not_found, "content/templates/case.yaml is missing");
  std::istringstream none;
  std::ifstream story(options.story);
  if (!options.story.empty() && !story)
    return base::fail(base::Code::not_found, "cannot open " + options.story.string());
  replace(text, "{story}", block(options.story.empty() ? static_cast<std::istream&>(none) : story));
  replace(text, "{id}", options.id);
  replace(text, "{name}", options.name.empty() ? options.id : options.name);
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  if (!out) return base::fail(base::Code::unavailable, "cannot write " + file.string());
  std::cout << file.string()
            << " is written. Edit it, and see what is missing with: attune case check "
            << file.string() << '\n';
  return {};
}

}  // namespace attune::cli
