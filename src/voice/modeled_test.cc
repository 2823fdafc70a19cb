#include "voice/modeled.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "client/case_yaml.h"
#include "voice/acts_yaml.h"
#include "voice/authored.h"
#include "voice/material.h"
#include "voice/mend.h"
#include "voice/render.h"

namespace attune::voice {
namespace {

using conversation::Intent;
using conversation::Speaker;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::filesystem::path kRoot = ATTUNE_ROOT;

const language::Meaning& meaning() {
  static const auto opened = language::Meaning::open(kRoot / "models", kRoot / "content/lexicons");
  return **opened;
}

const language::Reader& reader() {
  static const auto opened = language::Reader::open(kRoot / "models");
  return **opened;
}

const Prompts& prompts() {
  static const auto loaded = load_prompts(kRoot / "content/prompts");
  return *loaded;
}

const client::Case& teo() {
  static const auto loaded = client::load_case(kRoot / "content/clients/teo.yaml");
  return *loaded;
}

const ModeledVoice& voice() {
  static const ModeledVoice made(teo(), reader(), meaning(), prompts());
  return made;
}

Brief brief(Intent intent) {
  Brief brief;
  brief.intended.turn = 3;
  brief.intended.intent = intent;
  brief.state = teo().start;
  brief.disclosed = {"chat"};
  brief.talk = {{Speaker::client, "hi. is this just text"},
                {Speaker::supporter, "Hi Teo, yes. What has your week been like?"}};
  return brief;
}

std::string asked(const Brief& brief) {
  std::string all;
  for (const llm::Message& message : voice().prompt(brief, nullptr).messages)
    all += message.text + "\n";
  return all;
}

TEST(ModeledVoice, AsksInThePersonsNameWithTheTalkAndTheTurn) {
  Brief now = brief(Intent::stay);
  now.draft = "the bus\nwas late";
  const std::string words = asked(now);
  EXPECT_THAT(words, HasSubstr("You are Teo, 16"));
  EXPECT_THAT(words, HasSubstr("Listener: Hi Teo, yes."));
  EXPECT_THAT(words, HasSubstr(prompts().intents.at("stay")));
  EXPECT_THAT(words, HasSubstr("the bus / was late"));
  EXPECT_THAT(words, Not(HasSubstr("{")));
}

std::vector<std::string> faults(const Brief& brief, const std::string& words) {
  std::vector<std::string> whats;
  if (const auto taken = voice().take(brief, words); !taken)
    for (const Fault& fault : taken.error()) whats.push_back(fault.what);
  return whats;
}

TEST(ModeledVoice, KeepsToWhatExpertsSaidOfReplies) {
  client::Case person = teo();
  person.principles.push_back({.id = "no-lectures",
                               .principle = "He tells nobody what he has learned.",
                               .never = {"i have learned that"}});
  const ModeledVoice voice(person, reader(), meaning(), prompts());
  const Brief now = brief(Intent::stay);
  EXPECT_THAT(voice.prompt(now, nullptr).messages[0].text,
              HasSubstr("- He tells nobody what he has learned. Never in words such as: \"i have"));
  EXPECT_THAT(asked(now), Not(HasSubstr("Never in words such as")));
  const auto taken = voice.take(now, "yeah i've learned that nobody asks");
  ASSERT_FALSE(taken.has_value());
  EXPECT_EQ(taken.error()[0].what, "principle");
}

TEST(ModeledVoice, SaysInOtherWordsWhatThereWasToSayAndNothingElse) {
  Brief now = brief(Intent::stay);
  now.draft = "nana's 72. she cheats at cards and watches the chase";
  EXPECT_THAT(faults(now, "she's 72, nana. always cheating at cards that one"),
              Not(Contains("intent")));
  EXPECT_THAT(faults(now, "the bus was late again and it rained"), Contains("intent"));
  EXPECT_THAT(faults(now, "nana's 72 and cheats at cards. whatever you decide i'm behind you"),
              Contains("advice"));
  now.draft = "not really";
  EXPECT_THAT(faults(now, "nah it's all the same i guess"), Not(Contains("intent")));
}

TEST(ModeledVoice, SpeaksOfStatesInWordsAndNotInNumbers) {
  Brief wary = brief(Intent::stay), warm = brief(Intent::stay);
  wary.state.trust = 0.1;
  warm.state.trust = 0.9;
  EXPECT_THAT(asked(wary), HasSubstr("You do not trust this person"));
  EXPECT_THAT(asked(warm), HasSubstr("You trust them"));
  EXPECT_THAT(asked(warm), Not(HasSubstr("0.9")));
}

TEST(ModeledVoice, GivesAllThatATurnOfItsKindNeeds) {
  Brief hint = brief(Intent::hint);
  hint.intended.cue = "drawer";
  EXPECT_THAT(asked(hint), HasSubstr("let this slip"));
  EXPECT_THAT(asked(brief(Intent::stay)), Not(HasSubstr("let this slip")));
  Brief stays = brief(Intent::stay);
  const std::string others = asked(stays);
  const std::size_t first = others.find("\n- ", others.find("So you might also put it")) + 3;
  stays.draft = others.substr(first, others.find('\n', first) - first);
  EXPECT_THAT(asked(stays), Not(HasSubstr("- " + stays.draft + "\n")));
}

TEST(ModeledVoice, KeepsTheLastTurnsOfALongTalkEachOnOneLine) {
  Brief at_length = brief(Intent::stay);
  for (int i = 0; i < 60; ++i)
    at_length.talk.push_back({Speaker::supporter, "number " + std::to_string(i) + "\nTeo: yes"});
  const std::string words = asked(at_length);
  EXPECT_THAT(words, HasSubstr("number 59 / Teo: yes"));
  EXPECT_THAT(words, Not(HasSubstr("number 30 ")));
  at_length.talk.push_back({Speaker::supporter, std::string(100000, 'x')});
  EXPECT_LT(asked(at_length).size(), 40000U);
}

TEST(ModeledVoice, ASecondTryHearsWhatWasWrongWithTheFirst) {
  const Brief same = brief(Intent::stay);
  const Refused refused{"you should rest", {{"advice", prompts().faults.at("advice")}}};
  const llm::Prompt first = voice().prompt(same, nullptr), second = voice().prompt(same, &refused);
  EXPECT_THAT(second.messages.back().text, HasSubstr("you should rest"));
  EXPECT_THAT(second.messages.back().text, HasSubstr(prompts().faults.at("advice")));
  EXPECT_EQ(first.messages.front().text, second.messages.front().text);
  EXPECT_NE(first.seed, second.seed);
  EXPECT_EQ(first.purpose, "voice");
}

TEST(ModeledVoice, TakesAPlainTurnInBubblesWithTheTimesThatAnAuthoredOneWouldTake) {
  const Brief now = brief(Intent::stay);
  const auto taken = voice().take(now, "Teo: Pretty long. School's just loud\n\n\"You?\"");
  ASSERT_TRUE(taken);
  EXPECT_THAT(taken->bubbles, ElementsAre("pretty long. school's just loud", "you?"));
  EXPECT_EQ(taken->typing_ms, typing_times(taken->bubbles, now));
}

TEST(ModeledVoice, NamesEachFault) {
  const Brief now = brief(Intent::stay);
  EXPECT_THAT(faults(now, " \n "), ElementsAre("empty"));
  EXPECT_THAT(faults(now, "<think>hm"), ElementsAre("empty"));
  for (const char* nothing : {"\"\"", "''", "--", "\u200B"})
    EXPECT_THAT(faults(now, nothing), ElementsAre("empty")) << nothing;
  EXPECT_THAT(faults(now, "…"), testing::IsEmpty());
  EXPECT_THAT(faults(now, "as an ai i don't have weeks"), Contains("role"));
  EXPECT_THAT(faults(now, "*shrugs* it was long"), Contains("role"));
  EXPECT_THAT(faults(now, "Listener: and then?\nit was long"), Contains("role"));
  EXPECT_THAT(faults(now, "Teo shrugs. it was long"), Contains("role"));
  EXPECT_THAT(faults(now, "**long**"), Contains("format"));
  EXPECT_THAT(faults(now, "{\"text\": \"long\"}"), Contains("format"));
  EXPECT_THAT(faults(now, "- school\n- band"), Contains("format"));
  EXPECT_THAT(faults(now, "lange Woche gehabt, keine Lust mehr"), Contains("language"));
  std::string much;
  for (int i = 0; i < 40; ++i) much += "and then it was loud ";
  EXPECT_THAT(faults(now, much), Contains("length"));
  EXPECT_THAT(faults(now, "it sounds like you care. have you tried talking to someone"),
              Contains("advice"));
  EXPECT_THAT(faults(now, "what do you think is stopping you?"), Contains("advice"));
  EXPECT_THAT(faults(now, "i'm here for you"), Contains("advice"));
  EXPECT_THAT(faults(now, "thank you so much, i feel so much better"), Contains("recovery"));
  EXPECT_THAT(faults(now, "i've been grappling with a sense of isolation"), Contains("fluency"));
  EXPECT_THAT(faults(now, "hi. is this just text"), Contains("repeat"));
  EXPECT_THAT(faults(now, "my best mate malakai put a laughing face under it"), Contains("leak"));
}

TEST(ModeledVoice, GoesOnlyWhenTheTalkEnds) {
  EXPECT_THAT(faults(brief(Intent::stay), "i have to go now. bye"), Contains("intent"));
  EXPECT_THAT(faults(brief(Intent::stay), "i have to go to maths after"), testing::IsEmpty());
  EXPECT_THAT(faults(brief(Intent::stay), "i take care of the dog after"), testing::IsEmpty());
}

TEST(ModeledVoice, LetsNobodyGuessASecretOut) {
  Brief guessed = brief(Intent::stay);
  guessed.talk.back().text = "Your best mate Malakai put a laughing face under it?";
  EXPECT_THAT(faults(guessed, "yeah"), Contains("leak"));
  EXPECT_THAT(faults(guessed, "don't know what you mean"), testing::IsEmpty());
}

TEST(ModeledVoice, SpeaksOfDyingOnlyAsFarAsTheTurnGoes) {
  const std::string truth = "kind of. i've thought about not being here. i don't want to die";
  EXPECT_THAT(faults(brief(Intent::stay), "i want to kill myself"), Contains("risk"));
  Brief asked_straight = brief(Intent::answer_risk);
  asked_straight.intended.risk = "true";
  EXPECT_THAT(faults(asked_straight, truth), testing::IsEmpty());
  EXPECT_THAT(faults(asked_straight, "the rain has stopped"), Contains("intent"));
  EXPECT_THAT(faults(asked_straight, "i want to die and i know where there are pills"),
              Contains("safety"));
  asked_straight.intended.risk = "reason";
  EXPECT_THAT(faults(asked_straight, "the rain has stopped"), Contains("intent"));
  asked_straight.intended.risk = "guarded";
  EXPECT_THAT(faults(asked_straight, "i want to kill myself"), Contains("risk"));
}

TEST(ModeledVoice, DemandsWhatTheTurnIsFor) {
  Brief tells = brief(Intent::disclose);
  tells.intended.layer = "malakai";
  tells.disclosed.insert("malakai");
  EXPECT_THAT(faults(tells, "my best mate malakai put a laughing face under it"),
              testing::IsEmpty());
  EXPECT_THAT(faults(tells, "the rain has stopped"), Contains("intent"));
  Brief hint = brief(Intent::hint);
  hint.intended.cue = "drawer";
  EXPECT_THAT(faults(hint, "dunno really"), Contains("cue"));
  Brief leaves = brief(Intent::close);
  leaves.intended.ending = "half";
  EXPECT_THAT(faults(leaves, "gonna go. night"), testing::IsEmpty());
  EXPECT_THAT(faults(leaves, "what do you do on sundays?"), Contains("intent"));
}

/// Everything of a case that must not stand in a prompt while only `out` is out.
std::vector<std::string> secrets(const client::Case& person, const Brief& brief) {
  std::vector<std::string> all{person.story.substr(0, 60)};
  for (const client::Layer& layer : person.layers) {
    all.push_back(layer.unsaid);
    if (!is_out(brief, layer.id)) all.push_back(layer.about);
  }
  for (const client::Cue& cue : person.cues) {
    all.push_back(cue.beneath);
    all.push_back(cue.another_way);
    all.insert(all.end(), cue.named.begin(), cue.named.end());
    all.insert(all.end(), cue.explored.begin(), cue.explored.end());
  }
  for (const client::Line& line : person.lines) {
    const bool risk = line.intent.starts_with("risk_");
    const bool other_cue = line.intent == "hint" && line.cue != brief.intended.cue;
    if ((!is_out(brief, line.layer) && line.intent != "dodge") || risk || other_cue)
      all.push_back(line.bubbles.front());
  }
  std::erase_if(all, [](const std::string& text) { return text.size() < 20; });
  return all;
}

TEST(ModeledVoice, NeverPutsIntoAPromptWhatIsNotOut) {
  const auto people = client::load_cases(kRoot / "content/clients");
  ASSERT_TRUE(people);
  for (const client::Case& person : *people) {
    const ModeledVoice one(person, reader(), meaning(), prompts());
    AuthoredVoice authored(person, meaning(), load_acts(kRoot / "content/acts.yaml").value());
    for (std::size_t out = 0; out <= person.layers.size(); ++out)
      for (const Intent intent : {Intent::stay, Intent::disclose, Intent::hint}) {
        Brief now;
        now.intended.turn = static_cast<int>(out) + 1;
        now.intended.intent = intent;
        now.state = person.start;
        now.state.trust = static_cast<double>(out) / 10;
        for (std::size_t i = 0; i < out; ++i) now.disclosed.insert(person.layers[i].id);
        if (intent == Intent::hint) now.intended.cue = person.cues[out].id;
        if (intent == Intent::disclose && out > 0) now.intended.layer = person.layers[out - 1].id;
        const auto& topic = person.topics[(out * 7) % person.topics.size()];
        now.talk = {{Speaker::supporter, std::string(topic.asked.front())}};
        Brief without_cue = now;
        without_cue.intended.cue.clear();
        std::string words;
        const auto meant = authored.word(without_cue);
        for (const std::string& bubble : meant->bubbles) now.draft += bubble + " ";
        for (const llm::Message& message : one.prompt(now, nullptr).messages) words += message.text;
        for (const std::string& secret : secrets(person, now))
          EXPECT_EQ(words.find(secret), std::string::npos)
              << person.id << " " << name(intent) << " " << out << ": " << secret;
      }
  }
}

TEST(Mend, TypesAsThePersonDoes) {
  Typing plain;
  plain.lower_case = true;
  EXPECT_THAT(mend("\u201cI\u2019m OK \u2014 Isaac isn\u2019t.\u201d", "Teo", plain),
              ElementsAre("i'm OK, isaac isn't"));
  Typing proper;
  proper.full_stops = true;
  EXPECT_THAT(mend("<think>She is wary.</think>\nRuth: I am well. Quite well.", "Ruth", proper),
              ElementsAre("I am well. Quite well."));
}

TEST(Prompts, FaultsNameTheirPlace) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "attune-prompts";
  std::filesystem::remove_all(folder);
  std::filesystem::copy(kRoot / "content/prompts", folder);
  EXPECT_EQ(load_prompts(folder)->version, prompts().version);
  std::ofstream(folder / "words.yaml", std::ios::app) << "extra: 1\n";
  const auto refused = load_prompts(folder);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("words.yaml:"));
  EXPECT_THAT(refused.error().message, HasSubstr("unknown key \"extra\""));
  std::filesystem::remove(folder / "turn.md");
  EXPECT_THAT(load_prompts(folder).error().message, HasSubstr("turn.md"));
}

}  // namespace
}  // namespace attune::voice
