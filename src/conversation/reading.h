#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "conversation/turn.h"

namespace attune::conversation {

/// Ekman's six basic emotions and neutral (field/systems-a.md 1.2), in alphabetical order but for
/// neutral. The order is part of the stored format.
enum class Emotion { anger, disgust, fear, happiness, sadness, surprise, neutral };
inline constexpr std::size_t kEmotions = 7;
using EmotionScores = std::array<double, kEmotions>;
[[nodiscard]] std::string_view name(Emotion emotion);
[[nodiscard]] std::optional<Emotion> emotion(std::string_view name);

/// GoEmotions' 27 emotions and neutral, in that data set's order (Demszky et al., ACL 2020).
inline constexpr std::size_t kFineEmotions = 28;
enum class FineEmotion : std::uint8_t {};  ///< 0 to 27
[[nodiscard]] std::string_view name(FineEmotion emotion);
[[nodiscard]] std::optional<FineEmotion> fine_emotion(std::string_view name);

/// What a client's turn says of a change: for it, neither, against it.
enum class Talk { change, neutral, sustain };
inline constexpr std::size_t kTalks = 3;
[[nodiscard]] std::string_view name(Talk talk);
[[nodiscard]] std::optional<Talk> talk(std::string_view name);

/// How much a client's words speak of danger, and of which. Our own levels and kinds, after the
/// order of helpline triage; no clinical instrument.
enum class RiskLevel { none, low, moderate, high };
inline constexpr std::size_t kRiskLevels = 4;
[[nodiscard]] std::string_view name(RiskLevel level);
[[nodiscard]] std::optional<RiskLevel> risk_level(std::string_view name);
enum class RiskKind {
  ideation,
  intent,
  plan,
  self_harm,
  burdensomeness,
  hopelessness,
  abuse,
  harm_to_others
};
inline constexpr std::size_t kRiskKinds = 8;
[[nodiscard]] std::string_view name(RiskKind kind);
[[nodiscard]] std::optional<RiskKind> risk_kind(std::string_view name);

/// The three ways in which a reply shows empathy (Sharma et al., EMNLP 2020), each 0 to 2.
enum class Mechanism { emotional_reactions, interpretations, explorations };
inline constexpr std::size_t kMechanisms = 3;
[[nodiscard]] std::string_view name(Mechanism mechanism);

/// What a supporter's turn does: MI coding and strategies of support in one list
/// (field/systems-b.md 1.3).
enum class Skill : std::uint8_t {
  open_question,
  closed_question,
  simple_reflection,
  complex_reflection,
  reframe,
  affirm,
  emphasize_autonomy,
  seek_collaboration,
  support,
  advise_with_permission,
  advise_without_permission,
  confront,
  direct,
  warn,
  raise_concern,
  give_information,
  self_disclosure,
  grounding,
  structure,
  introduction,
  chit_chat,
  inappropriate,
  closing,
  other
};
inline constexpr std::size_t kSkills = 24;
using SkillScores = std::array<double, kSkills>;
[[nodiscard]] std::string_view name(Skill skill);
[[nodiscard]] std::optional<Skill> skill(std::string_view name);

/// The four coarse behaviors of AnnoMI: "question", "reflection", "input", "other".
enum class MainSkill { question, reflection, input, other };
[[nodiscard]] std::string_view name(MainSkill skill);
[[nodiscard]] std::optional<MainSkill> main_skill(std::string_view name);

/// Code points [start, end) of a turn's text.
struct Span {
  int start = 0;
  int end = 0;
};

/// Words that carried a label: code points [start, end) of the turn's text.
struct Evidence {
  std::string head;  ///< "emotion:sadness", "skills:advise", "asks:about_suicide", ...
  int start = 0;
  int end = 0;
  double weight = 0;  ///< positive speaks for the label
};

struct EmotionReading {
  Emotion label = Emotion::neutral;  ///< the top score
  std::vector<Emotion> labels;       ///< all above their thresholds; may be empty
  EmotionScores scores{};            ///< each in [0, 1]
};

struct FineReading {
  std::vector<FineEmotion> labels;             ///< all above their thresholds; may be empty
  std::array<double, kFineEmotions> scores{};  ///< each in [0, 1]
};

struct TalkReading {
  Talk label = Talk::neutral;
  std::array<double, kTalks> scores{};
  double strength = 0;  ///< [-1, 1]: score of change less that of sustain
};

struct RiskReading {
  RiskLevel level = RiskLevel::none;
  double score = 0;  ///< [0, 1], whatever the level
  std::vector<RiskKind> kinds;
  std::vector<Span> spans;  ///< the words that speak loudest of it
};

struct EmpathyReading {
  std::array<int, kMechanisms> levels{};     ///< 0 to 2
  std::array<double, kMechanisms> scores{};  ///< [0, 1]: the level to be expected, halved
};

struct SkillReading {
  MainSkill main = MainSkill::other;
  std::vector<Skill> labels;  ///< all above their thresholds; may be empty
  SkillScores scores{};       ///< each in [0, 1]

  [[nodiscard]] bool has(Skill skill) const;
  [[nodiscard]] double score(Skill skill) const { return scores[static_cast<std::size_t>(skill)]; }
  [[nodiscard]] bool advises() const;   ///< with leave or without
  [[nodiscard]] double advice() const;  ///< the score of that
};

/// Found by phrase grammar, so each is yes or no.
struct Asks {
  bool about_suicide = false;  ///< asks directly about suicide, dying or ending one's life
  bool about_safety = false;   ///< asks about being safe, a plan, intent, tonight
  bool leading = false;        ///< asks so that "no" is the easy answer
  bool advice = false;         ///< offers advice, asked for or not
  bool permission = false;     ///< asks leave before offering an idea, or offers it with leave
};

/// Where experts fault a supporter's turn (the areas of Chaszczewicz et al., ACL 2024).
enum class Area { suggestions, questions, reflections, empathy, validation, self_disclosure };
inline constexpr std::size_t kAreas = 6;
[[nodiscard]] std::string_view name(Area area);
[[nodiscard]] std::optional<Area> area(std::string_view name);

/// The probability that an expert would find fault with a supporter's turn, each in [0, 1].
struct Concerns {
  std::array<double, kAreas> areas{};
  double any = 0;  ///< in some area
  [[nodiscard]] double operator[](Area area) const { return areas[static_cast<std::size_t>(area)]; }
};

/// What the reader made of one turn. An annotation: it never changes the turn.
/// `skills`, `empathy`, `concerns` and `asks` are there for supporter turns alone, `talk` and
/// `risk` for client turns.
struct Reading {
  EmotionReading emotion;
  FineReading fine;
  double valence = 0;  ///< [-1, 1]; (x - 3) / 2 of EmoBank's scale
  double arousal = 0;  ///< [-1, 1]
  std::optional<SkillReading> skills;
  std::optional<EmpathyReading> empathy;
  std::optional<Concerns> concerns;
  std::optional<Asks> asks;
  std::optional<TalkReading> talk;
  std::optional<RiskReading> risk;
  std::vector<std::string> abstains;  ///< heads that would rather not say, e.g. "emotion"
  std::vector<Evidence> why;          ///< strongest first
};

}  // namespace attune::conversation
