#include <array>
#include <fstream>
#include <sstream>

#include <yaml-cpp/yaml.h>

#include "base/draw.h"
#include "client/dynamics.h"

namespace attune::client {
namespace {

using base::Code;
using base::Result;

std::string sixteen_digits(std::uint64_t value) {
  std::array<char, 17> text{};
  std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(value));
  return text.data();
}

std::string place(const std::filesystem::path& file, const YAML::Mark& mark) {
  return file.string() + ":" + std::to_string(mark.line + 1) + ":" +
         std::to_string(mark.column + 1) + ": ";
}

Result<double> coefficient(const YAML::Node& entry, const std::string& where) {
  if (!entry.IsMap() || !entry["value"] || !entry["source"])
    return base::fail(Code::invalid, where + "a coefficient needs `value` and `source`");
  if (entry["source"].as<std::string>().empty())
    return base::fail(Code::invalid, where + "`source` is empty; name a study or say our choice");
  return entry["value"].as<double>();
}

Result<Dynamics> parse(const std::string& text, const std::filesystem::path& file) {
  const YAML::Node root = YAML::Load(text);
  if (!root.IsMap() || root["format"].as<std::string>("") != "attune-dynamics")
    return base::fail(Code::invalid, file.string() + ":1:1: not an attune-dynamics file");
  Dynamics dynamics;
  dynamics.version = root["version"].as<std::string>("") + "-" + sixteen_digits(base::hash(text));
  for (const auto& entry : root["coefficients"]) {
    const auto name = entry.first.as<std::string>();
    const std::string where = place(file, entry.first.Mark()) + name + ": ";
    auto value = coefficient(entry.second, where);
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
  try {
    return parse(text.str(), file);
  } catch (const YAML::Exception& error) {
    return base::fail(Code::invalid, place(file, error.mark) + error.msg);
  }
}

}  // namespace attune::client
