#pragma once

#include "corpus/private_words.h"

/// The parts of `find_identifiers`. Each adds what it finds; what lies over an earlier find is
/// dropped later.
namespace attune::corpus {

void find_addresses_online(std::string_view text, std::vector<Found>& found);
void find_handles(std::string_view text, const std::vector<Word>& words, std::vector<Found>& found);
void find_numbers(std::string_view text, const std::vector<Word>& words, std::vector<Found>& found);
void find_births(const std::vector<Word>& words, std::vector<Found>& found);
void find_homes(std::string_view text, const std::vector<Word>& words, std::vector<Found>& found);

/// Whether `word` is one of `list`, which is parted by blanks.
[[nodiscard]] bool among(std::string_view list, std::string_view word);

}  // namespace attune::corpus
