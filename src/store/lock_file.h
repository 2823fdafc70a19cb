#pragma once

#include <filesystem>

#include "base/result.h"

namespace attune::store {

/// Keeps a second process away from a directory; the kernel lets go when the process ends, however
/// it ends.
class LockFile {
 public:
  /// `conflict` when another process holds it.
  [[nodiscard]] static base::Result<LockFile> take(const std::filesystem::path& file);
  LockFile(LockFile&& other) noexcept;
  LockFile& operator=(LockFile&&) = delete;
  ~LockFile();

 private:
  explicit LockFile(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;  ///< -1 when moved from
};

}  // namespace attune::store
