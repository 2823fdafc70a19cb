#pragma once

#include <filesystem>

#include "base/result.h"

namespace attune::cli {

/// Where the program's own files lie. Found from the program itself, so it runs from any folder:
/// beside the binary (installed) or at the root of the checkout that it was built in.
struct Places {
  std::filesystem::path content;  ///< clients, lexicons, suggestions, dynamics
  std::filesystem::path models;   ///< trained weights and their cards
  std::filesystem::path web;      ///< the built page
};

/// `not_found` says which folder is missing and how to get it.
[[nodiscard]] base::Result<Places> find_places();

}  // namespace attune::cli
