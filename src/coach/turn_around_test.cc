#include "coach/turn_around.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attune::coach {
namespace {

struct Heard {
  const char* said;
  const char* turned;  // "" when nothing should be given back
};

class TurnAround : public testing::TestWithParam<Heard> {};

TEST_P(TurnAround, GivesBackAClauseOrNothing) {
  std::string turned;
  for (const TurnedAround& one : turn_around(plain_words(GetParam().said), "Sam"))
    if (turned.empty() && one.own) turned = one.text;
  EXPECT_EQ(turned, GetParam().turned);
}

std::vector<std::string> retold(const char* said) {
  std::vector<std::string> all;
  for (const TurnedAround& one : turn_around(plain_words(said), "Sam"))
    if (!one.own) all.push_back(one.text);
  return all;
}

TEST(TurnAround, TellsAgainWhatIsAboutOthers) {
  using testing::ElementsAre;
  EXPECT_THAT(retold("mum's taking monday afternoon off for the doctor"),
              ElementsAre("your mum's taking Monday afternoon off for the doctor"));
  EXPECT_THAT(retold("The bread crock is full of envelopes."),
              ElementsAre("the bread crock is full of envelopes"));
  EXPECT_THAT(retold("Nobody says it anymore, I guess."), ElementsAre("nobody says it anymore"));
  EXPECT_THAT(retold("Cristina sends me links every week."),
              ElementsAre("Cristina sends you links every week"));
  EXPECT_THAT(retold("In the mock my hands were cold on the mouse."),
              ElementsAre("in the mock your hands were cold on the mouse"));
  EXPECT_THAT(retold("Something funny happened in class."),
              ElementsAre("something funny happened in class"));
}

TEST(TurnAround, LeavesAloneWhatCannotBeToldAgain) {
  using testing::IsEmpty;
  EXPECT_THAT(retold("Leave me alone with your questions."), IsEmpty());
  EXPECT_THAT(retold("She told them, my husband works hard."), IsEmpty());
  EXPECT_THAT(retold("The worst is that I'm a burden."), IsEmpty());
  EXPECT_THAT(retold("i think my baby would do better with somebody like brenda"), IsEmpty());
  EXPECT_THAT(retold("the gate and the yard"), IsEmpty());
  EXPECT_THAT(retold("There's another thing that keeps coming up."), IsEmpty());
  EXPECT_THAT(retold("It is a long story."), IsEmpty());
  EXPECT_THAT(retold("This is making it worse."), IsEmpty());
  EXPECT_THAT(retold("A lad at work who got me stuff on the slate."), IsEmpty());
}

TEST(TurnAround, JoinsTwoThatFollowOneAnother) {
  const auto all = turn_around(plain_words("I lost my job. I sleep in the van."), "");
  ASSERT_EQ(all.size(), 2U);
  const bool in_order = all[0].from.begin < all[1].from.begin;
  const auto both = joined(all[in_order ? 0 : 1], all[in_order ? 1 : 0]);
  ASSERT_TRUE(both);
  EXPECT_EQ(both->text, "you lost your job. You sleep in the van");
  EXPECT_FALSE(joined(all[in_order ? 1 : 0], all[in_order ? 0 : 1]));
}

TEST(TurnAround, SaysWhereTheWordsStand) {
  const std::string said = "Right. I\u2019m scared of the gate.";
  const auto turned = turn_around(plain_words(said), "");
  ASSERT_EQ(turned.size(), 1U);
  const Range from = turned.front().from;
  EXPECT_EQ(said.substr(from.begin, from.end - from.begin), "I\u2019m scared of the gate");
}

INSTANTIATE_TEST_SUITE_P(
    Persons, TurnAround,
    testing::Values(
        Heard{"I sleep four hours.", "you sleep four hours"},
        Heard{"I am afraid of the phone.", "you are afraid of the phone"},
        Heard{"I was scared of my own father.", "you were scared of your own father"},
        Heard{"I wasn't angry with her.", "you weren't angry with her"},
        Heard{"I never was afraid of work.", "you never were afraid of work"},
        Heard{"I've lost my job.", "you've lost your job"},
        Heard{"I'm not proud of it.", "you're not proud of it"},
        Heard{"I hate myself for it.", "you hate yourself for it"},
        Heard{"She left me for a friend of mine.", "she left you for a friend of yours"},
        Heard{"Nobody helps me with her.", "nobody helps you with her"},
        Heard{"My sister lost her house and I miss her.",
              "your sister lost her house and you miss her"},
        Heard{"I lost touch with me and my sister.", "you lost touch with you and your sister"},
        Heard{"me and aoife are very polite lately", "you and Aoife are very polite lately"},
        Heard{"We lost the house in May.", "you lost the house in May"},
        Heard{"I couldn't read a sentence.", "you couldn't read a sentence"},
        Heard{"I still think about that winter in the van.",
              "you still think about that winter in the van"}));

INSTANTIATE_TEST_SUITE_P(
    Spellings, TurnAround,
    testing::Values(Heard{"im so tired of this", "you're so tired of this"},
                    Heard{"ive not slept since she left", "you've not slept since she left"},
                    Heard{"i dont sleep anymore", "you don't sleep anymore"},
                    Heard{"i cannae sit in a room wi him", "you can't sit in a room with him"},
                    Heard{"i didnae sleep again on monday", "you didn't sleep again on Monday"},
                    Heard{"i'm no sleeping since the weekend",
                          "you're not sleeping since the weekend"},
                    Heard{"i hide it so there's no a fight", "you hide it so there's not a fight"},
                    Heard{"i've no friends left here", "you've no friends left here"},
                    Heard{"ma heid's no been right", "your head's not been right"},
                    Heard{"i bought a present and its still in the flat",
                          "you bought a present and it's still in the flat"},
                    Heard{"i stopped bc it hurt", "you stopped because it hurt"},
                    Heard{"idk why i shouted at niamh", "you shouted at Niamh"},

                    Heard{"i\xE2\x80\x99m scared of the gate", "you're scared of the gate"}));

INSTANTIATE_TEST_SUITE_P(
    Cutting, TurnAround,
    testing::Values(
        Heard{"And, honestly, I miss the noise.", "you miss the noise"},
        Heard{"I guess I'm just tired of waiting.", "you're just tired of waiting"},
        Heard{"Nice weather here.\nI cried on the bus.", "you cried on the bus"},
        Heard{"I cried on the bus, lol", "you cried on the bus"},
        Heard{"I cried on the bus, I'll admit.", "you cried on the bus"},
        Heard{"I lay awake the whole night long, because the neighbors had a party with a band and "
              "a dog",
              "you lay awake the whole night long"},
        Heard{"I hate the long walk up from the station in the dark on the way back home at night",
              ""}));

INSTANTIATE_TEST_SUITE_P(
    Silences, TurnAround,
    testing::Values(
        Heard{"", ""}, Heard{"...", ""}, Heard{"ok", ""}, Heard{"Am I tired of her?", ""},
        Heard{"I like talking to you about sleep.", ""}, Heard{"I'm pathetic and lazy.", ""},
        Heard{"I want to die in my sleep.", ""}, Heard{"I see what happened there.", ""},
        Heard{"I'm fine with the whole thing.", ""}, Heard{"I'm Sam from the night shift.", ""},
        Heard{"He said \"I lost my mother\".", ""}, Heard{"I should call my brother.", ""},
        Heard{"I was cold and was crying.", ""},
        Heard{"She tells them, my husband works hard.", ""},
        Heard{"sorry for the essay, just havent ate much and ma heid's done in", ""},
        Heard{"I could tell my brother before Monday.", ""},  // said back, it would be advice
        Heard{"We could talk about sleep.", ""}, Heard{"We're listening to the rain.", ""},
        Heard{"I get one picture of us.", ""}, Heard{"I write this on the bus.", ""},
        Heard{"I hated waking up at six.", ""}, Heard{"If I tell her, I lose her.", ""},
        Heard{"The bus was late.", ""}, Heard{"\xFF\xFE garbage \xF0", ""}));

TEST(TurnAroundTense, TellsNowFromThen) {
  EXPECT_EQ(turn_around(plain_words("I'm scared of the gate."), "").front().tense, Tense::now);
  EXPECT_EQ(turn_around(plain_words("I sleep four hours."), "").front().tense, Tense::now);
  EXPECT_EQ(turn_around(plain_words("I shouted at her until she cried."), "").front().tense,
            Tense::then);
  EXPECT_EQ(turn_around(plain_words("She left me for a welder."), "").front().tense, Tense::then);
}

}  // namespace
}  // namespace attune::coach
