#include "debrief/texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "debrief/pen.h"
#include "debrief/staged_talk.h"

namespace attune::debrief {
namespace {

using testing::HasSubstr;

TEST(Texts, AreReadAndWhole) {
  EXPECT_TRUE(check(house_texts()).has_value());
}

TEST(Texts, AMissingKeyIsNamed) {
  const auto texts = parse_texts("format: attune-debrief\nversion: 1\n", "x.yaml");
  ASSERT_FALSE(texts.has_value());
  EXPECT_THAT(texts.error().message, HasSubstr("frame.out_of_role"));
}

TEST(Texts, AFaultNamesItsLine) {
  const auto texts =
      parse_texts("format: attune-debrief\nversion: 1\nframe:\n  stop: oops\n", "x.yaml");
  ASSERT_FALSE(texts.has_value());
  EXPECT_THAT(texts.error().message, HasSubstr("x.yaml:4"));
}

TEST(Texts, AListThatCannotAlwaysBeSaidIsRefused) {
  Texts texts = house_texts();
  texts.phrases["worked.owned"] = {"Only with {words}."};
  EXPECT_FALSE(check(texts).has_value());
}

TEST(Texts, NeverSayFailedNorCountPoints) {
  for (const auto& [key, sentences] : house_texts().phrases) {
    if (key.starts_with("said.")) continue;  // others' words, which are only known by it
    for (const std::string& sentence : sentences) {
      for (const char* never : {"fail", "score", "mistake", "wrong answer", "good job", "commit"})
        EXPECT_EQ(sentence.find(never), std::string::npos) << key << ": " << never;
    }
  }
}

TEST(Pen, SaysNoSentenceTwiceWhileThereAreOthers) {
  const client::Case person = staged_person("none");
  Pen pen(house_texts(), person, 3);
  EXPECT_NE(pen.write("title.passed", 1), pen.write("title.passed", 1));
}

TEST(Pen, PassesOverASentenceWithAnEmptySlot) {
  Texts texts;
  texts.phrases["a.b"] = {"With {words}.", "Without."};
  const client::Case person = staged_person("none");
  for (std::uint64_t seed = 0; seed < 8; ++seed)
    EXPECT_EQ(Pen(texts, person, seed).write("a.b", 1, {{"words", ""}}), "Without.");
}

TEST(Pen, FillsInThePronounsOfThePerson) {
  Texts texts;
  texts.phrases["a.b"] = {"{They} told you about {their} day; you asked {them}, {name}."};
  EXPECT_EQ(Pen(texts, staged_person("none"), 1).write("a.b", 1),
            "She told you about her day; you asked her, Mara.");
}

TEST(Quotable, TakesTheLastShortStatement) {
  EXPECT_EQ(quotable("I came home late.\nNobody was there. Are you there?"), "Nobody was there");
  EXPECT_EQ(quotable("Why?"), "");
  EXPECT_EQ(quotable(std::string(200, 'x')), "");
}

}  // namespace
}  // namespace attune::debrief
