#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace attune::e2e {

/// A fresh directory that goes with its owner.
class TempDir {
 public:
  TempDir();
  ~TempDir();
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// All bytes of all files below.
  [[nodiscard]] std::string bytes() const;

 private:
  std::filesystem::path path_;
};

/// Variables set for a program beside this one's own, "NAME=value".
using Variables = std::vector<std::string>;

/// The real binary, serving a data directory on a free port. Ended with its owner.
class Program {
 public:
  /// Returns once it listens.
  explicit Program(const std::filesystem::path& data,
                   const std::vector<std::string>& arguments = {}, const Variables& variables = {});
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] pid_t id() const { return id_; }

  /// SIGKILL, and waits for the end. Safe to call from another thread than the owner's, once.
  void kill_hard();

  /// SIGTERM; returns the exit status, or -1 when it did not exit by itself.
  int stop();

  /// From now on no file of the program may grow beyond `bytes`; nothing lifts the limit again.
  void limit_files(std::optional<std::size_t> bytes);

 private:
  void wait_for_port(int output);

  pid_t id_ = -1;
  int port_ = 0;
};

/// What a command that ends by itself did.
struct Ended {
  int status = -1;
  std::string errors;  ///< standard error
};
[[nodiscard]] Ended run(const std::vector<std::string>& arguments, const Variables& variables = {});

}  // namespace attune::e2e
