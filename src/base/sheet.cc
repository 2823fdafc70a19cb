#include "base/sheet.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>

namespace attune::base::yaml {
namespace {

bool holds(const Sheet::Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::string quoted(std::string_view key) {
  return "`" + std::string(key) + "`";
}

std::string plain(double number) {
  std::ostringstream out;
  out << number;
  return out.str();
}

}  // namespace

Result<Node> Sheet::read(std::string_view format, int version) {
  std::ifstream stream(file_, std::ios::binary);
  std::ostringstream text;
  if (!stream || !(text << stream.rdbuf()))
    return base::fail(Code::not_found, "cannot read " + file_.string());
  return read_text(text.str(), format, version);
}

Result<Node> Sheet::read_text(std::string_view text, std::string_view format, int version) {
  const auto root = parse(text);
  if (!root) {
    fault_ =
        Error{Code::invalid, file_.string() + ":" + std::to_string(root.error().mark.line + 1) +
                                 ":" + std::to_string(root.error().mark.column + 1) + ": " +
                                 root.error().what + "; mend the YAML there"};
    return tl::unexpected(*fault_);
  }
  if ((*root)["format"].scalar() != format)
    fail(*root, "another kind of file", "begin with format: " + std::string(format));
  if ((*root)["version"].scalar() != std::to_string(version))
    fail(*root, "unknown version", "write version: " + std::to_string(version));
  if (fault_) return tl::unexpected(*fault_);
  return *root;
}

void Sheet::fail(const Node& node, const std::string& what, const std::string& mend) {
  if (fault_) return;
  const Mark mark = node.mark();
  fault_ = Error{Code::invalid, file_.string() + ":" + std::to_string(mark.line + 1) + ":" +
                                    std::to_string(mark.column + 1) + ": " + what + "; " + mend};
}

bool Sheet::keys(const Node& map, const std::string& what, const Names& required,
                 const Names& optional) {
  if (!map.is_map()) {
    fail(map, what + " is no map", "write key: value pairs");
    return false;
  }
  Names known = required;
  known.insert(known.end(), optional.begin(), optional.end());
  std::set<std::string> seen;
  for (const auto& entry : map.entries()) {
    const std::string key = entry.key.is_scalar() ? entry.key.scalar() : "";
    if (!holds(known, key))
      fail(entry.key, "unknown key \"" + key + "\" in " + what, "known are: " + listed(known));
    if (!seen.insert(key).second)
      fail(entry.key, "\"" + key + "\" stands twice in " + what, "keep one");
  }
  for (const std::string_view key : required)
    if (!seen.contains(std::string(key))) fail(map, what + " lacks " + quoted(key), "add it");
  return !fault_;
}

std::string Sheet::text(const Node& map, std::string_view key) {
  const Node node = map[key];
  if (!node) return "";
  if (node.is_scalar() && node.scalar().find_first_not_of(" \t\r\n") != std::string::npos)
    return node.scalar();
  fail(node, quoted(key) + " is no text", "write words in double quotes");
  return "";
}

std::vector<Node> Sheet::list(const Node& map, std::string_view key, std::size_t least) {
  const Node node = map[key];
  if (!node) return {};
  if (!node.is_list()) fail(node, quoted(key) + " is no list", "write [one, two] or lines with -");
  std::vector<Node> entries = node.list();
  if (entries.size() < least)
    fail(node, quoted(key) + " has too few entries", "give " + std::to_string(least) + " at least");
  return entries;
}

std::vector<std::string> Sheet::texts(const Node& map, std::string_view key, std::size_t least) {
  std::vector<std::string> all;
  for (const Node& entry : list(map, key, least)) {
    if (!entry.is_scalar() || entry.scalar().find_first_not_of(" \t\r\n") == std::string::npos)
      fail(entry, "an entry of " + quoted(key) + " is no text", "write words in double quotes");
    all.push_back(entry.scalar());
  }
  return all;
}

std::string Sheet::id(const Node& map, std::string_view key) {
  const std::string id = text(map, key);
  const bool fine = std::ranges::all_of(id, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
  if (!fine)
    fail(map[key], quoted(key) + " holds other than a-z, 0-9, - and _", "use lower-case letters");
  return id;
}

std::string Sheet::one_of(const Node& map, std::string_view key, const Names& known) {
  const std::string word = text(map, key);
  if (!word.empty() && !holds(known, word))
    fail(map[key], "unknown " + std::string(key) + " \"" + word + "\"",
         "known are: " + listed(known));
  return word;
}

double Sheet::number(const Node& map, std::string_view key, double low, double high) {
  const Node node = map[key];
  if (!node) return 0;
  const std::string raw = node.is_scalar() ? node.scalar() : "";
  double value = 0;
  const auto [at, error] = std::from_chars(raw.data(), raw.data() + raw.size(), value);
  const bool read = !raw.empty() && error == std::errc() && at == raw.data() + raw.size();
  if (!read || !(value >= low && value <= high))
    fail(node, quoted(key) + " is no number from " + plain(low) + " to " + plain(high),
         "write one");
  return value;
}

int Sheet::whole(const Node& map, std::string_view key, int low, int high) {
  const double value = number(map, key, low, high);
  if (value != std::floor(value)) fail(map[key], quoted(key) + " is no whole number", "round it");
  return fault_ ? low : static_cast<int>(value);
}

bool Sheet::flag(const Node& map, std::string_view key) {
  const std::string word = one_of(map, key, {"true", "false"});
  return word == "true";
}

std::string listed(const Sheet::Names& names) {
  std::string all;
  for (const std::string_view name : names) all += (all.empty() ? "" : ", ") + std::string(name);
  return all;
}

}  // namespace attune::base::yaml
