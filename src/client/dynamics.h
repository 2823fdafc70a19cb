#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace attune::client {

/// The mind's coefficients by name, from content/dynamics.yaml, where each has a source or the
/// words "our choice". docs/models/mind.md says what each does.
struct Dynamics {
  std::map<std::string, double, std::less<>> coefficients;
  std::string version;  ///< pinned in `opened`

  /// The coefficient; a name that the file does not hold is a bug of ours.
  [[nodiscard]] double operator()(std::string_view name) const;
};

[[nodiscard]] base::Result<Dynamics> load_dynamics(const std::filesystem::path& file);

}  // namespace attune::client
