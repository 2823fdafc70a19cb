#pragma once

#include <cstdint>
#include <span>

#include "language/heard.h"

namespace attune::language {

/// How the words of a supporter turn relate to what was said before it.
///
/// Telling words are all but function words; common verbs of talk ("think", "want") count for less.
/// "Taken up" means the same stem stood in the client's last words: the last turn counts most, and
/// a turn of mere nods ("Mm-hmm.") lets the one before it count as much.
struct Uptake {
  double words = 0;  ///< telling words in the turn, weighed
  double taken = 0;  ///< of them, taken from the client's last turns; by recency, and more when the
                     ///< word is new in the talk
  double grounded = 0;  ///< of them, said by either speaker so far, or about talking
  double added = 0;     ///< words of one's own: not in the client's last turns, not said by the
                        ///< supporter before, no feeling, and nothing that is said to anyone
  double known = 0;     ///< telling words of the client so far
  double copied = 0;    ///< [0, 1] share of the turn that repeats one client turn in order
  double returned = 0;  ///< [0, 1] share of that client turn that is given back
  bool in_first_person = false;  ///< the copied words still say "I"
  double repeats = 0;            ///< [0, 1] likeness to an earlier turn of the same supporter
};

/// `before` is oldest first; no more than its last `kReach` turns are looked at.
[[nodiscard]] Uptake uptake(const Heard& supporter, std::span<const Heard> before);

/// How telling a word is, by its hash: 0 for function words, 0.35 for common verbs of talk, else 1.
[[nodiscard]] double telling_word(std::uint64_t key);

/// Telling words of a text, weighed: 1 each, less for common verbs.
[[nodiscard]] double telling_words(const Wording& text);

}  // namespace attune::language
