#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/concerns.h"
#include "language/earlier.h"
#include "language/emotion_join.h"
#include "language/linear.h"
#include "language/reader.h"
#include "language/spelling.h"
#include "language/spoken.h"
#include "language/words.h"

/// What `Reader` is made of, for its own files alone.
namespace attune::language {

/// Heads in the order of the index that they share.
enum Head : std::size_t {
  kEmotion,
  kFine,
  kValence,
  kArousal,
  kSkillHead,
  kEmpathy,
  kTalk,
  kRisk,
  kHeads
};

inline constexpr std::array<const char*, kHeads> kHeadNames{
    "emotion", "fine", "valence", "arousal", "skills", "empathy", "talk", "risk"};

inline constexpr std::size_t kUnderHeads = conversation::kEmotions + conversation::kFineEmotions;

// Memory that one thread uses again for every turn it reads.
struct Scratch {
  Tokens tokens;
  Tokens other;
  Features features;
  Linear::Hits places;     // of the features, in the index
  std::size_t sought = 0;  // features that were looked up there
  Linear::Hits hits;       // of the features, in the head at hand
  // Raw values of the emotion head, then of the fine one, then the words' direction: the dense
  // inputs of valence and arousal. Then the direction of what a client's turn answers, and the
  // talk's shape: the dense inputs of talk are both directions and it.
  std::vector<float> under;
  std::vector<std::string_view> earlier;  // of the client, the latest first
  Past past;
};

struct Reader::Parts {
  Spelling spelling;
  Words vectors;
  std::array<Linear, kHeads> heads;
  EmotionJoin join;  // of the emotion head
  std::optional<KeyIndex> index;
  std::vector<Card> cards;
  std::string version;

  /// The features of a text, in memory that is this thread's until the next text.
  Scratch& take_in(const std::string& text) const;
  /// And those that it has as an answer to what was said before, with the talk's dense inputs;
  /// `other` is the other's last turn, null when there is none.
  void take_in_client(const Tokens* other, std::span<const conversation::Turn> before,
                      Scratch& scratch) const;
  void take_in_supporter(const Spoken& said, const Tokens* other,
                         std::span<const conversation::Turn> before, Scratch& scratch) const;
  /// Where the features that were added last stand in the heads.
  void look_up(Scratch& scratch) const {
    index->find(scratch.features, scratch.sought, scratch.places);
    scratch.sought = scratch.features.size();
  }
  void read_fine(Scratch& scratch, conversation::Reading& reading) const;
  /// After `read_fine`.
  void read_emotion(Scratch& scratch, conversation::Reading& reading) const;
  double read_affect(Head head, Scratch& scratch, conversation::Reading& reading) const;

  /// Raw values of a head by the features that stand in `scratch`, and by its dense inputs.
  template <std::size_t N>
  std::array<float, N> values(Head head, Scratch& scratch,
                              std::span<const float> dense = {}) const {
    std::array<float, N> raw{};
    index->hits(head, scratch.places, scratch.hits);
    heads[head].score(scratch.features, scratch.hits, dense, raw);
    return raw;
  }
  void read_skills(std::span<const conversation::Turn> before, const Spoken& said, Scratch& scratch,
                   conversation::Reading& reading) const;
  /// After `read_skills`, from all that was read of the turn.
  void read_concerns(const Exchange& exchange, const Scratch& scratch,
                     conversation::Reading& reading) const;
  void read_empathy(const std::string& text, Scratch& scratch,
                    conversation::Reading& reading) const;
  void read_talk(Scratch& scratch, conversation::Reading& reading) const;
  /// `asked`: the turn answers a question about suicide.
  void read_risk(const conversation::Turn& turn, bool asked, Scratch& scratch,
                 conversation::Reading& reading) const;
  void abstain_unread(const Tokens& tokens, conversation::Reading& reading) const;
  bool is_unknown(const Tokens& tokens) const;
};

}  // namespace attune::language
