#include "protocol/sheet_yaml.h"

#include <algorithm>
#include <set>
#include <sstream>

namespace attune::protocol {
namespace {

namespace yaml = base::yaml;

// Words of one alternative as a text's words are seen: "don't" is "do not".
std::vector<std::string> seen(const std::string& written) {
  return language::wording(written).words;
}

}  // namespace

std::string listed(const std::vector<std::string_view>& names) {
  std::string all;
  for (const std::string_view name : names) all += (all.empty() ? "" : ", ") + std::string(name);
  return all;
}

void Sheet::fail(const yaml::Mark& mark, const std::string& what, const std::string& mend) {
  if (fault_) return;
  fault_ = base::Error{base::Code::invalid, file_ + ":" + std::to_string(mark.line + 1) + ":" +
                                                std::to_string(mark.column + 1) + ": " + what +
                                                "; " + mend};
}

bool Sheet::keys(const yaml::Node& map, const std::string& what,
                 std::initializer_list<std::string_view> known) {
  if (!map.is_map() || map.entries().empty())
    return fail(map.mark(), what + " is no map", "write key: value pairs"), false;
  std::set<std::string> held;
  for (const auto& entry : map.entries()) {
    const std::string& key = entry.key.scalar();
    if (std::ranges::find(known, key) == known.end())
      fail(entry.key.mark(), "unknown key \"" + key + "\" in " + what,
           "known are: " + listed(known));
    if (!held.insert(key).second)
      fail(entry.key.mark(), "\"" + key + "\" stands twice in " + what, "keep one");
  }
  return !fault_;
}

std::string Sheet::text(const yaml::Node& map, std::string_view key, const std::string& what) {
  const yaml::Node node = map[key];
  if (!node) return fail(map.mark(), what + " lacks \"" + std::string(key) + "\"", "add it"), "";
  if (node.is_scalar() && node.scalar().find_first_not_of(" \t\n") != std::string::npos)
    return node.scalar();
  return fail(node.mark(), "\"" + std::string(key) + "\" of " + what + " is no text",
              "write words behind it"),
         "";
}

std::vector<yaml::Node> Sheet::list(const yaml::Node& map, std::string_view key,
                                    const std::string& what) {
  const yaml::Node node = map[key];
  if (!node)
    return fail(map.mark(), what + " lacks \"" + std::string(key) + "\"", "add it"),
           std::vector<yaml::Node>{};
  if (node.list().empty())
    fail(node.mark(), "\"" + std::string(key) + "\" of " + what + " is no list",
         "write [one, or more]");
  return node.list();
}

std::string Sheet::id(const yaml::Node& map, const std::string& what) {
  const std::string id = text(map, "id", what);
  if (id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") != std::string::npos)
    fail(map["id"].mark(), "\"" + id + "\" is no id", "use lower-case letters, digits, - and _");
  return id;
}

bool Sheet::truth(const yaml::Node& map, std::string_view key, bool fallback) {
  const yaml::Node node = map[key];
  if (!node) return fallback;
  if (node.scalar() == "true" || node.scalar() == "false") return node.scalar() == "true";
  fail(node.mark(), "\"" + std::string(key) + "\" is neither true nor false", "write one of them");
  return fallback;
}

int Sheet::number(const yaml::Node& node, int low, int high) {
  for (int value = low; value <= high; ++value)
    if (node.scalar() == std::to_string(value)) return value;
  fail(node.mark(), "\"" + node.scalar() + "\" is out of range",
       "write a number from " + std::to_string(low) + " to " + std::to_string(high));
  return low;
}

std::string Sheet::phrase(const yaml::Node& node) {
  std::istringstream elements(node.scalar());
  std::string whole, last;
  bool opened = false;  // an element that must be there has come
  for (std::string element; elements >> element;) {
    last = element;
    std::string words = element;
    if (words != "^" && words != "_" && words != "*") {
      const bool before = words.front() == '!', maybe = words.back() == '?';
      std::istringstream choices(words.substr(before, words.size() - before - maybe));
      std::string taken;
      for (std::string choice; std::getline(choices, choice, '|');) {
        const auto forms = seen(choice);
        const bool alone = words.find('|') == words.npos && !before && !maybe;
        if (forms.empty() || (forms.size() > 1 && !alone))
          fail(node.mark(), "\"" + choice + "\" can never be found in a phrase",
               "write whole words, and \"can not\" for \"can't\" where there is a choice");
        for (const std::string& form : forms)
          taken += (taken.empty() ? "" : alone ? " " : "|") + form;
      }
      words = (before ? "!" : "") + taken + (maybe ? "?" : "");
      opened = opened || (!before && !maybe);
    }
    whole += (whole.empty() ? "" : " ") + words;
  }
  if (!opened || last == "*" || last == "_" || last.back() == '?')
    fail(node.mark(), "a phrase must hold a word, and end in one that is always there",
         "leave out what is optional at its end, a question mark too");
  return whole;
}

language::Patterns Sheet::phrases(const yaml::Node& map, std::string_view key,
                                  const std::string& what) {
  std::vector<std::string> sources;
  for (const yaml::Node& node : list(map, key, what)) sources.push_back(phrase(node));
  if (fault_) return {};
  std::vector<const char*> pointers;
  for (const std::string& source : sources) pointers.push_back(source.c_str());
  return language::Patterns(pointers);
}

}  // namespace attune::protocol
