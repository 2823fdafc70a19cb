#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "coach/remark.h"
#include "conversation/reading.h"

/// content/suggestions.yaml as data (docs/formats/suggestions.md).
namespace attune::coach {

inline constexpr std::size_t kKinds = 3;
inline constexpr std::array<std::string_view, kKinds> kKindNames{"motivational_interviewing",
                                                                 "empathic_response", "support"};

/// What a card may show.
inline constexpr auto kCardSkills = std::to_array<std::string_view>(
    {"open_question", "closed_question", "simple_reflection", "complex_reflection", "affirm",
     "give_information", "ask_directly", "stay", "share", "introduction", "seek_collaboration",
     "emphasize_autonomy"});

/// Phrases of one kind for one situation, with the skill that they show and why it fits now.
struct Pool {
  std::string skill;
  std::string why;
  std::vector<std::string> say;  ///< may hold the slots {you} {now} {then} {words} {feeling}
                                 ///< {said} {seems} {joy} {who} {thing} {name} {ask}
};

/// Something that a client's words may be, and how one may answer.
struct Situation {
  std::string id;
  std::vector<std::string> when;   ///< examples, matched by meaning
  std::vector<std::string> has;    ///< word sequences that are enough by themselves
  std::vector<std::string> after;  ///< the same of the supporter's question that is answered
  std::array<Pool, kKinds> pools;  ///< in the order of `kKindNames`
  bool last = false;               ///< looked for when the words are nothing else: an aside
};

/// A feeling word to say, and the client's words that it takes up.
struct Feeling {
  std::string say;
  std::vector<std::string> from;
  bool joy = false;  ///< a glad one, which fills {joy} alone
  std::string to;    ///< the situation that naming it means
};

struct Phrases {
  std::vector<Feeling> feelings;
  std::array<std::vector<std::string>, conversation::kEmotions> read_as;  ///< empty for neutral
  std::vector<std::string> asks;  ///< direct questions about suicide, for the slot {ask}
  std::vector<Situation> situations;
  std::array<std::string, kRemarkKinds> remarks;  ///< by RemarkKind

  /// The situation of that id, or nullptr.
  [[nodiscard]] const Situation* find(std::string_view id) const;
};

}  // namespace attune::coach
