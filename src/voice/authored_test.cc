#include "voice/authored.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/draw.h"
#include "voice/acts_yaml.h"

namespace attune::voice {
namespace {

using conversation::Intent;
using testing::AnyOf;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// A small person: two layers, one cue, three topics, a trap.
client::Case mina() {
  client::Case person;
  person.id = "mina";
  person.name = "Mina";
  person.pronouns = {{"object", "her"}};
  person.layers = {{"work", 0.2, "", ""}, {"brother", 0.5, "", ""}};
  person.cues = {{"boat", "loss", 0.5, "work", 3, "", {}, {}, ""}};
  person.topics = {
      {"sleep", {"how are you sleeping", "do you sleep at night"}, "", false},
      {"sister", {"do you have a sister", "tell me about your sister"}, "", false},
      {"brother", {"do you have a brother", "tell me about your brother"}, "brother", true},
      {"dark",
       {"do you think about suicide", "do you want to die", "do those thoughts come a lot",
        "how often do the thoughts come", "how often is it"},
       "",
       false}};
  person.assumptions = {{{"your husband"}, "assumption-1"}};
  const auto add = [&](client::Line line) {
    line.id = "l" + std::to_string(person.lines.size());
    person.lines.push_back(line);
  };
  const auto plain = [&](const std::string& intent, const std::string& text) {
    client::Line line;
    line.intent = intent;
    line.bubbles = {text};
    return line;
  };
  const auto of_topic = [&](const std::string& intent, const std::string& topic,
                            const std::string& layer, const std::string& text) {
    client::Line line = plain(intent, text);
    line.topic = topic;
    line.layer = layer;
    return line;
  };
  add(of_topic("answer", "sleep", "", "Five hours, if the gulls allow it."));
  add(of_topic("answer", "sleep", "", "I wake at four."));
  add(of_topic("answer", "sister", "", "One sister, in Oslo."));
  add(of_topic("answer", "sister", "", "She sends me wool."));
  add(of_topic("answer", "brother", "brother", "He drowned in May."));
  add(of_topic("answer", "brother", "brother", "He had red boots."));
  add(of_topic("dodge", "brother", "brother", "We were two at home."));
  add(of_topic("answer", "dark", "", "Not to wake? Two mornings a week."));
  add(of_topic("answer", "dark", "", "That I would rather not wake? On Sundays."));
  add(of_topic("correct", "assumption-1", "", "There is no husband."));
  for (int i = 0; i < 12; ++i) {
    const std::string mark = std::string(1, static_cast<char>('a' + i)) + std::string("qk");
    add(of_topic("stay", "", "work", "The bakery opens early, " + mark + "."));
    add(of_topic("stay", "", "brother", "His coat hangs there, " + mark + "."));
    add(plain("unplaced", "I could not say, " + mark + "."));
    add(plain("no_answer", "That I do not know, " + mark + "."));
    add(plain("elicit", "Rain on the window, " + mark + "."));
    add(plain("silent", "Hm, " + mark + "."));
  }
  add(of_topic("disclose", "", "brother", "My brother drowned."));
  for (const char* intent :
       {"opening",      "confirm", "greet",      "thanks",    "how_are_you", "insult",
        "gibberish",    "foreign", "bot",        "repeated",  "wait",        "resource",
        "pity",         "praise",  "resist",     "flinch",    "risk_true",   "risk_told",
        "goodbye_well", "leave",   "your_story", "off_topic", "permit",      "withdraw"})
    for (const char* mark : {"one", "two", "three"})
      add(plain(intent, std::string(intent) + " " + mark));
  client::Line feeling = plain("confirm", "Yes, {feeling}.");
  add(feeling);
  client::Line hint = plain("hint", "The boat is for sale.");
  hint.cue = "boat";
  add(hint);
  client::Line ask = plain("ask", "What would you do?");
  ask.trap = "advice";
  add(ask);
  return person;
}

class Voicing : public testing::Test {
 protected:
  explicit Voicing(client::Case someone = mina())
      : person(std::move(someone)),
        meaning(language::Meaning::open(ATTUNE_ROOT "/models", ATTUNE_ROOT "/content/lexicons")
                    .value()),
        voice(person, *meaning, load_acts(ATTUNE_ROOT "/content/acts.yaml").value()) {
    brief.intended.intent = Intent::stay;
    brief.disclosed = {"work"};
    brief.seed = 7;
    brief.talk = {{conversation::Speaker::client, "The bakery."}};
    brief.lines = {{}};
  }

  /// The client's reply, which becomes part of the talk.
  Utterance say(const std::string& text) {
    brief.talk.push_back({conversation::Speaker::supporter, text});
    ++brief.intended.turn;
    Utterance reply = voice.word(brief).value();
    std::string all;
    for (const std::string& bubble : reply.bubbles) all += (all.empty() ? "" : "\n") + bubble;
    brief.talk.push_back({conversation::Speaker::client, all});
    brief.used.insert(reply.lines.begin(), reply.lines.end());
    brief.lines.push_back(reply.lines);
    return reply;
  }

  std::vector<std::string> intents(const Utterance& reply) {
    std::vector<std::string> names;
    for (const std::string& id : reply.lines) names.push_back(person.line(id)->intent);
    return names;
  }

  std::vector<std::string> reply_to(const std::string& text) { return intents(say(text)); }

  const client::Case person;
  const std::unique_ptr<language::Meaning> meaning;
  AuthoredVoice voice;
  Brief brief;
};

TEST_F(Voicing, OfDyingItAnswersOnlyWhoAsksOfThatOrAsksOn) {
  const auto tells = testing::Contains(testing::HasSubstr("wake?"));
  EXPECT_THAT(say("How often is it you go out?").bubbles, Not(tells));
  EXPECT_THAT(say("How often do those thoughts come?").bubbles, tells);
  EXPECT_THAT(say("And how often is it?").bubbles, tells);
}

TEST_F(Voicing, AnswersAQuestionAboutATopic) {
  EXPECT_THAT(say("so how are you sleeping these days?").bubbles,
              Contains(AnyOf("Five hours, if the gulls allow it.", "I wake at four.")));
}

TEST_F(Voicing, UnderstandsShorthandAndMissingMarks) {
  EXPECT_THAT(reply_to("hows ur sleep"), Contains("answer"));
  EXPECT_THAT(say("do u have a sister").bubbles, Contains("One sister, in Oslo."));
}

TEST_F(Voicing, DodgesAGatedTopicUntilItsLayerIsOut) {
  EXPECT_THAT(say("Tell me about your brother.").bubbles, Contains("We were two at home."));
  brief.disclosed.insert("brother");
  EXPECT_THAT(say("Do you have a brother?").bubbles, Contains("He drowned in May."));
}

TEST_F(Voicing, AnswersTwoQuestionsInOneTurn) {
  EXPECT_THAT(reply_to("How are you sleeping? And do you have a sister?"),
              testing::ElementsAre("answer", "answer"));
}

TEST_F(Voicing, AnswersInTheOrderInWhichOneAsked) {
  const auto sleep = say("How are you sleeping? And do you have a sister?").bubbles;
  EXPECT_EQ(sleep.back(), "One sister, in Oslo.");
  const auto sister = say("Tell me about your sister. And do you sleep at night?").bubbles;
  EXPECT_EQ(sister.front(), "She sends me wool.");
}

TEST_F(Voicing, GoesOnWithWhatWasToldWhenAskedOn) {
  const std::string first = say("How are you sleeping?").bubbles.back();
  EXPECT_THAT(say("What do you mean?").bubbles,
              Contains(first == "I wake at four." ? "Five hours, if the gulls allow it."
                                                  : "I wake at four."));
}

TEST_F(Voicing, AWordOfAttentionMakesNoPlainQuestionWide) {
  EXPECT_THAT(reply_to("Ok. Which harbor master signs the salmon permits?"),
              testing::ElementsAre("no_answer"));
}

TEST_F(Voicing, WhatIsWonderedAtWaitsForWhatIsAsked) {
  EXPECT_THAT(say("You sleep at night? Do you have a sister?").bubbles,
              testing::ElementsAre("One sister, in Oslo."));
}

TEST_F(Voicing, AnswersAndStillDiscloses) {
  brief.intended.intent = Intent::disclose;
  brief.intended.layer = "brother";
  brief.disclosed.insert("brother");
  EXPECT_THAT(reply_to("Do you have a sister?"), testing::ElementsAre("answer", "disclose"));
}

TEST_F(Voicing, AnAnswerThatRevealsTheLayerStandsForItsDisclosure) {
  brief.intended.intent = Intent::disclose;
  brief.intended.layer = "brother";
  brief.disclosed.insert("brother");
  EXPECT_THAT(reply_to("Do you have a brother?"), testing::ElementsAre("answer"));
}

TEST_F(Voicing, PlantsTheCueLastWhateverWasAsked) {
  brief.intended.intent = Intent::hint;
  brief.intended.cue = "boat";
  EXPECT_EQ(say("How are you sleeping?").bubbles.back(), "The boat is for sale.");
}

/// Mina, with words for "this is something else" and a topic of her brother's layer that does not
/// say it.
client::Case mina_shifting() {
  client::Case person = mina();
  person.topics.push_back(
      {"boots", {"tell me about the boots", "what boots are those"}, "brother", false});
  const auto add = [&](const char* intent, const char* topic, const char* layer, const char* text) {
    client::Line line;
    line.id = "s" + std::to_string(person.lines.size());
    line.intent = intent;
    line.topic = topic;
    line.layer = layer;
    line.bubbles = {text};
    person.lines.push_back(line);
  };
  add("answer", "boots", "brother", "Red ones, from the chandler's.");
  for (const char* text : {"Another thing.", "Something else."}) add("shift", "", "", text);
  for (const char* text : {"What I have is this.", "So much I can say."})
    add("beside", "", "", text);
  add("soften", "", "", "Nobody in this town has said that to me before.");
  return person;
}

class Shifting : public Voicing {
 protected:
  Shifting() : Voicing(mina_shifting()) {}

  void disclose_after_some_turns() {
    for (const char* turn : {"How are you sleeping?", "I see.", "That is long."}) say(turn);
    brief.intended.intent = Intent::disclose;
    brief.intended.layer = "brother";
    brief.disclosed.insert("brother");
  }
};

TEST_F(Shifting, AnnouncesAnotherMatterAndNoneOfTheSameLayer) {
  brief.intended.intent = Intent::disclose;
  brief.intended.layer = "brother";
  brief.disclosed.insert("brother");
  const Brief before = brief;
  EXPECT_THAT(reply_to("How are you sleeping?"),
              testing::ElementsAre("answer", "shift", "disclose"));
  brief = before;
  EXPECT_THAT(reply_to("Tell me about the boots."), testing::ElementsAre("answer", "disclose"));
}

TEST_F(Shifting, AnnouncesASecretThatAnswersNothingAsked) {
  disclose_after_some_turns();
  EXPECT_THAT(reply_to("What do you make of the election?"),
              testing::ElementsAre("shift", "disclose"));
}

TEST_F(Shifting, AnnouncesASecretAfterAQuestionForYesOrNo) {
  disclose_after_some_turns();
  EXPECT_THAT(reply_to("Is that right, or is it something else?"), Contains("shift"));
}

TEST_F(Shifting, AnnouncesASecretAfterHowTheyAre) {
  disclose_after_some_turns();
  EXPECT_THAT(reply_to("How are you doing now?"),
              testing::IsSupersetOf({"how_are_you", "shift", "disclose"}));
}

TEST_F(Shifting, IsBriefInItsWarmthBeforeAnAnswer) {
  brief.intended.intent = Intent::soften;
  EXPECT_THAT(reply_to("You hold on. How are you sleeping?"), Not(Contains("soften")));
}

TEST_F(Shifting, GivesAnAnswerThatMayBeBesideTheQuestionAsWhatTheyHave) {
  EXPECT_THAT(reply_to("How are you sleeping?"), testing::ElementsAre("answer"));
  EXPECT_THAT(reply_to("Do the nights drag for you?"), testing::ElementsAre("beside", "answer"));
  EXPECT_THAT(reply_to("What are your nights like?"), Not(Contains("beside"))) << "twice running";
}

TEST_F(Shifting, IsWarmAtLengthWhereNothingIsAsked) {
  brief.intended.intent = Intent::soften;
  EXPECT_THAT(reply_to("I am here."), Contains("soften"));
}

TEST_F(Shifting, AnnouncesAHintThatAnswersNothing) {
  say("How are you sleeping?");
  brief.intended.intent = Intent::hint;
  brief.intended.cue = "boat";
  EXPECT_THAT(reply_to("You wake at four and then the day is long."),
              testing::IsSupersetOf({"shift", "hint"}));
}

TEST_F(Voicing, NoticesARepeatedQuestion) {
  say("How are you sleeping?");
  EXPECT_THAT(reply_to("how are you sleeping"), Contains("repeated"));
}

TEST_F(Voicing, GivesTheNextAnswerWhenAskedInOtherWords) {
  const auto first = say("How are you sleeping?").bubbles;
  const Utterance second = say("Do you sleep at night, mostly?");
  EXPECT_THAT(intents(second), testing::ElementsAre("answer"));
  EXPECT_NE(second.bubbles, first);
}

TEST_F(Voicing, CorrectsAWrongAssumption) {
  EXPECT_THAT(say("Does your husband help?").bubbles, Contains("There is no husband."));
}

TEST_F(Voicing, WordsThatStandApartGetTheirOwnReply) {
  EXPECT_THAT(reply_to("are you even a real person?"), Contains("bot"));
  EXPECT_THAT(reply_to("You're such an idiot."), Contains("insult"));
  EXPECT_THAT(reply_to("asdfghjk sdfgkj"), Contains("gibberish"));
  EXPECT_THAT(reply_to("¿Cómo estás, Mina? ¿Por qué escribes?"), Contains("foreign"));
  EXPECT_THAT(reply_to("как ты себя чувствуешь"), Contains("foreign"));
  EXPECT_THAT(reply_to("..."), Contains("wait"));
}

TEST_F(Voicing, SocialWordsGetTheirOwnReply) {
  EXPECT_THAT(reply_to("how are you today?"), Contains("how_are_you"));
  EXPECT_THAT(reply_to("Thank you for telling me."), Contains("thanks"));
  EXPECT_THAT(reply_to("Here is a helpline you can call."), Contains("resource"));
  EXPECT_THAT(reply_to("When my dog died I was a wreck."), Contains("your_story"));
  EXPECT_THAT(reply_to("Would it be okay if I shared an idea?"), Contains("permit"));
}

TEST_F(Voicing, SaysTheFeelingBackThatWasNamed) {
  EXPECT_THAT(say("You sound lonely in that bakery.").bubbles,
              Contains(testing::HasSubstr("lonely")));
}

TEST_F(Voicing, ReactionsAreNotTheSameTwiceRunning) {
  const auto first = reply_to("It sounds like the bakery wears you out.");
  const auto second = reply_to("It sounds like the bakery keeps you going.");
  EXPECT_FALSE(first.front() == "confirm" && second.front() == "confirm");
}

TEST_F(Voicing, AnswersAQuestionAboutRiskAndNothingElse) {
  brief.intended.intent = Intent::answer_risk;
  brief.intended.risk = "true";
  EXPECT_THAT(reply_to("Are you thinking of suicide? And how do you sleep?"),
              testing::ElementsAre("risk_true"));
}

TEST_F(Voicing, NeverAnswersRiskWithAnotherKindWhenLinesRunOut) {
  brief.intended.intent = Intent::answer_risk;
  brief.intended.risk = "true";
  for (int i = 0; i < 12; ++i)
    EXPECT_THAT(reply_to("Are you thinking of suicide?").front(), AnyOf("risk_true", "risk_told"));
}

TEST_F(Voicing, EndsAsTheMindMeansTo) {
  brief.intended.intent = Intent::close;
  brief.intended.ending = "leave";
  EXPECT_THAT(reply_to("Bye then."), testing::ElementsAre("leave"));
}

TEST_F(Voicing, SaysNoSentenceTwiceInThirtyTurnsAndGrowsTerse) {
  std::set<std::string> said;
  bool exhausted = false;
  for (int turn = 0; turn < 50; ++turn) {
    const Utterance reply = say("Tell me more, number " + std::to_string(turn) + ".");
    exhausted = exhausted || reply.exhausted;
    for (const std::string& id : reply.lines) {
      const std::string& intent = person.line(id)->intent;
      if (intent != "confirm" && intent != "silent") {
        EXPECT_TRUE(said.insert(id).second) << id;
      }
    }
  }
  EXPECT_TRUE(exhausted);
}

TEST_F(Voicing, NeverSpeaksOfALayerThatIsNotOut) {
  const std::vector<std::string> prompts = {"Tell me more.", "His coat, you said?", "Who drowned?",
                                            "You miss him.", "Why?"};
  for (int turn = 0; turn < 25; ++turn)
    for (const std::string& id : say(prompts[static_cast<std::size_t>(turn) % 5]).lines) {
      const client::Line* line = person.line(id);
      EXPECT_TRUE(line->layer != "brother" || line->intent == "dodge") << line->bubbles[0];
    }
}

TEST_F(Voicing, EqualBriefsGiveEqualWordsAndSeedsDiffer) {
  brief.talk.push_back({conversation::Speaker::supporter, "Tell me more."});
  std::set<std::vector<std::string>> seen;
  for (std::uint64_t seed = 0; seed < 8; ++seed) {
    brief.seed = seed;
    const Utterance reply = voice.word(brief).value();
    EXPECT_EQ(reply.bubbles, voice.word(brief)->bubbles);
    EXPECT_EQ(reply.typing_ms, voice.word(brief)->typing_ms);
    seen.insert(reply.lines);
  }
  EXPECT_GT(seen.size(), 2U);
}

TEST_F(Voicing, TypesWithinBoundsAndFasterWhenTense) {
  brief.talk.push_back({conversation::Speaker::supporter, "How are you sleeping?"});
  brief.state.valence = -0.5;
  brief.state.arousal = 0.6;
  const int tense = voice.word(brief)->typing_ms[0];
  brief.state.arousal = -0.5;
  const int low = voice.word(brief)->typing_ms[0];
  EXPECT_LT(tense, low);
  EXPECT_GE(tense, 1500);
  EXPECT_LE(low, 8000);
}

TEST_F(Voicing, AnythingTypedGetsOneToThreeBubbles) {
  for (const char* text : {"", "?", "!!!!!!", "k", "\n\n", "{feeling}", "😀😀😀😀", "\xff\xfe",
                           "And and and or or but?", "* ^ $ /"}) {
    const Utterance reply = say(text);
    EXPECT_THAT(reply.bubbles, Not(IsEmpty())) << text;
    EXPECT_LE(reply.bubbles.size(), 3U) << text;
    EXPECT_THAT(reply.typing_ms, SizeIs(reply.bubbles.size()));
  }
}

TEST_F(Voicing, EndsOutOfRole) {
  EXPECT_EQ(exercise_over(person), "This exercise is over. Nothing happens to her after it.");
}

TEST(Acts, WhatTheSupporterFeelsIsNotTheClientsFeeling) {
  const ActReader reader(load_acts(ATTUNE_ROOT "/content/acts.yaml").value());
  EXPECT_EQ(reader.hear("I'm so glad you wrote.", "Mina").feeling, "");
  EXPECT_EQ(reader.hear("I hear how sad you are.", "Mina").feeling, "sad");
}

TEST(Acts, FaultsNameTheirPlace) {
  EXPECT_EQ(parse_acts("format: attune-acts\nversion: 1\nphrases:\n  grete: [hi]\n", "a.yaml")
                .error()
                .message,
            "a.yaml:4:3: unknown act \"grete\"");
  EXPECT_FALSE(parse_acts("format: [", "a.yaml").has_value());
  EXPECT_FALSE(parse_acts("hello", "a.yaml").has_value());
  EXPECT_FALSE(parse_acts("format: attune-acts\nlights: [a]", "a.yaml").has_value());
  EXPECT_FALSE(parse_acts("format: attune-acts\nversion: 2", "a.yaml").has_value());
}

}  // namespace
}  // namespace attune::voice
