#include "coach/check.h"

#include <algorithm>
#include <array>
#include <span>

#include "coach/plain_words.h"

namespace attune::coach {
namespace {

constexpr auto kBanned = std::to_array<std::string_view>({"should",
                                                          "shouldn't",
                                                          "ought",
                                                          "you have to",
                                                          "you need to",
                                                          "you must",
                                                          "had better",
                                                          "you'd better",
                                                          "at least",
                                                          "will be fine",
                                                          "be fine",
                                                          "will be okay",
                                                          "be alright",
                                                          "be all right",
                                                          "get better",
                                                          "gets better",
                                                          "look on the bright side",
                                                          "everything happens for a reason",
                                                          "time heals",
                                                          "don't worry",
                                                          "cheer up",
                                                          "stay strong",
                                                          "i understand exactly",
                                                          "i know exactly",
                                                          "i know how you feel",
                                                          "i know what it's like",
                                                          "i know how it feels",
                                                          "i've been there",
                                                          "happened to me",
                                                          "when i was",
                                                          "in my experience",
                                                          "i went through",
                                                          "depressed",
                                                          "depression",
                                                          "disorder",
                                                          "diagnosis",
                                                          "bipolar",
                                                          "ptsd",
                                                          "trauma",
                                                          "burnout",
                                                          "clinical",
                                                          "symptoms",
                                                          "attention",
                                                          "selfish",
                                                          "calm down"});

constexpr auto kAdvice = std::to_array<std::string_view>({"you could",
                                                          "you might want",
                                                          "you may want",
                                                          "why don't you",
                                                          "why not",
                                                          "how about",
                                                          "what about",
                                                          "have you considered",
                                                          "have you thought of",
                                                          "have you tried",
                                                          "if i were you",
                                                          "try to",
                                                          "try a",
                                                          "suggest",
                                                          "recommend",
                                                          "my advice",
                                                          "advise",
                                                          "your doctor",
                                                          "a doctor",
                                                          "it helps to",
                                                          "best to",
                                                          "good idea to",
                                                          "make sure you",
                                                          "be sure to",
                                                          "remember to"});

constexpr auto kChange = std::to_array<std::string_view>({"goal",
                                                          "goals",
                                                          "step",
                                                          "steps",
                                                          "change",
                                                          "changed first",
                                                          "be different",
                                                          "different first",
                                                          "look different",
                                                          "better week",
                                                          "better day",
                                                          "bit better",
                                                          "smallest version",
                                                          "shift",
                                                          "more possible",
                                                          "make that",
                                                          "worth thinking about",
                                                          "how would you go about",
                                                          "what next",
                                                          "begin with",
                                                          "first thing",
                                                          "solution",
                                                          "way through",
                                                          "plan for"});

bool holds_any(const PlainWords& words, std::span<const std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return holds_sequence(words, phrase); });
}

}  // namespace

bool holds_banned(std::string_view card) {
  return holds_any(plain_words(card), kBanned);
}

bool wants_change(std::string_view card) {
  return holds_any(plain_words(card), kChange);
}

int count_sentences(std::string_view card) {
  const auto ends = [](char c) { return c == '.' || c == '!' || c == '?'; };
  int count = 0;
  for (std::size_t i = 0; i < card.size(); ++i) {
    const bool goes_on = i + 1 < card.size() && ends(card[i + 1]);
    count += ends(card[i]) && !goes_on ? 1 : 0;
  }
  return count;
}

bool Check::passes(std::string_view card) const {
  const PlainWords words = plain_words(card);
  if (holds_any(words, kBanned) || count_sentences(card) > 2) return false;
  if (welcomes_advice_) return true;
  if (holds_any(words, kAdvice)) return false;
  const auto reading = reader_.read_skills(std::string(card), before_);
  if (!reading.skills || !reading.asks) return true;
  return !reading.skills->advises() && !reading.asks->advice;
}

bool Check::passes_from_outside(const conversation::Suggestion& card) const {
  if (!passes(card.text) || count_sentences(card.why) > 1 || holds_banned(card.why)) return false;
  const auto reading = reader_.read_skills(card.text, before_);
  const bool tells = reading.skills && reading.skills->has(conversation::Skill::self_disclosure);
  return !tells || card.text.find('[') != std::string::npos;
}

}  // namespace attune::coach
