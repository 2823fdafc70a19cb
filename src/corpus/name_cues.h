#pragma once

#include <string>
#include <vector>

#include "corpus/private_words.h"

/// Which words of a text are somebody's name.
namespace attune::corpus {

/// One name, of one word or of a first and a family name.
struct Named {
  std::size_t first = 0, last = 0;  ///< words
};

/// In order, none over another.
[[nodiscard]] std::vector<Named> find_names(const std::vector<Word>& words);

/// Whether this word, which is known as a name from elsewhere in the talk, is that name here too.
[[nodiscard]] bool is_meant(const std::vector<Word>& words, std::size_t i);

}  // namespace attune::corpus
