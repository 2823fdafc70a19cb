#pragma once

#include <array>
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

/// What a supporter's turn does, after the MI coding of AnnoMI.
enum class Skill {
  open_question,
  closed_question,
  simple_reflection,
  complex_reflection,
  affirm,
  give_information,
  advise,
  other
};
inline constexpr std::size_t kSkills = 8;
using SkillScores = std::array<double, kSkills>;
[[nodiscard]] std::string_view name(Skill skill);
[[nodiscard]] std::optional<Skill> skill(std::string_view name);

/// The four coarse behaviors of AnnoMI: "question", "reflection", "input", "other".
enum class MainSkill { question, reflection, input, other };
[[nodiscard]] std::string_view name(MainSkill skill);
[[nodiscard]] std::optional<MainSkill> main_skill(std::string_view name);

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

struct SkillReading {
  MainSkill main = MainSkill::other;
  std::vector<Skill> labels;  ///< all above their thresholds; may be empty
  SkillScores scores{};       ///< each in [0, 1]
};

/// Found by phrase grammar, so each is yes or no.
struct Asks {
  bool about_suicide = false;  ///< asks directly about suicide, dying or ending one's life
  bool about_safety = false;   ///< asks about being safe, a plan, intent, tonight
  bool leading = false;        ///< asks so that "no" is the easy answer
  bool permission = false;     ///< asks leave before offering an idea
};

/// What the reader made of one turn. An annotation: it never changes the turn.
/// `skills` and `asks` are there for supporter turns alone.
struct Reading {
  EmotionReading emotion;
  double valence = 0;  ///< [-1, 1]; (x - 3) / 2 of EmoBank's scale
  double arousal = 0;  ///< [-1, 1]
  std::optional<SkillReading> skills;
  std::optional<Asks> asks;
  std::vector<std::string> abstains;  ///< heads that would rather not say, e.g. "emotion"
  std::vector<Evidence> why;          ///< strongest first
};

}  // namespace attune::conversation
