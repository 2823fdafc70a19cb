#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"

namespace attune::base::yaml {

/// Reads a content file strictly. Remembers the first fault, with its place and what mends it;
/// everything read after it is to be dropped with the file.
class Sheet {
 public:
  using Names = std::vector<std::string_view>;

  explicit Sheet(std::filesystem::path file) : file_(std::move(file)) {}

  /// The file's document; `not_found` when there is no file, `invalid` when it is no YAML or has
  /// another `format` or `version`.
  [[nodiscard]] Result<Node> read(std::string_view format, int version = 1);
  /// The same of a text that stands for the file.
  [[nodiscard]] Result<Node> read_text(std::string_view text, std::string_view format,
                                       int version = 1);

  [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }
  void fail(const Node& node, const std::string& what, const std::string& mend);

  /// Whether `map` is a map that has the `required` keys, and no others but `optional` ones, none
  /// twice.
  bool keys(const Node& map, const std::string& what, const Names& required,
            const Names& optional = {});

  // Values under a key of `map`. A key that is not there gives the type's nothing: `keys` tells
  // those that must be.
  std::string text(const Node& map, std::string_view key);
  std::vector<std::string> texts(const Node& map, std::string_view key, std::size_t least = 1);
  std::vector<Node> list(const Node& map, std::string_view key, std::size_t least = 1);
  std::string id(const Node& map, std::string_view key = "id");  ///< a-z, 0-9, '-' and '_'
  std::string one_of(const Node& map, std::string_view key, const Names& known);
  double number(const Node& map, std::string_view key, double low, double high);
  int whole(const Node& map, std::string_view key, int low, int high);
  bool flag(const Node& map, std::string_view key);

 private:
  const std::filesystem::path file_;
  std::optional<Error> fault_;
};

/// "a, b, c"
[[nodiscard]] std::string listed(const Sheet::Names& names);

}  // namespace attune::base::yaml
