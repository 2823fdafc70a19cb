#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"
#include "language/pattern.h"

namespace attune::protocol {

/// Reads the parts of a strict file and keeps the first fault; whatever is read after it is to be
/// dropped with the file.
class Sheet {
 public:
  explicit Sheet(std::string_view file) : file_(file) {}

  [[nodiscard]] const std::optional<base::Error>& fault() const { return fault_; }
  void fail(const base::yaml::Mark& mark, const std::string& what, const std::string& mend);

  /// Whether `map` is a map with known keys, none twice.
  bool keys(const base::yaml::Node& map, const std::string& what,
            std::initializer_list<std::string_view> known);

  /// What is missing or empty is a fault.
  std::string text(const base::yaml::Node& map, std::string_view key, const std::string& what);
  std::vector<base::yaml::Node> list(const base::yaml::Node& map, std::string_view key,
                                     const std::string& what);

  /// Lower-case letters, digits, '-' and '_'.
  std::string id(const base::yaml::Node& map, const std::string& what);

  /// `fallback` where the key is missing; anything but true and false, or outside [low, high], is a
  /// fault.
  bool truth(const base::yaml::Node& map, std::string_view key, bool fallback);
  int number(const base::yaml::Node& node, int low, int high);

  /// Phrases in the notation of `Pattern`; a contraction is opened, and one that could never be
  /// found is a fault.
  language::Patterns phrases(const base::yaml::Node& map, std::string_view key,
                             const std::string& what);

 private:
  std::string phrase(const base::yaml::Node& node);

  std::string file_;
  std::optional<base::Error> fault_;
};

/// "a, b, c"
[[nodiscard]] std::string listed(const std::vector<std::string_view>& names);

}  // namespace attune::protocol
