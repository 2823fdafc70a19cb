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
  static constexpr auto kPeople = std::to_array<language::WordTable::Entry>(
      {{"father", "he"},    {"dad", "he"},          {"daddy", "he"},
       {"pa", "he"},        {"papa", "he"},         {"brother", "he"},
       {"brothers", "he"},  {"husband", "he"},      {"son", "he"},
       {"sons", "he"},      {"boy", "he"},          {"boyfriend", "he"},
       {"grandson", "he"},  {"grandpa", "he"},      {"grandfather", "he"},
       {"uncle", "he"},     {"mother", "she"},      {"mum", "she"},
       {"mom", "she"},      {"mam", "she"},         {"sister", "she"},
       {"sisters", "she"},  {"wife", "she"},        {"girlfriend", "she"},
       {"daughter", "she"}, {"daughters", "she"},   {"granddaughter", "she"},
       {"grandma", "she"},  {"grandmother", "she"}, {"gran", "she"},
       {"aunt", "she"},     {"auntie", "she"},      {"aunty", "she"}});
  static const language::WordTable kTable(kPeople);
  const std::string_view* found = kTable.find(word);
  if (found == nullptr) return 0;
  return *found == "he" ? 1 : -1;
}

bool points(const Sentence& sentence) {
  return std::ranges::any_of(
      sentence.words, [](const std::string& word) { return pronoun(word) != Pronoun::none; });
}

}  // namespace attune::voice
