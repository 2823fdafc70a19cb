#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace attune::voice {

/// Which words, and which pairs of words in a row, people are known to use: all that the clients
/// are given to say. Tells a language model that babbles from one that speaks.
class Usage {
 public:
  void add(std::string_view text);

  /// No sense in it, for anybody: signs that nobody types, or mostly words, or pairs of words,
  /// that are not known. Where nothing was added, signs alone.
  [[nodiscard]] bool is_babble(std::string_view text) const;

 private:
  std::unordered_set<std::uint64_t> words_, pairs_;  ///< hashes
};

}  // namespace attune::voice
