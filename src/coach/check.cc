#include "coach/check.h"

#include <algorithm>
#include <array>

#include "coach/plain_words.h"

namespace attune::coach {
namespace {

constexpr auto kBanned = std::to_array<std::string_view>(
    {"should", "shouldn't", "ought", "have to", "has to", "need to", "must", "had better", "you'd better",
     "why don't you", "have you considered", "if i were you", "try to", "you could", "at least",
     "will be fine", "be fine", "will be okay", "be alright", "be all right", "get better", "gets better",
     "look on the bright side", "everything happens for a reason", "time heals", "don't worry",
     "cheer up", "stay strong", "i understand exactly", "i know exactly", "i know how you feel",
     "i know what it's like", "i know how it feels", "i've been there", "happened to me", "when i was",
     "in my experience", "i went through", "depressed", "depression", "disorder", "diagnosis", "bipolar",
     "ptsd", "trauma", "burnout", "clinical", "symptoms", "attention", "selfish", "calm down"});

}  // namespace

bool holds_banned(std::string_view card) {
  const PlainWords words = plain_words(card);
  return std::any_of(kBanned.begin(), kBanned.end(),
                     [&](std::string_view phrase) { return holds_sequence(words, phrase); });
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
  if (holds_banned(card) || count_sentences(card) > 2) return false;
  if (welcomes_advice_) return true;
  const auto reading = reader_.read({conversation::Speaker::supporter, std::string(card)}, before_);
  if (!reading.skills) return true;
  const auto& labels = reading.skills->labels;
  return std::find(labels.begin(), labels.end(), conversation::Skill::advise) == labels.end();
}

}  // namespace attune::coach
