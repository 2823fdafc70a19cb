#pragma once

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/result.h"

namespace attune::language {

/// Trained weights as they stand on disk: a head's name and named arrays (docs/formats/model.md).
///
/// Little-endian; a checksum covers everything after the header. A foreign, damaged, cut-off or
/// newer file is refused with a sentence that says which.
class ModelFile {
 public:
  ModelFile() = default;
  explicit ModelFile(std::string head) : head_(std::move(head)) {}

  /// `head` must be the one that the file was written for.
  [[nodiscard]] static base::Result<ModelFile> load(const std::filesystem::path& path,
                                                    std::string_view head);
  [[nodiscard]] base::Result<void> save(const std::filesystem::path& path) const;

  /// Changes with any byte of the content.
  [[nodiscard]] std::uint64_t checksum() const;

  template <class T>
  void put(const std::string& name, const std::vector<T>& values) {
    static_assert(std::is_arithmetic_v<T>);
    const std::size_t size = values.size() * sizeof(T);
    auto bytes = std::make_shared<char[]>(size);
    if (size > 0) std::memcpy(bytes.get(), values.data(), size);
    arrays_[name] = {std::move(bytes), size};
  }

  /// The array called `name`; an error when it is missing or does not hold `count` values.
  template <class T>
  [[nodiscard]] base::Result<std::vector<T>> get(const std::string& name, std::size_t count) const {
    static_assert(std::is_arithmetic_v<T>);
    auto bytes = find(name, count * sizeof(T));
    if (!bytes) return tl::unexpected(bytes.error());
    std::vector<T> values(count);
    if (count > 0) std::memcpy(values.data(), bytes->get(), count * sizeof(T));
    return values;
  }

  /// Bytes held under `name`, 0 when it is missing.
  [[nodiscard]] std::size_t size_of(const std::string& name) const;

 private:
  using Held = std::shared_ptr<const char[]>;
  struct Array {
    Held bytes;
    std::size_t size = 0;
  };

  [[nodiscard]] base::Result<Held> find(const std::string& name, std::size_t size) const;
  [[nodiscard]] std::string payload() const;
  [[nodiscard]] base::Result<void> parse(const Held& owner, std::string_view payload);

  std::string head_;
  std::uint64_t loaded_sum_ = 0;  // of a file that was loaded, 0 of one that is being made
  std::map<std::string, Array> arrays_;
};

}  // namespace attune::language
