#include "cli/places.h"

#include <system_error>

namespace attune::cli {
namespace {

namespace fs = std::filesystem;

fs::path own_folder() {
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  return program.parent_path();
}

}  // namespace

base::Result<Places> find_places() {
  const fs::path here = own_folder();
  std::error_code ignored;
  for (fs::path root = here; root != root.root_path(); root = root.parent_path()) {
    if (!fs::is_directory(root / "content" / "clients", ignored)) continue;
    if (!fs::is_directory(root / "models", ignored)) continue;
    return Places{root / "content", root / "models", here / "web"};
  }
  return base::fail(base::Code::not_found,
                    "the folders content and models are neither beside the program nor above it; "
                    "run it from a complete checkout (script/server builds one)");
}

}  // namespace attune::cli
