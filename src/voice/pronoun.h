#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "voice/plain.h"

/// Words that stand for somebody or something said before.
namespace attune::voice {

/// "that" stands for things, times and places too.
enum class Pronoun { none, he, she, they, that };

/// Of a plain word, in any of its cases: "his" is he.
[[nodiscard]] Pronoun pronoun(std::string_view word);

/// He, she or they.
[[nodiscard]] bool is_someone(Pronoun one);

[[nodiscard]] bool has(const std::vector<std::string>& words, Pronoun one);

/// 1 for "he", -1 for "she", whichever comes first; 0 for neither.
[[nodiscard]] int first_he(const std::vector<std::string>& words);

/// 1 for "brother", -1 for "sister", 0 for "friend", a name or any other word.
[[nodiscard]] int he_of(std::string_view word);

/// Whether any stands in it.
[[nodiscard]] bool points(const Sentence& sentence);

}  // namespace attune::voice
