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
  /// Of each feature, the root of the sum of its squared values over all texts: how much a weight
  /// of one moves them all together.
  [[nodiscard]] const std::vector<double>& reach() const { return reach_; }

 private:
  struct Seen {
    int texts = 0;
    double squares = 0;
  };
  std::unordered_map<std::uint32_t, Seen> seen_;
  std::unordered_map<std::uint32_t, std::uint32_t> columns_;
  std::vector<std::uint32_t> keys_;
  std::vector<double> reach_;
};

}  // namespace attune::language
