#include "cli/write_file.h"

#include <fstream>
#include <system_error>

namespace attune::cli {

base::Result<void> write_file(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::path fresh = file;
  fresh += ".new";
  std::ofstream out(fresh, std::ios::binary);
  out << text;
  out.close();
  std::error_code failed;
  if (out) std::filesystem::rename(fresh, file, failed);
  if (out && !failed) return {};
  std::filesystem::remove(fresh, failed);
  return base::fail(base::Code::unavailable,
                    "cannot write " + file.string() + "; is there room, and leave to write?");
}

}  // namespace attune::cli
