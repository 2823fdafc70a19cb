#include "client/case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "client/case_rules.h"
#include "client/case_yaml.h"

namespace attune::client {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// `count` flow lines of one shape; "#" becomes a running number, so no two are alike.
std::string repeat(int count, const std::string& shape) {
  static int running = 0;
  std::string all;
  for (int i = 0; i < count; ++i) {
    std::string line = shape;
    const std::string mark = std::to_string(++running);
    for (std::size_t at = line.find('#'); at != std::string::npos; at = line.find('#'))
      line.replace(at, 1, mark);
    all += line + "\n";
  }
  return all;
}

const char* const kHead = R"(format: attune-case
version: 1
id: mina
name: Mina
age: 30
place: Bergen
pronouns: {subject: she, object: her, possessive: her}
card: {who: "Mina is a baker.", may_meet: ["Grief"], trains: ["Waiting"], themes: [grief], difficulty: 1, review: "No."}
clinical: {picture: "It trains waiting.", sources: ["One (2020).", "Two (2021)."]}
story: "All of it."
risk: {level: none, trust: 0.2, truth: "She is not."}
traits: {reactance: 0.5, guardedness: 0.5, rumination: 0.5, expressiveness: 0.5, warmth_seeking: 0.5, patience: 0.5}
start: {valence: -0.2, arousal: 0.1, distress: 0.5, trust: 0.3, hope: 0.4, guard: 0.4, emotions: {anger: 0.1, disgust: 0.1, fear: 0.1, happiness: 0.1, sadness: 0.1, surprise: 0.1, neutral: 0.1}}
)";

std::string note() {
  std::string words;
  for (int i = 0; i < 50; ++i) words += "word ";
  return "note: {well: \"" + words + "\", half: \"" + words + "\", badly: \"" + words + "\"}\n";
}

std::string parts() {
  std::string yaml = "layers:\n";
  for (const char* id : {"one", "two", "three", "four", "five"})
    yaml += "  - {id: " + std::string(id) + ", trust: 0.3, about: \"A.\", unsaid: \"U.\"}\n";
  yaml += "cues:\n" + repeat(12,
                             "  - {id: cue-#, kind: loss, weight: 0.5, layer: one, window: 3, "
                             "beneath: \"B.\", named: [a, b, c, d], explored: [e, f, g, h], "
                             "another_way: \"W.\"}");
  yaml += "traps:\n" +
          repeat(3,
                 "  - {id: trap-#, kind: advice, trust: 0.2, asks: [\"ask # a\", \"ask # b\"], "
                 "meets: [a, b, c, d], feeds: [e, f, g, h], met: [\"met # a\", \"met # b\"], "
                 "fed: [\"fed # a\", \"fed # b\"]}");
  yaml += "topics:\n" + repeat(30,
                               "  - {id: topic-#, asked: [a, b, c, d, e, f], "
                               "answers: [\"answer # a\", \"answer # b\"]}");
  return yaml + "assumptions:\n  - {assumed: [your boat], text: [\"I have no boat.\"]}\n";
}

/// Lines for every rule; the cues are named by the case that stands in front.
std::string lines(const std::string& before) {
  std::string yaml = "lines:\n";
  std::vector<std::string> cues;
  for (std::size_t at = before.find("cue-"); at != std::string::npos;
       at = before.find("cue-", at + 1))
    cues.push_back(before.substr(at, before.find(',', at) - at));
  for (const IntentRule& rule : intent_rules()) {
    const std::string intent = "  - {intent: " + std::string(rule.name) + ", emotion: neutral, ";
    if (rule.belongs_to == "layer") {
      for (const char* id : {"one", "two", "three", "four", "five"})
        yaml += repeat(rule.least, intent + "layer: " + id + ", text: \"line #\"}");
    } else if (rule.belongs_to == "cue") {
      for (const std::string& id : cues)
        yaml += repeat(2, intent + "cue: " + id + ", text: \"line #\"}") +
                repeat(1, intent + "cue: " + id + ", again: true, text: \"line #\"}");
    } else {
      yaml += repeat(rule.least, intent + "text: \"line #" +
                                     (rule.name == "confirm" ? " {feeling}" : "") + "\"}");
    }
  }
  return yaml;
}

std::string minimal() {
  const std::string before = kHead + note() + parts();
  return before + lines(before);
}

/// The minimal case with the first `from` replaced.
std::string with(const std::string& from, const std::string& to) {
  std::string yaml = minimal();
  const std::size_t at = yaml.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return yaml.replace(at, from.size(), to);
}

std::string refusal(const std::string& yaml) {
  const base::Result<Case> person = parse_case(yaml, "mina.yaml");
  EXPECT_FALSE(person.has_value());
  return person ? "" : person.error().message;
}

TEST(Case, AcceptsACaseWithTheLeastOfEverything) {
  const base::Result<Case> person = parse_case(minimal(), "mina.yaml");
  ASSERT_TRUE(person.has_value()) << person.error().message;
  EXPECT_EQ(person->id, "mina");
  EXPECT_EQ(person->hash.size(), 16U);
  EXPECT_EQ(person->layers[2].id, "three");
  EXPECT_EQ(person->assumptions[0].id, "assumption-1");
}

TEST(Case, LinesInsideTopicsCarryTheirTopicAndLayer) {
  const std::string yaml =
      with("asked: [a, b, c, d, e, f], answers: [",
           "asked: [a, b, c, d, e, f], layer: two, dodges: [\"Oh, that.\"], answers: [");
  const base::Result<Case> person = parse_case(yaml, "mina.yaml");
  ASSERT_TRUE(person.has_value()) << person.error().message;
  const auto dodge = std::find_if(person->lines.begin(), person->lines.end(),
                                  [](const Line& line) { return line.intent == "dodge"; });
  ASSERT_NE(dodge, person->lines.end());
  EXPECT_EQ(dodge->layer, "two");
  EXPECT_EQ(dodge->topic, person->topics[0].id);
  EXPECT_EQ(person->line(dodge->id)->bubbles[0], "Oh, that.");
}

TEST(Case, WaysOfAskingStandInAListOrOneALine) {
  const auto ways = [](const std::string& asked) {
    const auto person =
        parse_case(with("asked: [a, b, c, d, e, f]", "asked: " + asked), "mina.yaml");
    EXPECT_TRUE(person.has_value()) << person.error().message;
    const Ways& all = person->topics[0].asked;
    return std::vector<std::string>(all.begin(), all.end());
  };
  EXPECT_THAT(ways("[a, \"b c\", d, e, f, g]"), ElementsAre("a", "b c", "d", "e", "f", "g"));
  EXPECT_THAT(ways(R"("a\n b c \n\nd\ne\nf\ng\n")"), ElementsAre("a", "b c", "d", "e", "f", "g"));
  EXPECT_THAT(refusal(with("asked: [a, b, c, d, e, f]", R"(asked: "a\nb")")),
              HasSubstr("`asked` has 2, at least 6 are needed"));
}

TEST(Case, UnknownKeyIsNamedWithItsPlaceAndTheNearestKey) {
  EXPECT_THAT(
      refusal(with("place: Bergen", "plase: Bergen")),
      HasSubstr("mina.yaml:6:1: unknown key \"plase\" in the case (did you mean \"place\"?)"));
}

TEST(Case, MissingKeyIsNamed) {
  EXPECT_THAT(refusal(with("place: Bergen\n", "")), HasSubstr("the case has no `place`"));
  EXPECT_THAT(refusal(with("card: {who: \"Mina is a baker.\", ", "card: {")),
              HasSubstr("`card` has no `who`"));
}

TEST(Case, KeyTwiceIsRefused) {
  EXPECT_THAT(refusal(with("place: Bergen", "place: Bergen\nplace: Oslo")),
              HasSubstr("mina.yaml:7:1: key \"place\" stands twice"));
}

TEST(Case, WrongTypesAreRefused) {
  EXPECT_THAT(refusal(with("trust: 0.2, truth", "trust: a lot, truth")),
              HasSubstr("mina.yaml:11:28: `trust` is not a number"));
  EXPECT_THAT(refusal(with("name: Mina", "name: [Mina]")), HasSubstr("`name` is not a text"));
  EXPECT_THAT(refusal(with("may_meet: [\"Grief\"]", "may_meet: Grief")),
              HasSubstr("`may_meet` is not a list"));
  EXPECT_THAT(
      refusal(with("pronouns: {subject: she, object: her, possessive: her}", "pronouns: she")),
      HasSubstr("`pronouns` is not a map"));
  EXPECT_THAT(refusal(with("again: true", "again: maybe")), HasSubstr("neither true nor false"));
}

TEST(Case, ThemesAreOfTheListAndEachOnce) {
  EXPECT_THAT(refusal(with("themes: [grief]", "themes: [greif]")),
              HasSubstr("unknown word in `themes`: \"greif\" (did you mean \"grief\"?)"));
  EXPECT_THAT(refusal(with("themes: [grief]", "themes: [grief, grief]")), HasSubstr("twice"));
  EXPECT_THAT(refusal(with("themes: [grief]", "themes: []")), HasSubstr("at least 1"));
  EXPECT_THAT(refusal(with("themes: [grief], ", "")), HasSubstr("`card` has no `themes`"));
}

TEST(Case, WhoseRiskIsNotNoneCarriesSuicide) {
  EXPECT_THAT(refusal(with("risk: {level: none", "risk: {level: low")),
              HasSubstr("`themes` without suicide where the risk is low"));
  std::string both = with("risk: {level: none", "risk: {level: low");
  both.replace(both.find("[grief]"), 7, "[grief, suicide]");
  EXPECT_TRUE(parse_case(both, "mina.yaml"));
}

TEST(Case, NumbersOutOfRangeAreRefused) {
  EXPECT_THAT(refusal(with("reactance: 0.5", "reactance: 1.5")),
              HasSubstr("`reactance` is 1.5, outside 0 to 1"));
  EXPECT_THAT(refusal(with("valence: -0.2", "valence: -1.2")), HasSubstr("outside -1 to 1"));
  EXPECT_THAT(refusal(with("window: 3", "window: 2.5")), HasSubstr("not a whole number"));
  EXPECT_THAT(refusal(with("valence: -0.2", "valence: .nan")), HasSubstr("is not a number"));
}

TEST(Case, ReferencesMustLeadSomewhere) {
  EXPECT_THAT(refusal(with("intent: disclose, emotion: neutral, layer: three",
                           "intent: disclose, emotion: neutral, layer: thre")),
              HasSubstr("unknown layer \"thre\" (did you mean \"three\"?)"));
  EXPECT_THAT(refusal(with("intent: hint, emotion: neutral, cue: cue-",
                           "intent: hint, emotion: neutral, cue: cueless-")),
              HasSubstr("unknown cue \"cueless-"));
  EXPECT_THAT(refusal(with("weight: 0.5, layer: one", "weight: 0.5, layer: nine")),
              HasSubstr("unknown layer \"nine\""));
}

TEST(Case, UnknownEmotionBandAndIntentAreRefused) {
  EXPECT_THAT(refusal(with("emotion: neutral", "emotion: sadnes")),
              HasSubstr("unknown emotion \"sadnes\" (did you mean \"sadness\"?)"));
  EXPECT_THAT(refusal(with("emotion: neutral", "emotion: neutral, band: tens")),
              HasSubstr("unknown band \"tens\" (did you mean \"tense\"?)"));
  EXPECT_THAT(refusal(with("intent: soften", "intent: softens")),
              HasSubstr("unknown intent \"softens\" (did you mean \"soften\"?)"));
  EXPECT_THAT(refusal(with("level: none", "level: some")), HasSubstr("unknown level \"some\""));
}

TEST(Case, SameSentenceTwiceIsRefusedWhateverItsDots) {
  EXPECT_THAT(refusal(with("\"I have no boat.\"", "\"I have no boat.\", \"i have no boat…\"")),
              HasSubstr("the same words stand in line"));
}

TEST(Case, ACueMayBeSubtleUnlessItIsOfRisk) {
  const base::Result<Case> person =
      parse_case(with("kind: loss, weight", "subtle: true, kind: loss, weight"), "mina.yaml");
  ASSERT_TRUE(person.has_value()) << person.error().message;
  EXPECT_TRUE(person->cues[0].subtle);
  EXPECT_FALSE(person->cues[1].subtle);
  EXPECT_THAT(refusal(with("kind: loss, weight", "subtle: true, kind: risk, weight")),
              HasSubstr("a cue of risk marked `subtle`"));
}

TEST(Case, TooFewLinesAreCountedForEachLayerAndCue) {
  EXPECT_THAT(refusal(with("intent: stay, emotion: neutral, layer: four",
                           "intent: stay, emotion: neutral, layer: three")),
              HasSubstr("`stay` lines of layer \"four\": 7, at least 8 are needed; add 1"));
  EXPECT_THAT(refusal(with(", again: true", "")), HasSubstr("with `again: true` of cue"));
  EXPECT_THAT(refusal(with("asked: [a, b, c, d, e, f]", "asked: [a]")),
              HasSubstr("`asked` has 1, at least 6 are needed"));
}

TEST(Case, GatedTopicNeedsADodge) {
  EXPECT_THAT(refusal(with("asked: [a, b, c, d, e, f]", "asked: [a, b, c, d, e, f], layer: two")),
              HasSubstr("has a layer and no `dodges`"));
}

TEST(Case, PlaceholdersAreFeelingAndEchoAlone) {
  EXPECT_THAT(refusal(with("I have no boat.", "I have no {feelin}.")),
              HasSubstr("unknown placeholder {feelin} (did you mean \"{feeling}\"?)"));
}

TEST(Case, BrokenYamlIsNamedWithLineAndColumn) {
  EXPECT_THAT(refusal(with("place: Bergen", "place: [Bergen")), HasSubstr(": broken YAML: "));
  EXPECT_THAT(refusal("a: b: c"), HasSubstr("mina.yaml:1:5: broken YAML: "));
  EXPECT_THAT(refusal("a: *nobody"), HasSubstr("broken YAML: "));
  EXPECT_THAT(refusal(""), HasSubstr("not one YAML document"));
  EXPECT_THAT(refusal("id: \xff"), HasSubstr("not UTF-8"));
}

TEST(Case, AllFaultsComeInOnePassInTheOrderOfTheFile) {
  std::string yaml = with("place: Bergen", "plase: Bergen");
  yaml.replace(yaml.find("I have no boat."), 15, "I have no {boat}.");
  const std::string message = refusal(yaml);
  EXPECT_THAT(message, HasSubstr("\"plase\""));
  EXPECT_LT(message.find("\"plase\""), message.find("{boat}"));
}

TEST(Case, FileNameAndIdMustAgree) {
  const auto folder = std::filesystem::temp_directory_path() / "attune_case_test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "mona.yaml") << minimal();
  EXPECT_THAT(load_case(folder / "mona.yaml").error().message, HasSubstr("rename one"));
  std::filesystem::rename(folder / "mona.yaml", folder / "mina.yaml");
  EXPECT_TRUE(load_case(folder / "mina.yaml").has_value());
  EXPECT_EQ(load_cases(folder).value().size(), 1U);
  EXPECT_EQ(load_cases(folder / "nowhere").error().code, base::Code::not_found);
  std::filesystem::remove_all(folder);
}

const char* const kPrinciple = R"(principles:
  - {id: no-boats, principle: "She has no word for boats.", talk: ["… Hello.", "Mm. Is it a boat?"],
     seed: 7, never: ["have no boat"], replies: ["A thing that floats."]}
)";

TEST(Case, PrincipleBarsLinesAndAnswersTheTurnThatItWasSaidOf) {
  const std::string yaml = with("[\"I have no boat.\"]", "[\"I have no boat.\", \"None.\"]");
  const base::Result<Case> person = parse_case(yaml + kPrinciple, "mina.yaml");
  ASSERT_TRUE(person.has_value()) << person.error().message;
  const Principle& principle = person->principles.at(0);
  EXPECT_EQ(principle.seed, 7U);
  EXPECT_EQ(principle.barred.size(), 1U);
  EXPECT_TRUE(std::ranges::none_of(
      person->lines, [](const Line& line) { return line.bubbles[0] == "I have no boat."; }));
  EXPECT_EQ(person->topics[0].asked.size(), 1U);
  EXPECT_EQ(person->topics[0].asked.front(), "Is it a boat?");
  const Line* reply = person->line(principle.replies.at(0));
  ASSERT_NE(reply, nullptr);
  EXPECT_EQ(reply->topic, person->topics[0].id);
}

TEST(Case, PrincipleThatLeavesTooFewLinesIsRefused) {
  EXPECT_THAT(refusal(minimal() + kPrinciple),
              HasSubstr("of `text` the principles let 0 be said, at least 1 are needed; add 1"));
  std::string pity = kPrinciple;
  pity.replace(pity.find("have no boat"), 12, "pity");
  EXPECT_THAT(refusal(with("pity, emotion: neutral, text: \"line",
                           "pity, emotion: neutral, "
                           "text: \"pity line") +
                      pity),
              HasSubstr("`pity` lines: 3, at least 4 are needed; add 1"));
}

TEST(Case, PrincipleThatNothingCouldCheckIsRefused) {
  const std::string bare = "principles:\n  - {id: a, principle: P, seed: 1, talk: [";
  EXPECT_THAT(refusal(minimal() + bare + "]}\n"),
              HasSubstr("principle \"a\" has neither `never` nor `replies`"));
  EXPECT_THAT(refusal(minimal() + bare + "], replies: [\"Oh that.\"]}\n"),
              HasSubstr("`replies` without a turn of the supporter"));
  EXPECT_THAT(refusal(minimal() + "principles:\n  - {id: a, principle: P, seed: -1, talk: []}\n"),
              HasSubstr("`seed` is not a whole number"));
  EXPECT_THAT(refusal(minimal() + bare + "], never: [\"No. Not I.\"]}\n"),
              HasSubstr("a phrase of `never` holds several sentences"));
}

TEST(Case, WhatIsStillToBeWrittenIsNamed) {
  EXPECT_THAT(refusal(with("place: Bergen", "place: \"…\"")),
              HasSubstr("mina.yaml:6:8: `place` is still to be written"));
  EXPECT_THAT(refusal(with("asked: [a,", "asked: [\"… how they ask\",")),
              HasSubstr("an entry of `asked` is still to be written"));
  EXPECT_THAT(refusal(with("I have no boat.", "… what is wrong")),
              HasSubstr("a line is still to be written"));
}

TEST(Case, FaultsTellWhatThereIsTooLittleOf) {
  const auto faults = check_case(with(", again: true", ""));
  ASSERT_FALSE(faults.empty());
  EXPECT_EQ(faults[0].lacks, "hint");
  EXPECT_EQ(check_case(with("place: Bergen", "plase: Bergen"))[0].lacks, "");
}

TEST(Case, WrongDocumentsNeverCrash) {
  for (const char* yaml : {"[]", "3", "~", "lines: 3", "lines: [[]]", "topics: [{id: [a]}]",
                           "cues: {a: b}", "? [a]\n: b", "- - - -", "pronouns: [a]", "start: 1"})
    EXPECT_FALSE(parse_case(yaml, "x.yaml").has_value()) << yaml;
  const std::string whole = minimal();
  for (std::size_t cut = 0; cut < whole.size(); cut += 997)
    EXPECT_FALSE(parse_case(whole.substr(0, cut), "x.yaml").has_value()) << cut;
}

}  // namespace
}  // namespace attune::client
