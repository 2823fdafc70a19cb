#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace attune::base::yaml {

/// A place in a document, both from 0.
struct Mark {
  int line = 0, column = 0;
};

/// Why a text is no YAML document, and where.
struct Fault {
  Mark mark;
  std::string what;
};

struct Entry;

/// A part of a document: a scalar, a list, a map, nothing ("key:" without a value), or, where a key
/// is missing, no part at all. Cheap to copy; keeps its document alive.
class Node {
 public:
  Node() = default;

  /// Whether there is such a part.
  explicit operator bool() const { return part_ != nullptr; }
  [[nodiscard]] bool is_scalar() const;
  [[nodiscard]] bool is_list() const;
  [[nodiscard]] bool is_map() const;
  [[nodiscard]] Mark mark() const;

  /// The text of a scalar, "" for anything else.
  [[nodiscard]] std::string scalar() const;

  /// Of a map: the first value under `key`, or no part.
  [[nodiscard]] Node operator[](std::string_view key) const;

  /// Entries of a list, in `value`, or of a map, with equal keys all kept; none of anything else.
  [[nodiscard]] std::vector<Entry> entries() const;
  [[nodiscard]] std::vector<Node> list() const;

 private:
  friend class Builder;
  struct Part;
  explicit Node(std::shared_ptr<const Part> part) : part_(std::move(part)) {}
  [[nodiscard]] Node beside(const Part* part) const;  ///< another part of the document
  std::shared_ptr<const Part> part_;
};

struct Entry {
  Node key, value;
};

/// Reads a text that holds exactly one document. Aliases are refused: content is written out.
[[nodiscard]] tl::expected<Node, Fault> parse(std::string_view text);

}  // namespace attune::base::yaml
