#include "review/own_instruments.h"

#include <fstream>

#include <gmock/gmock.h>
#include <unistd.h>

#include "review/rating_lines.h"

namespace attune::review {
namespace {

using testing::HasSubstr;

class OwnInstrumentsTest : public testing::Test {
 protected:
  OwnInstrumentsTest() { std::filesystem::create_directories(folder_); }
  ~OwnInstrumentsTest() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& file, const std::string& id, const std::string& rest) const {
    std::ofstream(folder_ / file) << "format: attune-instrument\nversion: 1\nid: " << id
                                  << "\ntitle: Ours\nabout: One question\nlicense: ours\n"
                                     "target: conversation\n"
                                  << rest;
  }
  OwnInstruments load() const {
    return with_own_instruments({{"critique", {.id = "critique"}}}, folder_);
  }

  const std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) / ("own-instruments-" + std::to_string(::getpid()));
  const std::string item_ = "items:\n  - {id: calm, ask: Calm, scale: {low: 1, high: 3}}\n";
};

TEST_F(OwnInstrumentsTest, StandBesideThoseThatShip) {
  write("ours.yaml", "ours", item_);
  const OwnInstruments all = load();
  EXPECT_TRUE(all.faults.empty());
  EXPECT_EQ(all.instruments.size(), 2U);
  EXPECT_EQ(all.instruments.at("ours").items.at(0).ask, "Calm");
}

TEST_F(OwnInstrumentsTest, FaultyOnesAreNamedWithLineAndMendAndStopNoOther) {
  write("a.yaml", "a", "items:\n  - {id: calm, ask: Calm, scale: {low: 3, high: 1}}\n");
  write("b.yaml", "c", item_);
  write("critique.yaml", "critique", item_);
  write("ours.yaml", "ours", item_);
  const OwnInstruments all = load();
  ASSERT_EQ(all.faults.size(), 3U);
  EXPECT_THAT(all.faults[0].message,
              testing::AllOf(HasSubstr("a.yaml:9:"), HasSubstr("write one")));
  EXPECT_THAT(all.faults[1].message, HasSubstr("name the file after it"));
  EXPECT_THAT(all.faults[2].message, HasSubstr("choose another id"));
  EXPECT_TRUE(all.instruments.contains("ours"));
  EXPECT_TRUE(all.instruments.at("critique").items.empty());
}

TEST_F(OwnInstrumentsTest, AFolderThatIsNotThereIsNone) {
  EXPECT_TRUE(with_own_instruments({}, folder_ / "none").instruments.empty());
}

TEST(RatingLines, ComeBackAsTheyWent) {
  Rating rating{.task = "", .talk = "t", .rater = {"our-rule", RaterKind::rule, "3"}};
  rating.form.marks = {{"critique", "lecturing", 2, 3, 9, 1, ""}};
  rating.at = base::Instant(std::chrono::milliseconds(77));
  const std::string line = to_line(rating);
  const auto back = rating_from_line(line, {});
  ASSERT_TRUE(back) << line;
  EXPECT_EQ(to_line(*back), line);
  EXPECT_EQ(back->rater.version, "3");
}

TEST(RatingLines, WhatIsNoneIsRefusedWithoutQuotingIt) {
  for (const char* line :
       {"", "{", "[]", R"({"talk":"secret"})",
        R"({"talk":"secret","rater":{"id":"x","kind":"oracle"}})",
        R"({"talk":"secret","rater":{"id":"x","kind":"rule"},"marks":[{"turn":1.5}]})"}) {
    const auto read = rating_from_line(line, {});
    ASSERT_FALSE(read) << line;
    EXPECT_THAT(read.error().message, testing::Not(HasSubstr("secret")));
  }
}

}  // namespace
}  // namespace attune::review
