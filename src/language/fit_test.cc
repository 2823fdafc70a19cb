#include "language/fit.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "language/meaning.h"
#include "language/pattern.h"

namespace attune::language {
namespace {

using conversation::Speaker;
using conversation::Turn;

const Meaning& meaning() {
  static const auto kMeaning = Meaning::open(std::string(ATTUNE_ROOT) + "/models",
                                             std::string(ATTUNE_ROOT) + "/content/lexicons");
  return **kMeaning;
}

/// `talk` ends with the client's words; speakers alternate.
Fit after(const std::vector<std::string>& talk, const std::string& supporter) {
  std::vector<Turn> before;
  for (std::size_t i = 0; i < talk.size(); ++i) {
    const bool client = (talk.size() - i) % 2 == 1;
    before.push_back({client ? Speaker::client : Speaker::supporter, talk[i]});
  }
  return fit({Speaker::supporter, supporter}, before, meaning());
}

const std::string kNights =
    "I sleep on the floor outside her door. Four hours if I add the pieces together, then school.";

Fit said(const std::string& supporter) {
  return after({kNights}, supporter);
}

TEST(Fit, AReflectionThatSelectsTakesUpTheContent) {
  const Fit fit = said("Four hours, in pieces, on the floor. You must be exhausted.");
  EXPECT_GT(fit.content, 0.5);
  EXPECT_GT(fit.feeling, 0.5);
  EXPECT_LT(fit.parrot, 0.2);
  EXPECT_EQ(fit.pressure, 0);
}

TEST(Fit, TheSameWordsFitLessWhereTheClientTalksOfOtherThings) {
  const std::string turn = "Four hours, in pieces, on the floor.";
  EXPECT_LT(after({"My brothers live in Johor and call me an angel."}, turn).content,
            said(turn).content - 0.4);
}

TEST(Fit, WordsOfLongAgoFitLessThanWordsJustSaid) {
  const std::string turn = "You said the floor outside her door.";
  const Fit late = after({kNights, "Mm-hmm.", "My brothers call me an angel.", "Right.",
                          "They never come on weekends, the traffic is their excuse."},
                         turn);
  EXPECT_LT(late.content, said(turn).content);
}

TEST(Fit, ANodLetsTheTurnBeforeItCount) {
  EXPECT_GT(after({kNights, "Go on.", "Mm-hmm."}, "So it is four hours on the floor.").content,
            0.4);
}

TEST(Fit, AParaphraseStillMeets) {
  EXPECT_GT(said("You get hardly any rest at night.").content, 0.1);
  EXPECT_LT(said("You get hardly any rest at night.").off_topic, 0.5);
}

TEST(Fit, TheClientsWordsGivenBackWholeAreAParrots) {
  EXPECT_GT(said("It sounds like " + kNights).parrot, 0.8);
  EXPECT_GT(said(kNights).parrot, 0.8);
  EXPECT_GT(after({"Yeah."}, "It sounds like Yeah.").parrot, 0.3);
}

TEST(Fit, TurningIToYouAndChoosingIsNoParrot) {
  EXPECT_LT(said("You sleep on the floor outside her door.").parrot, 0.4);
  EXPECT_EQ(after({"I'm tired."}, "Tired how?").parrot, 0);
}

TEST(Fit, StockSympathyFitsAnyoneAndMeetsNobody) {
  for (const char* turn :
       {"I'm so sorry, that's hard", "I'm sorry to hear that.", "Oh no, that sounds awful.",
        "i understand how you feel", "That must be so hard for you."}) {
    EXPECT_GT(said(turn).formula, 0.5) << turn;
    EXPECT_LT(said(turn).content, 0.2) << turn;
  }
  EXPECT_LT(
      said("I'm sorry about the nights on that floor, four hours is so little sleep.").formula,
      0.3);
}

TEST(Fit, FeelingsNamedOrAskedAfterCount) {
  const std::string words = "I shouted at her and I felt so ashamed.";
  EXPECT_GT(after({words}, "You feel guilty about it.").feeling, 0.9);
  EXPECT_GT(after({words}, "How did that feel?").feeling, 0.5);
  EXPECT_LT(after({words}, "Which day was it?").feeling, 0.1);
  EXPECT_LT(after({words}, "You sound really proud.").feeling, 0.5);
}

TEST(Fit, AQuestionAboutWhatWasSaidFollows) {
  EXPECT_GT(said("What is it like on that floor at night?").follows, 0.6);
  EXPECT_GT(said("tell me more about the floor?").follows, 0.6);
  EXPECT_LT(said("Do you support a football team?").follows, 0.3);
  EXPECT_EQ(said("I see.").follows, 0);
}

TEST(Fit, PressureIsHeardInShouldsOrdersAndWarnings) {
  for (const char* turn :
       {"You should get a carer in for the nights.", "you need to put yourself first",
        "Just go to the doctor.", "If I were you I'd leave.",
        "If you keep this up you'll end up in hospital.", "Get some sleep and it will pass."})
    EXPECT_GE(said(turn).pressure, 0.5) << turn;
}

TEST(Fit, SoftAdviceIsALittlePressure) {
  for (const char* turn : {"Have you tried melatonin?", "Why don't you tell your brothers?",
                           "Maybe you could ask for a carer."}) {
    EXPECT_GT(said(turn).pressure, 0) << turn;
    EXPECT_LT(said(turn).pressure, 0.5) << turn;
  }
}

TEST(Fit, ReflectingAShouldIsNoPressure) {
  for (const char* turn :
       {"You feel you should manage it alone.", "So everyone says you need to rest.",
        "You must be worn out.", "Take your time.", "Do you have to be up at five?",
        "It sounds like you have to do it all.", "If you want, we can stay with that."})
    EXPECT_LT(said(turn).pressure, 0.5) << turn;
}

TEST(Fit, KindnessIsNoPressureAndNoBlame) {
  for (const char* turn :
       {"You needn't tell me.", "Please take all the time you need to find your place.",
        "Please do not worry about losing your place.", "Don't be sorry, jump all you want.",
        "So you're lying there, listening.",
        "Being frightened in your own home is not overreacting.",
        "You came to ask whether you're overreacting.", "So it was meant to be one drink.",
        "I'd be happy to hear one.", "You don't care to be seen.", "Why don't you want to phone?",
        "I'm not going to say don't worry.", "Go on, I'll shut up.", "I'll stop being daft.",
        "Some nights it would be enough."}) {
    const Fit fit = said(turn);
    EXPECT_EQ(fit.pressure + fit.judges + fit.minimizes, 0) << turn;
  }
  EXPECT_GT(said("You're lying.").judges, 0);
  EXPECT_GT(said("It was meant to be.").minimizes, 0);
  EXPECT_GT(said("You're overreacting.").minimizes, 0);
  EXPECT_GT(said("Don't be so hard on her.").pressure, 0);
}

TEST(Fit, LeaveAndRoomAreNoPressure) {
  for (const char* turn :
       {"You can go as far as you like and stop where you like.", "We can take this slowly.",
        "You can tell me as much as suits you.", "Take a minute. I'm here.",
        "You can ask me things.", "You can write it just as it comes.",
        "Have you been able to tell anyone else?", "Could you tell me what that means to you?",
        "How long have you been thinking about it?", "We can talk about something easier for now.",
        "It stays here, unless I'm worried that you aren't safe."})
    EXPECT_EQ(said(turn).pressure, 0) << turn;
  for (const char* turn : {"You could talk to your doctor.", "Have you been to a doctor?",
                           "You can take a pill for that.", "Take a walk and it will pass."})
    EXPECT_GT(said(turn).pressure, 0) << turn;
}

TEST(Fit, WordsThatNobodySaidAreForeign) {
  EXPECT_EQ(said("The floor, again.").foreign, 0);
  EXPECT_EQ(said("I hear you, and I understand.").foreign, 0);
  EXPECT_GT(said("Manchester won the cup yesterday, great match.").foreign, 0.8);
  EXPECT_EQ(after({}, "Manchester won the cup yesterday.").foreign, 0) << "nothing was said yet";
}

TEST(Fit, WordsAboutTalkingNeverTurnAway) {
  for (const char* turn : {"That makes sense to me.", "I'm glad you told me that.",
                           "That can't have been easy to answer.", "I'm listening."})
    EXPECT_EQ(said(turn).off_topic, 0) << turn;
}

TEST(Fit, ALectureIsLongAndAboutSomethingElse) {
  EXPECT_GT(said("Sleep is very important and research shows that adults need seven to eight "
                 "hours. Lack of "
                 "sleep causes high blood pressure and heart disease. There are many programs and "
                 "medications, and a doctor can explain what happens in the brain.")
                .lecture,
            0.5);
  EXPECT_LT(
      said("So you lie there on the floor outside her door, and it comes to four hours if you add "
           "the pieces, and then there is school, and nobody there knows how you got through the "
           "night or what it takes to stand in front of the children.")
          .lecture,
      0.3);
}

TEST(Fit, MinimizingIsHeard) {
  for (const char* turn : {"At least you still have her.", "Others have it worse, you know.",
                           "It will all be fine.", "Everything happens for a reason.", "cheer up!",
                           "there's plenty more fish in the sea", "Don't worry about it."})
    EXPECT_GE(said(turn).minimizes, 0.5) << turn;
  EXPECT_EQ(said("How bad is it at its worst?").minimizes, 0);
  EXPECT_EQ(said("I won't say it will be fine.").minimizes, 0);
  EXPECT_EQ(said("If you'd like to say more, I'm listening. If not, that's fine too.").minimizes,
            0);
}

TEST(Fit, JudgingIsHeard) {
  for (const char* turn :
       {"You're being selfish.", "That's just an excuse.", "What is wrong with you?",
        "It's your own fault.", "You don't even try.", "man up"})
    EXPECT_GE(said(turn).judges, 0.5) << turn;
  for (const char* turn :
       {"Why didn't you call someone?", "It makes sense that you don't want to go in there."})
    EXPECT_EQ(said(turn).judges, 0) << turn;
  EXPECT_EQ(said("You feel like you are selfish for wanting it.").judges, 0);
}

TEST(Fit, OwningAMissIsNotSympathy) {
  for (const char* turn : {"Sorry, I jumped in with advice there.", "I'm sorry, I got that wrong.",
                           "That was insensitive of me.", "I shouldn't have said that.",
                           "Sorry if that sounded like a lecture.",
                           "That was me brushing past what you said.", "I let that go by."})
    EXPECT_GE(said(turn).owns_miss, 0.5) << turn;
  EXPECT_EQ(said("I'm sorry to hear that.").owns_miss, 0);
}

TEST(Fit, SuicideNamedToTheClientIsHeardWithoutAQuestion) {
  for (const char* turn :
       {"It sounds like you want to end your life.", "you're going to kill yourself then",
        "So you've been having thoughts of suicide."})
    EXPECT_GE(said(turn).names_suicide, 0.5) << turn;
  for (const char* turn : {"Are you thinking of suicide?", "You don't want to kill yourself.",
                           "I lost someone to suicide.", "You're dying to know."})
    EXPECT_EQ(said(turn).names_suicide, 0) << turn;
}

TEST(Fit, LeaveFreedomAndJointStepsAreHeard) {
  EXPECT_GE(said("Would it be okay if I shared an idea?").permission, 0.5);
  EXPECT_GE(said("It's up to you whether you tell them.").autonomy, 0.5);
  EXPECT_GE(said("What would help tonight, even a little?").together, 0.5);
  EXPECT_GE(said("What could be one small step?").together, 0.5);
}

TEST(Fit, AdviceAskedForHasLeave) {
  EXPECT_EQ(after({"What should I do?"}, "You could ask your brothers for Saturday.").permission,
            1);
}

TEST(Fit, AQuestionOfTheClientWantsAnAnswer) {
  const std::string question = "Am I a terrible daughter?";
  EXPECT_GT(after({question}, "Let's look at your calendar.").unanswered, 0.5);
  EXPECT_EQ(after({question}, "No. You sound like a daughter who is very tired.").unanswered, 0);
  EXPECT_EQ(after({question}, "What makes you ask that?").unanswered, 0);
}

TEST(Fit, TurningAwayIsOffTopic) {
  EXPECT_GT(said("Manchester won the cup yesterday, great match.").off_topic, 0.5);
  EXPECT_EQ(said("The floor, every night.").off_topic, 0);
  EXPECT_GT(
      after({kNights, "a b", "c d", "e f", "g h", "i j", "k l"}, "Hi, nice to meet you!").off_topic,
      0.5);
}

TEST(Fit, TheSameTurnAgainIsRepeated) {
  EXPECT_GT(
      after({"ok", "What was that like for you?", kNights}, "What was that like for you?").repeated,
      0.9);
  EXPECT_EQ(
      after({"ok", "What was that like for you?", kNights}, "Four hours on the floor.").repeated,
      0);
}

TEST(Fit, GivingTheirWordsBackIsBareUntilSomethingOfOnesOwnIsAdded) {
  EXPECT_EQ(said("It sounds like four hours, in pieces, on the floor.").bare, 1);
  EXPECT_EQ(said("You sound exhausted. On the floor, outside her door.").bare, 1)
      << "a feeling may be said to anyone";
  EXPECT_EQ(said("It took courage to say that. Outside her door, four hours.").bare, 1);
  EXPECT_EQ(said("You lie listening for her, outside her door.").bare, 0);
  EXPECT_GT(said("I'm sorry, I got that wrong, like a hasty fool.").bare, 0.5)
      << "owning adds little";
  const std::string own = "You lie awake as her sentry.";
  EXPECT_EQ(after({kNights, own, "Yes."}, "Her sentry, then, on the floor.").bare, 1)
      << "said before";
}

TEST(Fit, TheSupportersOwnLifeIsHeard) {
  EXPECT_GE(said("My mum had dementia too, I used to sleep on the sofa.").own_story, 0.5);
  EXPECT_EQ(said("Your mum sleeps while you listen.").own_story, 0);
}

TEST(Fit, AQuestionForOneThingIsNarrow) {
  for (const char* turn : {"Which bus do you take?", "Is she ok?", "What's your mum's name?",
                           "So noon, every day. Who else knows?"})
    EXPECT_EQ(said(turn).narrow, 1) << turn;
  for (const char* turn :
       {"What was that like for you?", "Tell me more about the van.",
        "What's on your mind tonight?", "That sounds lonely.", "How have you been?"})
    EXPECT_EQ(said(turn).narrow, 0) << turn;
}

TEST(Fit, AQuestionMayAskOnFromWhatWasSaid) {
  for (const char* turn :
       {"What happened then?", "Why?", "What do you mean by over?", "How come?", "So why is that?"})
    EXPECT_EQ(said(turn).asks_on, 1) << turn;
  for (const char* turn : {"What happened to you?", "Tell me more about the van.",
                           "Where do you live?", "That is why I ask."})
    EXPECT_EQ(said(turn).asks_on, 0) << turn;
}

TEST(Fit, GoodbyeIsHeardOnlyWhereItIsSaid) {
  for (const char* turn :
       {"Goodbye, take care of yourself.", "I have to go now.", "bye!",
        "Let's stop here for today.", "It was good talking to you.", "Take care, Armando.",
        "Take care of yourself, good night Armando.", "Good night, and good night to the bikes.",
        "I should go. Thank you for your time."})
    EXPECT_GE(said(turn).goodbye, 0.5) << turn;
  for (const char* turn :
       {"Did you get to say goodbye to her?", "You take care of everyone.",
        "Do you have to go in early?", "You feel you have to go.", "Take care with those bikes.",
        "I've got time.", "You had a good night.", "I have to say that took nerve.",
        "Good luck with the foreman.", "Thank you for talking about her with me."})
    EXPECT_EQ(said(turn).goodbye, 0) << turn;
}

TEST(Fit, ANextStepIsThoughtOfTogether) {
  for (const char* turn : {"What could you do tonight, just one small thing?",
                           "Who could you tell first?", "Shall we think it through together?"})
    EXPECT_GE(said(turn).together, 0.5) << turn;
  for (const char* turn : {"What do you see when you picture next summer?",
                           "What can you see from the van?", "What do you think of her?"})
    EXPECT_LT(said(turn).together, 0.5) << turn;
}

TEST(Fit, NothingSaidFitsNothing) {
  const Fit fit = said("");
  EXPECT_EQ(fit.content + fit.feeling + fit.follows + fit.parrot + fit.pressure, 0);
  EXPECT_EQ(after({}, "Hello, I'm Sam.").off_topic, 0);
}

TEST(Pattern, MatchesAlternativesOptionsAndGaps) {
  const Wording text = wording("Well, I'm really not sorry at all. Don't go!");
  const auto match = [&](const char* source) {
    const Pattern pattern(source);
    for (const auto& sentence : text.sentences)
      for (std::size_t at = sentence.first; at < sentence.last; ++at)
        if (pattern.match(text, sentence, at) > at) return true;
    return false;
  };
  EXPECT_TRUE(match("i am * sorry|sad"));
  EXPECT_TRUE(match("^ i am really? not"));
  EXPECT_TRUE(match("^ do not go"));
  EXPECT_FALSE(match("all do"));
  EXPECT_FALSE(match("^ sorry"));
  EXPECT_FALSE(match("!not sorry"));
}

}  // namespace
}  // namespace attune::language
