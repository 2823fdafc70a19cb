#include "protocol/phrases_yaml.h"

#include <sstream>
#include <string>
#include <vector>

namespace attune::protocol {
namespace {

namespace yaml = base::yaml;

/// One element with its words as those of a text are seen; "" when no text can hold it.
std::string opened(const std::string& element) {
  const bool before = element.front() == '!', maybe = element.back() == '?';
  const bool alone = !before && !maybe && element.find('|') == element.npos;
  std::istringstream choices(
      element.substr(before ? 1 : 0, element.size() - (before ? 1 : 0) - (maybe ? 1 : 0)));
  std::string words;
  for (std::string choice; std::getline(choices, choice, '|');) {
    const auto forms = language::wording(choice).words;
    if (forms.empty() || (forms.size() > 1 && !alone)) return "";
    for (const std::string& form : forms) words += (words.empty() ? "" : alone ? " " : "|") + form;
  }
  return words.empty() ? "" : (before ? "!" : "") + words + (maybe ? "?" : "");
}

std::string phrase(yaml::Sheet& sheet, const yaml::Node& node) {
  std::istringstream elements(node.scalar());
  std::string whole, last;
  while (elements >> last) {
    const bool sign = last == "^" || last == "_" || last == "*";
    const std::string words = sign ? last : opened(last);
    if (words.empty())
      sheet.fail(node, "\"" + last + "\" can never be found in a phrase",
                 "write whole words, and \"can not\" for \"can't\" where there is a choice");
    whole += (whole.empty() ? "" : " ") + words;
  }
  if (last.empty() || last == "^" || last == "*" || last.front() == '!' || last.back() == '?')
    sheet.fail(node, "a phrase must end in a word that is always there",
               "leave out what is optional at its end, a question mark too");
  return whole;
}

}  // namespace

language::Patterns phrases(yaml::Sheet& sheet, const yaml::Node& map, std::string_view key) {
  std::vector<std::string> sources;
  for (const yaml::Node& node : sheet.list(map, key)) sources.push_back(phrase(sheet, node));
  if (sheet.fault()) return {};
  std::vector<const char*> pointers;
  for (const std::string& source : sources) pointers.push_back(source.c_str());
  return language::Patterns(pointers);
}

}  // namespace attune::protocol
