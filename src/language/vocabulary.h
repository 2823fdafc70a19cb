#pragma once

#include <cstdint>
#include <map>
#include <unordered_map>
#include <vector>

#include "language/features.h"
#include "language/solver.h"

namespace attune::language {

/// The features that training keeps: those seen in at least so many texts, in the order of their
/// keys.
class Vocabulary {
 public:
  /// Counts each feature of one text once.
  void count(const Features& features);

  /// Drops the rare and numbers the rest; `row` may be called from then on.
  void close(int least_texts);

  [[nodiscard]] Row row(const Features& features) const;
  [[nodiscard]] std::size_t size() const { return keys_.size(); }
  [[nodiscard]] const std::vector<std::uint32_t>& keys() const { return keys_; }

 private:
  std::unordered_map<std::uint32_t, int> texts_;
  std::unordered_map<std::uint32_t, std::uint32_t> columns_;
  std::vector<std::uint32_t> keys_;
};

}  // namespace attune::language
