#include "client/case_sheet.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>

namespace attune::client {
namespace {

namespace yaml = base::yaml;

bool holds(const Sheet::Words& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

std::string join(const Sheet::Words& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

}  // namespace

void Sheet::fault(const yaml::Node& node, std::string what, std::string mend) {
  faults.push_back(
      {node.mark().line + 1, node.mark().column + 1, std::move(what), std::move(mend), ""});
}

void Sheet::unwritten(const yaml::Node& node, const std::string& what) {
  fault(node, what + " is still to be written", "put words in the place of the \"…\"");
  faults.back().lacks = "words";
}

void Sheet::remember(const std::string& name, const yaml::Node& node) {
  places.of.emplace(name, Places::Place{node.mark().line + 1, node.mark().column + 1});
}

bool Sheet::keys(const yaml::Node& map, const std::string& what, const Words& required,
                 const Words& optional) {
  if (!map.is_map()) {
    fault(map, what + " is not a map", "write it as `key: value` pairs");
    return false;
  }
  Words seen;
  for (const auto& entry : map.entries()) {
    std::string key = entry.key.scalar();
    if (!holds(required, key) && !holds(optional, key)) {
      Words known = required;
      known.insert(known.end(), optional.begin(), optional.end());
      fault(entry.key, "unknown key \"" + key + "\" in " + what + did_you_mean(key, known),
            "keys here are: " + join(known));
    }
    if (holds(seen, key))
      fault(entry.key, "key \"" + key + "\" stands twice in " + what, "keep one of them");
    seen.push_back(std::move(key));
  }
  for (const std::string& key : required)
    if (!holds(seen, key)) fault(map, what + " has no `" + key + "`", "add `" + key + ":`");
  return true;
}

std::string Sheet::text(const yaml::Node& map, const char* key, Whose whose) {
  const yaml::Node node = map[key];
  if (!node) return "";
  std::string words = node.scalar();
  if (words.find_first_not_of(" \t\r\n") != std::string::npos) {
    if (whose == Whose::author && is_unwritten(words))
      unwritten(node, std::string("`") + key + "`");
    return words;
  }
  fault(node, std::string("`") + key + "` is not a text", "write words in double quotes");
  return "";
}

std::string Sheet::id(const yaml::Node& map) {
  const std::string id = text(map, "id");
  const bool fine = std::ranges::all_of(
      id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
  if (!fine)
    fault(map["id"], "`id` \"" + id + "\" holds other than a-z, 0-9 and -",
          "use lower-case letters and hyphens");
  return id;
}

std::string Sheet::one_of(const yaml::Node& map, const char* key, const Words& known) {
  const std::string word = text(map, key);
  if (word.empty() || holds(known, word)) return word;
  fault(map[key], std::string("unknown ") + key + " \"" + word + "\"" + did_you_mean(word, known),
        "use one of: " + join(known));
  return "";
}

Sheet::Words Sheet::some_of(const yaml::Node& map, const char* key, const Words& known) {
  Words some;
  for (const std::string& word : texts(map, key, 1)) {
    const bool twice = holds(some, word);
    if (!twice && holds(known, word)) {
      some.push_back(word);
    } else if (!is_unwritten(word)) {
      fault(map[key],
            std::string(twice ? "in `" : "unknown word in `") + key + "`: \"" + word + "\"" +
                (twice ? " twice" : did_you_mean(word, known)),
            "use each once, of: " + join(known));
    }
  }
  return some;
}

double Sheet::number(const yaml::Node& map, const char* key, double low, double high) {
  const yaml::Node node = map[key];
  if (!node) return low;
  double value = 0;
  const std::string raw = node.is_scalar() ? node.scalar() : "";
  const char* end = raw.data() + raw.size();
  const auto read = std::from_chars(raw.data(), end, value);
  if (raw.empty() || read.ec != std::errc{} || read.ptr != end || !std::isfinite(value)) {
    fault(node, std::string("`") + key + "` is not a number", "write a number like 0.5");
    return low;
  }
  if (value < low || value > high) {
    std::ostringstream range;
    range << low << " to " << high;
    fault(node, std::string("`") + key + "` is " + raw + ", outside " + range.str(),
          "choose a value from " + range.str());
  }
  return std::clamp(value, low, high);
}

int Sheet::whole(const yaml::Node& map, const char* key, int low, int high) {
  const double value = number(map, key, low, high);
  if (value != std::floor(value))
    fault(map[key], std::string("`") + key + "` is not a whole number", "drop the fraction");
  return static_cast<int>(value);
}

std::uint64_t Sheet::seed(const yaml::Node& map) {
  const yaml::Node node = map["seed"];
  std::uint64_t value = 1;
  const std::string raw = node.is_scalar() ? node.scalar() : "";
  const auto read = std::from_chars(raw.data(), raw.data() + raw.size(), value);
  if (node && (raw.empty() || read.ec != std::errc{} || read.ptr != raw.data() + raw.size()))
    fault(node, "`seed` is not a whole number from 0", "copy the talk's `seed`");
  return value;
}

bool Sheet::flag(const yaml::Node& map, const char* key) {
  const yaml::Node node = map[key];
  if (!node) return false;
  const std::string raw = node.is_scalar() ? node.scalar() : "";
  if (raw != "true" && raw != "false")
    fault(node, std::string("`") + key + "` is neither true nor false", "write true or false");
  return raw == "true";
}

Sheet::Words Sheet::texts(const yaml::Node& map, const char* key, std::size_t least, Whose whose) {
  Words result;
  const std::vector<yaml::Node> entries = list(map, key, least);
  result.reserve(entries.size());
  for (const yaml::Node& entry : entries) {
    std::string words = entry.scalar();
    if (words.empty())
      fault(entry, std::string("an entry of `") + key + "` is not a text",
            "write words in double quotes");
    if (whose == Whose::author && is_unwritten(words))
      unwritten(entry, std::string("an entry of `") + key + "`");
    if (!words.empty()) result.push_back(std::move(words));
  }
  return result;
}

Ways Sheet::ways(const yaml::Node& map, const char* key, std::size_t least) {
  const yaml::Node node = map[key];
  if (!node || !node.is_scalar()) return {texts(map, key, least)};
  Ways ways(node.scalar());
  if (std::ranges::any_of(ways, [](std::string_view way) { return is_unwritten(way); }))
    unwritten(node, std::string("a line of `") + key + "`");
  count(node, key, ways.size(), least);
  return ways;
}

std::vector<yaml::Node> Sheet::list(const yaml::Node& map, const char* key, std::size_t least) {
  const yaml::Node node = map[key];
  std::vector<yaml::Node> entries;
  if (!node) return entries;
  if (!node.is_list()) {
    fault(node, std::string("`") + key + "` is not a list", "write [one, two] or lines with -");
    return entries;
  }
  entries = node.list();
  count(node, key, entries.size(), least);
  return entries;
}

void Sheet::count(const yaml::Node& node, const char* key, std::size_t all, std::size_t least) {
  if (all >= least) return;
  fault(node,
        std::string("`") + key + "` has " + std::to_string(all) + ", at least " +
            std::to_string(least) + " are needed",
        "add " + std::to_string(least - all));
}

bool is_unwritten(std::string_view text) {
  return text == "…" || text.starts_with("… ");
}

}  // namespace attune::client
