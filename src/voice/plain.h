#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace attune::voice {

/// Shorthand and its long form: "u" → "you", "whats" → "what is".
using Spelling = std::unordered_map<std::string, std::string>;

/// One sentence of a supporter's turn in plain words.
struct Sentence {
  std::vector<std::string> words;  ///< lower-case, contractions and shorthand spelled out
  std::string text;                ///< the words, joined by spaces
  std::string core;                ///< without light words ("what", "do", "think"); may be ""
  bool asks = false;               ///< by its mark or by its shape
  bool possessive = false;         ///< an "'s" was left out of the words
  bool closed = false;             ///< asks so that yes or no would answer it
  bool marked = false;             ///< asks by its mark alone: "every night?"
  bool invites = false;            ///< holds a phrase that asks for more of whatever it is
  std::vector<Sentence> clauses;   ///< between commas, where there are several
};

/// How plain words are made; from content/acts.yaml.
struct Wording {
  Spelling spelling;
  std::unordered_set<std::string> light;  ///< words that say little of what a question is about
  std::vector<std::vector<std::string>> people;  ///< words for the same relation: mum, mother
};

/// In lower case and without its accent: who cannot type "Åsa" types "asa".
[[nodiscard]] char32_t plain_letter(char32_t c);

/// Cuts a turn into sentences; a second question after "and" is one of its own.
[[nodiscard]] std::vector<Sentence> plain(std::string_view text, const Wording& wording);

/// All of a turn's sentences as one.
[[nodiscard]] Sentence join(std::vector<Sentence> sentences);

/// The word by which a question asks: "who", "how long"; "yes or no" where there is none.
[[nodiscard]] std::string_view shape_of(const std::vector<std::string>& words);

/// What sort of answer a question wants: "who", "when", "where", "why", "how_much", "like" (what is
/// it like), "feel", "how", "which", "what"; "you" or "other" where yes or no would do, about the
/// one who is asked or not.
[[nodiscard]] std::string_view sort_of(const Sentence& question);

/// True where the letters are no words of any language: keys struck at random.
[[nodiscard]] bool is_gibberish(std::string_view text);

/// Letters outside the Latin script make up more than half.
[[nodiscard]] bool is_other_script(std::string_view text);

[[nodiscard]] std::size_t count_words(std::string_view text);

}  // namespace attune::voice
