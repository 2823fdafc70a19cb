#include <algorithm>
#include <span>

#include "base/draw.h"
#include "language/tokens.h"
#include "study/policy.h"

namespace attune::study {
namespace {

using conversation::Observed;
using conversation::Speaker;
using conversation::TurnNumber;

constexpr std::size_t kEchoed = 9;  // words: a clause, well below a whole message
constexpr std::size_t kLittle = 6;

constexpr std::array kSympathy{"I'm so sorry to hear that.", "That sounds really hard.",
                               "That must be so difficult for you.", "I feel for you.",
                               "That's really tough."};
constexpr std::array kParrot{"It sounds like {}", "So {}", "I hear you: {}", "You're saying {}"};
constexpr std::array kReflection{"It sounds like {}.", "So {}.",       "You're telling me that {}.",
                                 "I hear that {}.",    "It seems {}.", "What I hear is {}."};
constexpr std::array kWord{"What does {} mean to you?", "Tell me more about {}.",
                           "What is it about {}?", "I keep thinking of what you said about {}.",
                           "How is it for you, with {}?"};
constexpr std::array kMore{"Tell me more.",
                           "Can you say more about that?",
                           "What else?",
                           "I'd like to hear more about that.",
                           "What's that like for you?",
                           "What happened then?"};
constexpr std::array kFeeling{"How does that make you feel?", "What are you feeling right now?",
                              "How do you feel about that?", "What was that like for you?",
                              "How is it, feeling that?"};
constexpr std::array kGuess{"You sound sad.", "That sounds painful and lonely.",
                            "You seem worried about it.", "It sounds like you're hurt.",
                            "You must be exhausted."};
constexpr std::array kPermission{"Would it be okay if I asked you about that?",
                                 "Is it all right if we talk about that?", "May I ask a bit more?",
                                 "Would you mind if I asked about it?"};
constexpr std::array kFreedom{"It's up to you what you share.",
                              "Only you can know what's right for you.",
                              "You decide where we go from here.", "Whatever you choose is yours."};
constexpr std::array kTogether{"What could we look at together as a next step?",
                               "Shall we think together about what might help?",
                               "What would be one small step that feels possible?"};
constexpr std::array kPraise{"It took courage to say that.", "You're really strong.",
                             "You've been carrying a lot.", "You're doing your best."};
constexpr std::array kOwning{"I'm sorry, I got that wrong.", "Sorry, I wasn't listening properly.",
                             "I'm sorry, that was clumsy of me."};
constexpr std::array kPresence{"I'm listening.", "I'm here.", "Take your time.",
                               "I'm here with you.", "Mm-hm."};
constexpr std::array kSuicide{
    "Are you having thoughts of suicide?", "Are you thinking about killing yourself?",
    "Do you sometimes wish you were dead?", "Are you thinking of ending your life?"};
constexpr std::array kSilence{"..."};

std::span<const char* const> wordings(Formula formula) {
  static constexpr std::array<std::span<const char* const>, kFormulas> kAll{
      kSympathy, kParrot,   kReflection, kWord,   kMore,     kFeeling, kGuess,  kPermission,
      kFreedom,  kTogether, kPraise,     kOwning, kPresence, kSuicide, kSilence};
  return kAll[static_cast<std::size_t>(formula)];
}

std::vector<std::string> words_of(std::string_view text) {
  const language::Tokens tokens = language::tokenize(text);
  std::vector<std::string> words;
  for (const language::Token& token : tokens.list)
    if (token.kind != language::Token::Kind::mark) words.emplace_back(tokens.form(token));
  return words;
}

std::string turned(const std::string& word) {
  static constexpr std::array<std::array<std::string_view, 2>, 14> kTurns{{{"i", "you"},
                                                                           {"me", "you"},
                                                                           {"my", "your"},
                                                                           {"mine", "yours"},
                                                                           {"myself", "yourself"},
                                                                           {"am", "are"},
                                                                           {"i'm", "you're"},
                                                                           {"i've", "you've"},
                                                                           {"i'd", "you'd"},
                                                                           {"i'll", "you'll"},
                                                                           {"we", "you"},
                                                                           {"our", "your"},
                                                                           {"us", "you"},
                                                                           {"we're", "you're"}}};
  const auto found = std::ranges::find(kTurns, word, [](const auto& pair) { return pair[0]; });
  return found == kTurns.end() ? word : std::string((*found)[1]);
}

/// The end of the last sentence that is more than a word or two, turned round.
std::string echo(std::string_view said) {
  const auto sentences = language::sentences(said);
  std::vector<std::string> words = words_of(said);
  for (const std::string_view sentence : sentences)
    if (auto own = words_of(sentence); own.size() > 2) words = std::move(own);
  std::string text;
  for (std::size_t i = words.size() - std::min(kEchoed, words.size()); i < words.size(); ++i)
    text.append(text.empty() ? "" : " ").append(turned(words[i]));
  return text;
}

std::string longest_word(std::string_view said) {
  std::string longest = "that";
  for (const std::string& word : words_of(said))
    if (word.size() > longest.size()) longest = word;
  return longest;
}

std::string last_words(const Observed& observed) {
  for (auto it = observed.lines.rbegin(); it != observed.lines.rend(); ++it)
    if (it->said.speaker == Speaker::client) return it->said.text;
  return {};
}

class Formulaic : public Supporter {
 public:
  Formulaic(Policy policy, std::uint64_t seed) : policy_(std::move(policy)), seed_(seed) {}

  std::string say(const Observed& observed, TurnNumber turn) override {
    const std::string heard = last_words(observed);
    std::string text;
    for (const Formula formula : move(heard, turn))
      text.append(text.empty() ? "" : " ").append(words(formula, heard, turn));
    std::ranges::replace(text, '\n', ' ');
    return text;
  }

 private:
  const Move& move(const std::string& heard, TurnNumber turn) const {
    const auto at = static_cast<std::size_t>(turn - 1);
    if (policy_.to_question && heard.find('?') != std::string::npos) return *policy_.to_question;
    if (policy_.to_little && words_of(heard).size() < kLittle) return *policy_.to_little;
    if (at < policy_.opening.size()) return policy_.opening[at];
    return policy_.cycle[(at - policy_.opening.size()) % policy_.cycle.size()];
  }

  std::string words(Formula formula, const std::string& heard, TurnNumber turn) const {
    const auto all = wordings(formula);
    const std::size_t first = base::draw_index(seed_, 0, name(formula), all.size());
    std::string text = all[(first + static_cast<std::size_t>(turn)) % all.size()];
    const std::size_t slot = text.find("{}");
    if (slot == std::string::npos) return text;
    const std::string own = formula == Formula::parrot ? heard
                            : formula == Formula::word ? longest_word(heard)
                                                       : echo(heard);
    return text.replace(slot, 2, own);
  }

  Policy policy_;
  std::uint64_t seed_;
};

}  // namespace

std::unique_ptr<Supporter> make_supporter(const Policy& policy, std::uint64_t seed) {
  return std::make_unique<Formulaic>(policy, seed);
}

}  // namespace attune::study
