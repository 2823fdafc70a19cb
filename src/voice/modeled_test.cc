#include "voice/modeled.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "client/case_yaml.h"

namespace attune::voice {
namespace {

using conversation::Intent;
using conversation::Speaker;
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
  const std::string words = asked(brief(Intent::stay));
  EXPECT_THAT(words, HasSubstr("You are Teo, 16"));
  EXPECT_THAT(words, HasSubstr("Listener: Hi Teo, yes."));
  EXPECT_THAT(words, HasSubstr(prompts().intents.at("stay")));
  EXPECT_THAT(words, Not(HasSubstr("{")));
}

TEST(ModeledVoice, TakesAPlainTurn) {
  const auto taken = voice().take(brief(Intent::stay), "pretty long. school's just loud\nyou?");
  ASSERT_TRUE(taken);
  EXPECT_THAT(taken->bubbles, testing::ElementsAre("pretty long. school's just loud", "you?"));
  EXPECT_THAT(taken->typing_ms,
              testing::Each(testing::AllOf(testing::Ge(1500), testing::Le(8000))));
}

}  // namespace
}  // namespace attune::voice
