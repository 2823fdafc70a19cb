#pragma once

#include <span>
#include <vector>

#include "coach/phrases.h"
#include "coach/sequences.h"

namespace attune::coach {

/// A feeling that a client named as their own, and where.
struct FeelingSaid {
  const Feeling* feeling = nullptr;  ///< in the table
  Range from;
};

/// Finds the feelings of a table in what a client says. Immutable, so thread-safe.
class FeelingFinder {
 public:
  /// `feelings` must outlive the finder.
  explicit FeelingFinder(const std::vector<Feeling>& feelings);

  /// Those that the client named as their own, latest first; none for a
  /// word that is negated, or told of someone else.
  [[nodiscard]] std::vector<FeelingSaid> said(std::span<const PlainWord> words) const;

  /// Whether a feeling of the table is named at all: denied, or somebody else's, too.
  [[nodiscard]] bool named(std::span<const PlainWord> words) const;

 private:
  const std::vector<Feeling>& feelings_;
  Sequences from_;  ///< by the feeling's place in the table
};

}  // namespace attune::coach
