#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "coach/plain_words.h"

namespace attune::coach {

/// Many word sequences, each of a numbered group, found by their first word. Thread-safe once
/// filled.
class Sequences {
 public:
  /// `sequence` is words set apart by single spaces.
  void add(std::size_t group, const std::string& sequence) {
    if (!sequence.empty())
      by_first_[sequence.substr(0, sequence.find(' '))].push_back({group, sequence});
  }

  /// Calls `with(group, sequence)` for each that `words` begin with, in the order of adding.
  template <class With>
  void each(std::span<const PlainWord> words, With with) const {
    const auto found = by_first_.find(words.front().form);
    if (found == by_first_.end()) return;
    for (const auto& [group, sequence] : found->second)
      if (begins_with(words, sequence)) with(group, sequence);
  }

 private:
  struct Sequence {
    std::size_t group;
    std::string words;
  };
  std::unordered_map<std::string, std::vector<Sequence>> by_first_;
};

}  // namespace attune::coach
