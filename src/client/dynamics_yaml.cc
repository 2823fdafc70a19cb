#include <array>
#include <charconv>
#include <fstream>
#include <sstream>

#include "base/draw.h"
#include "base/yaml.h"
#include "client/dynamics.h"

namespace attune::client {
namespace {

using base::Code;
using base::Result;
namespace yaml = base::yaml;

std::string sixteen_digits(std::uint64_t value) {
  std::array<char, 17> text{};
  std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(value));
  return text.data();
}

std::string place(const std::filesystem::path& file, const yaml::Mark& mark) {
  return file.string() + ":" + std::to_string(mark.line + 1) + ":" +
         std::to_string(mark.column + 1) + ": ";
}

Result<double> coefficient(const yaml::Node& entry, const std::string& where) {
  if (!entry.is_map() || !entry["value"] || !entry["source"])
    return base::fail(Code::invalid, where + "a coefficient needs `value` and `source`");
  if (entry["source"].scalar().empty())
    return base::fail(Code::invalid, where + "`source` is empty; name a study or say our choice");
  const std::string& raw = entry["value"].scalar();
  double value = 0;
  const auto read = std::from_chars(raw.data(), raw.data() + raw.size(), value);
  if (raw.empty() || read.ec != std::errc{} || read.ptr != raw.data() + raw.size())
    return base::fail(Code::invalid, where + "`value` is not a number; write one like 0.5");
  return value;
}

Result<Dynamics> parse(const std::string& text, const std::filesystem::path& file) {
  const auto parsed = yaml::parse(text);
  if (!parsed)
    return base::fail(Code::invalid, place(file, parsed.error().mark) + parsed.error().what);
  const yaml::Node& root = *parsed;
  if (root["format"].scalar() != "attune-dynamics")
    return base::fail(Code::invalid, file.string() + ":1:1: not an attune-dynamics file");
  Dynamics dynamics;
  dynamics.version = root["version"].scalar() + "-" + sixteen_digits(base::hash(text));
  for (const auto& entry : root["coefficients"].entries()) {
    const std::string& name = entry.key.scalar();
    const std::string where = place(file, entry.key.mark()) + name + ": ";
    auto value = coefficient(entry.value, where);
    if (!value) return tl::unexpected(value.error());
    if (!dynamics.coefficients.emplace(name, *value).second)
      return base::fail(Code::invalid, where + "stands there twice");
  }
  return dynamics;
}

}  // namespace

Result<Dynamics> load_dynamics(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return base::fail(Code::not_found, "reading " + file.string() + ": cannot open it");
  std::ostringstream text;
  text << stream.rdbuf();
  return parse(text.str(), file);
}

}  // namespace attune::client
