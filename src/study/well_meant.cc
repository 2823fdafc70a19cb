#include "study/well_meant.h"

#include <span>

#include "base/draw.h"

namespace attune::study {
namespace {

using conversation::Observed;
using conversation::TurnNumber;

constexpr std::array kAdvice{
    "Thanks for telling me. Could you write it all down tonight, and then pick one thing to deal "
    "with tomorrow?",
    "That's a lot to carry. Have you tried going out for a walk in the evening? Even ten minutes "
    "can clear your head.",
    "What about your doctor? They could look at the sleep at least, and that would be one thing "
    "less.",
    "Maybe sit down with your family and tell them all of this, just as you told me. I think "
    "they'd want to know.",
    "A routine helps many people: up at the same time, something to eat, a bit of fresh air. You "
    "could start with that.",
    "You could ask somebody to take one thing off you this week. Just one. Who would be easiest "
    "to ask?",
    "Have you looked whether there's a group near you? It can do a lot to sit with people who "
    "have been through the same.",
    "I'd take it one day at a time. Perhaps switch the phone off after nine, so your evenings are "
    "your own.",
    "You could put it in a letter to them, calmly, so that it's off your chest and they have it "
    "in writing.",
    "There's a good breathing exercise for this: in for four, out for six, a few minutes before "
    "bed. Do try it tonight.",
    "Plan something nice for the weekend, something only for you. You need a thing to look "
    "forward to.",
    "You could make two lists, what you can change and what you can't, and put your strength into "
    "the first.",
};

constexpr std::array kReassurance{
    "You're so much stronger than you think. It will all work out, I'm sure of it.",
    "Please don't worry about that. I bet nobody else has even noticed.",
    "It'll look different in the morning. It nearly always does.",
    "I promise you won't feel like this forever. It gets better.",
    "I'm sure they didn't mean it that way. They must love you very much.",
    "Anyone would feel like that. It really isn't as bad as it looks from where you are.",
    "You've come this far, so you'll get through this too. I have no doubt.",
    "There's nothing at all for you to feel bad about. You did everything right.",
    "These things have a way of sorting themselves out, you'll see.",
    "At least there are people around you who care. That counts for so much.",
    "One day you'll look back on this and smile, honestly.",
    "Don't be too hard on yourself. It's going to be fine.",
};

constexpr std::array kPassingBy{
    "Okay! And what does the rest of your week look like?",
    "I see. So how long have you lived there?",
    "Right. And who else is around in the evenings?",
    "Got it. What do you usually do on a free afternoon?",
    "Thanks for explaining. What was it you wanted to ask, right at the start?",
    "Ah, I see. And what would a normal day be for you?",
    "Okay, that's clear now. Let's go back to the practical side for a moment.",
    "Sure. And how is everything else going, apart from that?",
    "Right, right. Did you get something to eat today?",
    "Ha, I know what you mean. What are you up to at the moment?",
    "Good to know. Is there anything nice coming up for you?",
    "Okay. Tell me a bit about where you grew up.",
};

constexpr std::array kLectures{
    "It helps to picture stress as a bucket. Every worry pours something in, and if there's no "
    "tap at the bottom it spills over one day. The taps are rest, food, moving about, and people. "
    "Once you see it that way you can work out which of them is missing.",
    "What you describe is very well understood. Feelings follow thoughts and thoughts follow "
    "habits, so when the habit changes the rest comes after it. It takes patience, and that's why "
    "so many people give up just before it works.",
    "It's worth knowing what goes on in the body. When something frightens us the heart goes "
    "faster, the breath gets short, and the mind starts looking for danger everywhere. That's not "
    "weakness, it's biology, and a body can learn that nothing is happening.",
    "People often don't realize that there are stages to this. There's the shock, then the anger, "
    "then a long flat stretch, and only then something like peace. Nobody skips one, so it's good "
    "to know which one you're in.",
    "Let me say something about guilt, because it comes up so often. Guilt is useful when there "
    "is something to put right. Where there isn't, it's only a habit of the mind, and habits can "
    "be unlearned, with practice.",
    "Talking to each other is really a skill like any other. You say what happened, you say what "
    "it did to you, and then you ask for one thing, without blame. People who learn that have far "
    "fewer arguments, at home and at work.",
    "The way I see it, it's less what happens to us than how we look at it. Two people can live "
    "through the same thing, and one of them breaks while the other grows. The difference is what "
    "they tell themselves afterwards.",
    "Sleep is the ground that everything stands on. The brain tidies up the day at night, and when "
    "it can't, everything weighs twice as much. So before anything else one should look at light, "
    "screens, meals and fixed hours.",
    "I think of boundaries as a fence with a gate in it. You decide who comes in, and when. Most "
    "trouble between people comes from having no fence, or no gate, and nobody teaches us that at "
    "school, though they should.",
    "It's interesting how families work. Each of us gets a part early on, the strong one, the "
    "funny one, the difficult one, and then everybody sees to it that it stays so. When somebody "
    "steps out of their part, the whole family pushes back.",
};

std::span<const char* const> sentences(Leaning leaning) {
  switch (leaning) {
    case Leaning::advice:
      return kAdvice;
    case Leaning::reassurance:
      return kReassurance;
    case Leaning::passing_by:
      return kPassingBy;
    case Leaning::lecturing:
      return kLectures;
    case Leaning::sound:
      break;
  }
  return {};
}

/// From which reply on, and for which share of them. Hints come once somebody is trusted a little,
/// so whoever passes them by must begin well.
struct When {
  TurnNumber from = 2;
  double share = 0.5;
};

When when(Leaning leaning) {
  if (leaning == Leaning::passing_by) return {3, 0.5};
  return leaning == Leaning::sound ? When{2, 0} : When{};
}

class WellMeant : public Supporter {
 public:
  WellMeant(Leaning leaning, const coach::Coach& coach, std::uint64_t seed)
      : leaning_(leaning), good_(make_supporter(Habit::good, coach, seed)), seed_(seed) {}

  std::string say(const Observed& observed, TurnNumber turn) override {
    if (!lapses(leaning_, seed_, turn)) return good_->say(observed, turn);
    const auto all = sentences(leaning_);
    const std::size_t first = base::draw_index(seed_, 0, "sentence", all.size());
    return all[(first + static_cast<std::size_t>(turn)) % all.size()];
  }

 private:
  Leaning leaning_;
  std::unique_ptr<Supporter> good_;
  std::uint64_t seed_;
};

}  // namespace

std::string_view name(Leaning leaning) {
  static constexpr std::array<std::string_view, kLeanings.size()> kNames{
      "advice", "reassurance", "passing_by", "lecturing", "sound"};
  return kNames[static_cast<std::size_t>(leaning)];
}

std::string_view in_words(Leaning leaning) {
  static constexpr std::array<std::string_view, kLeanings.size()> kWords{
      "gives advice early", "reassures", "passes by hints", "lectures", "stays with the client"};
  return kWords[static_cast<std::size_t>(leaning)];
}

bool lapses(Leaning leaning, std::uint64_t seed, TurnNumber turn) {
  const When slips = when(leaning);
  return turn >= slips.from &&
         base::draw(seed, static_cast<std::uint64_t>(turn), "lapse") < slips.share;
}

std::unique_ptr<Supporter> make_supporter(Leaning leaning, const coach::Coach& coach,
                                          std::uint64_t seed) {
  return std::make_unique<WellMeant>(leaning, coach, seed);
}

}  // namespace attune::study
