#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace attune::review {

/// Puts "[name]" in place of people's names in texts.
class HideNames {
 public:
  /// Each word of three letters or more of each of `names` is one.
  explicit HideNames(const std::vector<std::string>& names);

  /// A word that is a name, whatever its case, unless it stands in lower case and the name does not
  /// ("Will" hides "Will", and not "will").
  [[nodiscard]] std::string operator()(std::string_view text) const;

 private:
  [[nodiscard]] bool is_name(std::string_view word) const;

  std::set<std::string, std::less<>> words_;    ///< as they are written
  std::set<std::string, std::less<>> lowered_;  ///< in lower case
};

}  // namespace attune::review
