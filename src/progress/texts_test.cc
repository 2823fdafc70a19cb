#include "progress/texts.h"

#include <fstream>
#include <iterator>

#include <gmock/gmock.h>

#include "progress/staged_records.h"

namespace attune::progress {
namespace {

using testing::HasSubstr;

std::string shipped() {
  std::ifstream in(std::string(ATTUNE_ROOT) + "/content/progress.yaml", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string refusal(const std::string& from, const std::string& to) {
  std::string yaml = shipped();
  yaml.replace(yaml.find(from), from.size(), to);
  const auto texts = parse_texts(yaml, "x.yaml");
  EXPECT_FALSE(texts.has_value()) << to;
  return texts ? "" : texts.error().message;
}

TEST(ProgressTexts, AreReadAndWhole) {
  const auto texts = parse_texts(shipped(), "x.yaml");
  ASSERT_TRUE(texts.has_value()) << texts.error().message;
}

TEST(ProgressTexts, WhatIsNotAsTheFormatSaysIsRefusedWithItsLine) {
  EXPECT_THAT(refusal("version: 1", "version: 2"), HasSubstr("unknown version"));
  EXPECT_THAT(refusal("\ntrend:", "\ntrends:"), HasSubstr("unknown key \"trends\""));
  EXPECT_THAT(refusal("  steady:", "  steadfast:"), HasSubstr("unknown key \"steadfast\""));
  EXPECT_THAT(refusal("  steady:", "  growing:"), HasSubstr("stands twice"));
  EXPECT_THAT(refusal("What still has room is {least}.", "{name} waits."),
              HasSubstr("unknown slot \"name\""));
  EXPECT_THAT(refusal("    - \"You have done without the ideas almost entirely.\"\n", ""),
              HasSubstr("3 at least"));
  EXPECT_THAT(refusal("  none:", "  none: []\n  less:"), HasSubstr("x.yaml:"));
  EXPECT_THAT(refusal("    - \"Ideas come when you ask for them. You do much of this alone.\"\n"
                      "    - \"You manage much of this yourself, so",
                      "    - \"Ideas come, {least}.\"\n    - \"{least}, so"),
              HasSubstr("may be empty"));
  EXPECT_FALSE(parse_texts("format: attune-progress\nversion: 1\n", "x.yaml"));
}

TEST(ProgressTexts, ASentenceWithAnEmptySlotIsPassedOver) {
  const Texts texts{{{"a.b", {"With {name}.", "Without."}}}};
  for (std::uint64_t seed = 0; seed < 8; ++seed) EXPECT_EQ(texts.say("a.b", seed), "Without.");
  const Texts one{{{"a.b", {"With {name} and {name}."}}}};
  EXPECT_EQ(one.say("a.b", 1, {{"name", "Mo"}}), "With Mo and Mo.");
}

TEST(ProgressTexts, NeverScoldNorCountPoints) {
  for (const auto& [key, sentences] : house_texts().phrases) {
    for (const std::string& sentence : sentences)
      for (const char* never : {"fail", "score", "mistake", "should", "must", "bad", "good job"})
        EXPECT_EQ(sentence.find(never), std::string::npos) << key << ": " << sentence;
  }
}

}  // namespace
}  // namespace attune::progress
