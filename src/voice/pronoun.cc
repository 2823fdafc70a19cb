#include "voice/pronoun.h"

#include <algorithm>
#include <array>

#include "language/word_table.h"

namespace attune::voice {

Pronoun pronoun(std::string_view word) {
  static constexpr auto kPronouns = std::to_array<language::WordTable::Entry>(
      {{"he", "he"},      {"him", "he"},   {"his", "he"},      {"himself", "he"}, {"she", "she"},
       {"her", "she"},    {"hers", "she"}, {"herself", "she"}, {"they", "they"},  {"them", "they"},
       {"their", "they"}, {"it", "that"},  {"that", "that"},   {"this", "that"},  {"there", "that"},
       {"then", "that"},  {"one", "that"}, {"those", "that"},  {"these", "that"}, {"two", "that"},
       {"both", "that"}});
  static const language::WordTable kTable(kPronouns);
  const std::string_view* found = kTable.find(word);
  if (found == nullptr) return Pronoun::none;
  if (*found == "that") return Pronoun::that;
  return *found == "he" ? Pronoun::he : *found == "she" ? Pronoun::she : Pronoun::they;
}

bool is_someone(Pronoun one) {
  return one == Pronoun::he || one == Pronoun::she || one == Pronoun::they;
}

bool has(const std::vector<std::string>& words, Pronoun one) {
  return std::ranges::find(words, one, pronoun) != words.end();
}

int first_he(const std::vector<std::string>& words) {
  for (const std::string& word : words)
    if (const Pronoun one = pronoun(word); one == Pronoun::he || one == Pronoun::she)
      return one == Pronoun::he ? 1 : -1;
  return 0;
}

int he_of(std::string_view word) {
  static constexpr auto kHe = std::to_array<std::string_view>(
      {"father",   "dad",         "daddy",   "da",        "pa",       "papa", "ayah",
       "brother",  "brothers",    "husband", "boyfriend", "son",      "sons", "boy",
       "grandson", "grandfather", "grandpa", "grandad",   "granddad", "uncle"});
  static constexpr auto kShe = std::to_array<std::string_view>(
      {"mother",      "mum",        "mam",      "mammy",     "mummy",
       "mom",         "mak",        "ma",       "sister",    "sisters",
       "wife",        "girlfriend", "daughter", "daughters", "granddaughter",
       "grandmother", "grandma",    "granny",   "gran",      "nan",
       "nana",        "abuela",     "aunt",     "auntie",    "aunty"});
  if (std::ranges::find(kHe, word) != kHe.end()) return 1;
  return std::ranges::find(kShe, word) != kShe.end() ? -1 : 0;
}

bool points(const Sentence& sentence) {
  return std::ranges::any_of(
      sentence.words, [](const std::string& word) { return pronoun(word) != Pronoun::none; });
}

}  // namespace attune::voice
