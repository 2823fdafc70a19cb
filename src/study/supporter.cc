#include "study/supporter.h"

#include <algorithm>
#include <span>

#include "base/draw.h"
#include "coach/coach.h"

namespace attune::study {
namespace {

using conversation::Observed;
using conversation::Speaker;
using conversation::TurnNumber;

constexpr TurnNumber kMissAt = 7;  // late enough to be felt, early enough to be mended: our choice
constexpr TurnNumber kAskAt = 8;   // about when a direct question would be due: our choice

constexpr std::array kOpenings{
    "Hello, I'm glad you wrote. What made you write today?",
    "Hi, thanks for getting in touch. What's going on for you?",
    "Good to hear from you. Where would you like to begin?",
};

constexpr const char* kPresent = "I'm here. Take your time.";
constexpr const char* kMiss = "Come on, it can't be that bad. Everybody has days like that.";
constexpr const char* kOwned =
    "I'm sorry, that was me brushing past what you said. I want to go back to it.";
constexpr const char* kAsk =
    "I want to ask you something straight, because you matter here. Are you having thoughts of "
    "suicide?";

constexpr std::array kSympathy{
    "I'm so sorry to hear that.",
    "Oh no, that must be so hard for you.",
    "I'm really sorry you're going through this.",
    "That sounds awful, you poor thing.",
    "My heart goes out to you.",
    "That must be so difficult.",
    "I feel for you, I really do.",
    "So sorry. That's really tough.",
};

constexpr std::array kQuestions{
    "How old are you?",
    "Do you live alone?",
    "Do you have a job?",
    "Have you seen a doctor about it?",
    "Are you sleeping?",
    "Do you eat regularly?",
    "Do you drink alcohol?",
    "How long has this been going on?",
    "Do you have any family nearby?",
    "Have you got friends you can talk to?",
    "Did anything happen recently?",
    "Have you ever had therapy?",
    "Do you take any medication?",
    "Is it worse at night?",
    "Do you exercise?",
    "When did it start?",
    "Is there a history of this in your family?",
    "Are you in a relationship?",
    "Do you have hobbies?",
    "Did you tell anyone?",
    "How often does it happen?",
    "Do you get on with your parents?",
};

constexpr std::array kLectures{
    "You need to look after yourself first. What you should do is make a plan for the week, go to "
    "bed "
    "at a fixed time and get some exercise every day.",
    "The thing is that worrying never helps anybody. You should write down three good things each "
    "evening. Studies show that gratitude changes the brain.",
    "You have to talk to somebody about this. I would go to your doctor tomorrow, and you should "
    "join "
    "a club or a class, because staying at home only makes it worse.",
    "Let me explain how stress works. Your body makes hormones that keep you awake, so you must "
    "cut "
    "out coffee and screens and learn to breathe properly.",
    "If I were you I would stop thinking about the past. You should set yourself goals and work "
    "through them one after the other. That is how people succeed.",
    "You really must learn to say no. People only treat you the way that you let them, so you need "
    "to "
    "set boundaries and stick to them.",
    "Everybody has problems. The important thing is to stay positive. You should try meditation, "
    "there "
    "are very good apps for that.",
    "You ought to keep a diary and a routine. People who keep a routine do much better, it has "
    "been "
    "proven again and again.",
};

constexpr std::array kNearlyNothing{"...", "hm", "ok", "I see", "mm"};

std::string_view last_of(const Observed& observed, Speaker speaker) {
  for (auto it = observed.lines.rbegin(); it != observed.lines.rend(); ++it)
    if (it->said.speaker == speaker) return it->said.text;
  return {};
}

bool was_said(const Observed& observed, std::string_view text) {
  return std::ranges::any_of(observed.lines, [&](const Observed::Line& line) {
    return line.said.speaker == Speaker::supporter && line.said.text == text;
  });
}

bool asks(std::string_view text) {
  return text.find('?') != std::string_view::npos;
}

class Scripted : public Supporter {
 public:
  Scripted(Habit habit, const coach::Coach& coach, std::uint64_t seed)
      : habit_(habit), coach_(coach), seed_(seed) {}

  std::string say(const Observed& observed, TurnNumber turn) override {
    switch (habit_) {
      case Habit::sympathizer:
        return one_of(kSympathy, turn);
      case Habit::parrot:
        return parroted(observed);
      case Habit::interrogator:
        return one_of(kQuestions, turn);
      case Habit::lecturer:
        return one_of(kLectures, turn);
      case Habit::silent:
        return one_of(kNearlyNothing, turn);
      case Habit::mends:
        if (turn == kMissAt) return kMiss;
        return turn == kMissAt + 1 ? kOwned : good(observed, turn);
      case Habit::unmended:
        return turn == kMissAt ? kMiss : good(observed, turn);
      case Habit::asks:
        return turn == kAskAt ? kAsk : good(observed, turn);
      case Habit::good:
        break;
    }
    return good(observed, turn);
  }

 private:
  // One after the other, from a place that the seed draws.
  std::string one_of(std::span<const char* const> all, TurnNumber turn) const {
    const std::size_t first = base::draw_index(seed_, 0, "habit", all.size());
    return all[(first + static_cast<std::size_t>(turn)) % all.size()];
  }

  static std::string parroted(const Observed& observed) {
    std::string words = "It sounds like " + std::string(last_of(observed, Speaker::client));
    std::ranges::replace(words, '\n', ' ');
    return words;
  }

  // One of the coach's ideas; after a question of theirs one that asks nothing, where there is one.
  std::string good(const Observed& observed, TurnNumber turn) const {
    if (turn == 1) return one_of(kOpenings, turn);
    const bool has_asked = asks(last_of(observed, Speaker::supporter));
    const auto cards = coach_.suggest(observed, seed_).cards;
    std::string_view chosen;
    for (std::size_t i = 0; i < cards.size(); ++i) {
      const std::string& text = cards[(i + static_cast<std::size_t>(turn)) % cards.size()].text;
      if (text.find('[') != std::string::npos || was_said(observed, text)) continue;
      if (chosen.empty() || (asks(chosen) && !asks(text) && has_asked)) chosen = text;
    }
    return std::string(chosen.empty() ? kPresent : chosen);
  }

  Habit habit_;
  const coach::Coach& coach_;
  std::uint64_t seed_;
};

class Replayed : public Supporter {
 public:
  explicit Replayed(const std::vector<conversation::Turn>& talk) {
    for (const conversation::Turn& turn : talk)
      if (turn.speaker == Speaker::supporter && !turn.text.empty()) words_.push_back(turn.text);
  }

  std::string say(const Observed&, TurnNumber turn) override {
    const auto at = static_cast<std::size_t>(turn - 1);
    return at < words_.size() ? words_[at] : "Go on.";
  }

 private:
  std::vector<std::string> words_;
};

class Coached : public Supporter {
 public:
  explicit Coached(std::uint64_t seed) : seed_(seed) {}

  std::string say(const Observed& observed, TurnNumber turn) override {
    std::vector<std::string_view> ready;
    if (!observed.suggested.empty())
      for (const auto& card : observed.suggested.back().cards)
        if (card.text.find('[') == std::string::npos && !was_said(observed, card.text))
          ready.push_back(card.text);
    if (ready.empty()) return kPresent;
    const auto at = static_cast<std::uint64_t>(turn);
    return std::string(ready[base::draw_index(seed_, at, "idea", ready.size())]);
  }

 private:
  std::uint64_t seed_;
};

}  // namespace

std::unique_ptr<Supporter> take_ideas(std::uint64_t seed) {
  return std::make_unique<Coached>(seed);
}

std::unique_ptr<Supporter> replay(const std::vector<conversation::Turn>& talk) {
  return std::make_unique<Replayed>(talk);
}

std::string_view name(Habit habit) {
  static constexpr std::array<std::string_view, kHabits.size()> names{
      "good",   "mends",        "unmended", "asks",  "sympathizer",
      "parrot", "interrogator", "lecturer", "silent"};
  return names[static_cast<std::size_t>(habit)];
}

std::unique_ptr<Supporter> make_supporter(Habit habit, const coach::Coach& coach,
                                          std::uint64_t seed) {
  return std::make_unique<Scripted>(habit, coach, seed);
}

}  // namespace attune::study
