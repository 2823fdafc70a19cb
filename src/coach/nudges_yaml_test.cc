#include "coach/nudges_yaml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

namespace attune::coach {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::filesystem::path kContent =
    std::filesystem::path(ATTUNE_ROOT) / "content" / "nudges.yaml";

// What is wrong with the real file once its first `from` is `to`.
std::string wrong(const std::string& from, const std::string& to) {
  std::ifstream in(kContent);
  std::string text(std::istreambuf_iterator<char>(in), {});
  const std::size_t at = text.find(from);
  EXPECT_NE(at, text.npos) << from;
  const auto file = std::filesystem::path(testing::TempDir()) / "changed_nudges.yaml";
  std::ofstream(file) << text.replace(at, from.size(), to);
  const auto loaded = load_nudges(file);
  return loaded ? "" : loaded.error().message;
}

std::vector<std::string> all_texts() {
  const auto nudges = load_nudges(kContent);
  EXPECT_TRUE(nudges) << nudges.error().message;
  std::vector<std::string> all;
  for (const NudgeTexts& kind : *nudges) {
    all.insert(all.end(), kind.sure.begin(), kind.sure.end());
    all.insert(all.end(), kind.asks.begin(), kind.asks.end());
  }
  return all;
}

// Sentences outside of quotes; several marks in a row count once.
int sentences_of_ours(const std::string& text) {
  int count = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 3, "“") == 0) quoted = true;
    if (text.compare(i, 3, "”") == 0) quoted = false;
    const bool ends = std::string_view(".!?").find(text[i]) != std::string_view::npos;
    count += ends && !quoted ? 1 : 0;
  }
  return count;
}

TEST(NudgesYaml, ReadsTheProjectsFile) {
  EXPECT_EQ(all_texts().size(), 14U * 10U + 1U);
}

TEST(NudgesYaml, NamesPlaceAndMendOfAFault) {
  EXPECT_THAT(wrong("version: 1", "version: 2"), HasSubstr("unknown version; write version: 1"));
  EXPECT_THAT(wrong("format: attune-nudges", "format: attune-acts"),
              HasSubstr("begin with format: attune-nudges"));
  EXPECT_THAT(wrong("kinds:", "sorts:"), HasSubstr("unknown key \"sorts\""));
  EXPECT_THAT(wrong("kind: lecture", "kind: sermon"), HasSubstr("sermon"));
  EXPECT_THAT(wrong("kind: lecture", "kind: advice"), HasSubstr("stands twice"));
  EXPECT_THAT(wrong("“{words}” can be", "“{who}” can be"), HasSubstr("the only one is {words}"));
  EXPECT_THAT(wrong("    asks:\n", "    ask:\n"), HasSubstr("unknown key \"ask\""));
  EXPECT_THAT(
      wrong("      - \"The question about suicide is still open in this talk. Whatever comes next "
            "can be gentler once it has been asked.\"\n      - \"“{words}” is worth stopping at.",
            "    more:\n      - \"“{words}” is worth stopping at."),
      HasSubstr("unknown key \"more\""));
}

TEST(NudgesYaml, SaysWhenAKindLacksOrHasTooFewTexts) {
  const auto file = std::filesystem::path(testing::TempDir()) / "few_nudges.yaml";
  std::ofstream(file) << "format: attune-nudges\nversion: 1\nkinds:\n  - kind: advice\n    why: "
                         "\"w.\"\n    sure: [\"a.\"]\n    asks: [\"b?\"]\n";
  EXPECT_THAT(load_nudges(file).error().message,
              HasSubstr("few_nudges.yaml:6:11: `sure` has too few entries; give 6 at least"));
  std::ofstream(file) << "format: attune-nudges\nversion: 1\nkinds:\n  - {kind: advice, why: w, "
                         "sure: [a, b, c, d, e, f], asks: [a, b, c, d]}\n";
  EXPECT_THAT(load_nudges(file).error().message, HasSubstr("there is no kind \"risk_unasked\""));
}

TEST(NudgesYaml, SaysWhenThereIsNoFile) {
  const auto loaded = load_nudges("no/such/nudges.yaml");
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, base::Code::not_found);
}

TEST(NudgesYaml, NeverScoldsAndStaysShort) {
  for (const std::string& text : all_texts()) {
    for (const char* harsh : {"ou should", "ou must", "ou need to", "ou failed", "wrong", "mistake",
                              "ever do", "problem with", "ou forgot", "ou ignored"})
      EXPECT_THAT(text, Not(HasSubstr(harsh)));
    EXPECT_LE(sentences_of_ours(text), 2) << text;
    EXPECT_LE(text.size(), 240U) << text;
  }
}

TEST(NudgesYaml, AsksWhereTheReadingIsUnsure) {
  const auto nudges = load_nudges(kContent);
  ASSERT_TRUE(nudges);
  for (const NudgeTexts& kind : *nudges)
    for (const std::string& text : kind.asks) EXPECT_THAT(text, HasSubstr("?"));
}

TEST(NudgesYaml, VariesHowTextsBegin) {
  std::map<std::string, int> openings;
  for (const std::string& text : all_texts()) {
    std::size_t at = 0;
    for (int words = 0; words < 3 && at != text.npos; ++words) at = text.find(' ', at + 1);
    ++openings[text.substr(0, at)];
  }
  for (const auto& [opening, count] : openings) EXPECT_LE(count, 5) << opening;
}

}  // namespace
}  // namespace attune::coach
