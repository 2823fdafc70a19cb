#include <algorithm>
#include <array>
#include <utility>

#include "conversation/event.h"
#include "conversation/preferences.h"

namespace attune::conversation {
namespace {

template <std::size_t N, class Enum>
std::string_view name_in(const std::array<std::string_view, N>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

template <class Enum, std::size_t N>
std::optional<Enum> find_in(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

constexpr std::array<std::string_view, 2> kSpeakers{"client", "supporter"};
constexpr std::array<std::string_view, kEmotions> kEmotionNames{
    "anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral"};
constexpr std::array<std::string_view, kFineEmotions> kFineNames{
    "admiration",    "amusement",   "anger",    "annoyance",      "approval",    "caring",
    "confusion",     "curiosity",   "desire",   "disappointment", "disapproval", "disgust",
    "embarrassment", "excitement",  "fear",     "gratitude",      "grief",       "joy",
    "love",          "nervousness", "optimism", "pride",          "realization", "relief",
    "remorse",       "sadness",     "surprise", "neutral"};
constexpr std::array<std::string_view, kTalks> kTalkNames{"change", "neutral", "sustain"};
constexpr std::array<std::string_view, kRiskLevels> kRiskLevelNames{"none", "low", "moderate",
                                                                    "high"};
constexpr std::array<std::string_view, kRiskKinds> kRiskKindNames{
    "ideation",       "intent",       "plan",  "self_harm",
    "burdensomeness", "hopelessness", "abuse", "harm_to_others"};
constexpr std::array<std::string_view, kMechanisms> kMechanismNames{
    "emotional_reactions", "interpretations", "explorations"};
constexpr std::array<std::string_view, kSkills> kSkillNames{"open_question",
                                                            "closed_question",
                                                            "simple_reflection",
                                                            "complex_reflection",
                                                            "reframe",
                                                            "affirm",
                                                            "emphasize_autonomy",
                                                            "seek_collaboration",
                                                            "support",
                                                            "advise_with_permission",
                                                            "advise_without_permission",
                                                            "confront",
                                                            "direct",
                                                            "warn",
                                                            "raise_concern",
                                                            "give_information",
                                                            "self_disclosure",
                                                            "grounding",
                                                            "structure",
                                                            "introduction",
                                                            "chit_chat",
                                                            "inappropriate",
                                                            "closing",
                                                            "other"};
constexpr std::array<std::string_view, 4> kMainSkills{"question", "reflection", "input", "other"};
constexpr std::array<std::string_view, 6> kPhases{"arriving",      "exploring",   "disclosing",
                                                  "looking_ahead", "withdrawing", "closing"};
constexpr std::array<std::string_view, 17> kIntents{
    "open",   "stay", "disclose", "hint",   "withdraw", "test", "forgive",     "resist", "flinch",
    "soften", "ask",  "react",    "silent", "escalate", "step", "answer_risk", "close"};
constexpr std::array<std::string_view, kAreas> kAreaNames{
    "suggestions", "questions", "reflections", "empathy", "validation", "self_disclosure"};
constexpr std::array<std::string_view, 3> kHelps{"on_request", "always", "off"};
constexpr std::array<std::string_view, 4> kHelpWishes{"on_request", "always", "fading", "off"};
constexpr std::array<std::string_view, kThemes> kThemeNames{
    "grief",     "loss_of_work", "breakup",       "loneliness", "exams",    "panic",
    "birth",     "caregiving",   "substance_use", "friendship", "bullying", "abuse",
    "self_harm", "suicide",      "psychosis",     "trauma",     "illness",  "family"};
constexpr std::array<std::string_view, 2> kWordedBy{"model", "authored"};
constexpr std::array<std::string_view, 4> kEndings{"goodbye", "now", "stop", "left"};

}  // namespace

std::string_view name(Speaker value) {
  return name_in(kSpeakers, value);
}
std::string_view name(Emotion value) {
  return name_in(kEmotionNames, value);
}
std::string_view name(FineEmotion value) {
  return name_in(kFineNames, value);
}
std::string_view name(Talk value) {
  return name_in(kTalkNames, value);
}
std::string_view name(RiskLevel value) {
  return name_in(kRiskLevelNames, value);
}
std::string_view name(RiskKind value) {
  return name_in(kRiskKindNames, value);
}
std::string_view name(Mechanism value) {
  return name_in(kMechanismNames, value);
}
std::string_view name(Area value) {
  return name_in(kAreaNames, value);
}
std::string_view name(Help value) {
  return name_in(kHelps, value);
}
std::string_view name(HelpWish value) {
  return name_in(kHelpWishes, value);
}
std::string_view name(Theme value) {
  return name_in(kThemeNames, value);
}
std::string_view name(Skill value) {
  return name_in(kSkillNames, value);
}
std::string_view name(MainSkill value) {
  return name_in(kMainSkills, value);
}
std::string_view name(Phase value) {
  return name_in(kPhases, value);
}
std::string_view name(Intent value) {
  return name_in(kIntents, value);
}
std::string_view name(Worded::By value) {
  return name_in(kWordedBy, value);
}
std::string_view name(Ending value) {
  return name_in(kEndings, value);
}

std::optional<Speaker> speaker(std::string_view text) {
  return find_in<Speaker>(kSpeakers, text);
}
std::optional<Emotion> emotion(std::string_view text) {
  return find_in<Emotion>(kEmotionNames, text);
}
std::optional<FineEmotion> fine_emotion(std::string_view text) {
  return find_in<FineEmotion>(kFineNames, text);
}
std::optional<Talk> talk(std::string_view text) {
  return find_in<Talk>(kTalkNames, text);
}
std::optional<RiskLevel> risk_level(std::string_view text) {
  return find_in<RiskLevel>(kRiskLevelNames, text);
}
std::optional<RiskKind> risk_kind(std::string_view text) {
  return find_in<RiskKind>(kRiskKindNames, text);
}
std::optional<Area> area(std::string_view text) {
  return find_in<Area>(kAreaNames, text);
}
std::optional<Help> help(std::string_view text) {
  return find_in<Help>(kHelps, text);
}
std::optional<HelpWish> help_wish(std::string_view text) {
  return find_in<HelpWish>(kHelpWishes, text);
}
std::optional<Theme> theme(std::string_view text) {
  return find_in<Theme>(kThemeNames, text);
}
bool Preferences::avoids(const std::vector<Theme>& themes) const {
  return std::any_of(themes.begin(), themes.end(), [&](Theme one) {
    return std::find(avoid.begin(), avoid.end(), one) != avoid.end();
  });
}
std::optional<Skill> skill(std::string_view text) {
  return find_in<Skill>(kSkillNames, text);
}
bool SkillReading::has(Skill label) const {
  return std::find(labels.begin(), labels.end(), label) != labels.end();
}
bool SkillReading::advises() const {
  return has(Skill::advise_with_permission) || has(Skill::advise_without_permission);
}
double SkillReading::advice() const {
  return score(Skill::advise_with_permission) + score(Skill::advise_without_permission);
}
std::optional<MainSkill> main_skill(std::string_view text) {
  return find_in<MainSkill>(kMainSkills, text);
}
std::optional<Phase> phase(std::string_view text) {
  return find_in<Phase>(kPhases, text);
}
std::optional<Intent> intent(std::string_view text) {
  return find_in<Intent>(kIntents, text);
}
std::optional<Worded::By> worded_by(std::string_view text) {
  return find_in<Worded::By>(kWordedBy, text);
}
std::optional<Ending> ending(std::string_view text) {
  return find_in<Ending>(kEndings, text);
}

}  // namespace attune::conversation
