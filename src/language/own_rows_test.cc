#include "language/own_rows.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>

namespace attune::language {
namespace {

namespace fs = std::filesystem;

const fs::path kOwn = fs::path(ATTUNE_ROOT) / "content" / "training";

TEST(OwnRows, HoldAtLeastAHundredAndFiftySentencesASkill) {
  const auto turns = load_own_turns(kOwn);
  ASSERT_TRUE(turns) << turns.error().message;
  std::map<std::string, int> main, any;
  std::set<std::string> texts;
  for (const OwnTurn& turn : *turns) {
    ++main[turn.skills[0]];
    EXPECT_TRUE(texts.insert(turn.text).second) << turn.skills[0] << ": a sentence stands twice";
  }
  EXPECT_EQ(main.size(), 24U);
  for (const OwnTurn& turn : *turns)
    for (const std::string& skill : turn.skills) EXPECT_TRUE(main.contains(skill)) << skill;
  for (const auto& [skill, count] : main) EXPECT_GE(count, 150) << skill;
}

TEST(OwnRows, HoldAtLeastAHundredAndFiftySentencesAKindOfRisk) {
  const auto rows = load_own_risk(kOwn);
  ASSERT_TRUE(rows) << rows.error().message;
  std::map<conversation::RiskKind, int> kinds;
  int none = 0;
  for (const OwnRisk& row : *rows) {
    for (const auto kind : row.kinds) ++kinds[kind];
    if (row.level != conversation::RiskLevel::none) continue;
    ++none;
    EXPECT_TRUE(row.kinds.empty());
  }
  EXPECT_EQ(kinds.size(), conversation::kRiskKinds);
  for (const auto& [kind, count] : kinds) EXPECT_GE(count, 150) << name(kind);
  EXPECT_GE(none, 700);
}

TEST(OwnRows, HoldAtLeastAHundredAndFiftyRepliesALevelOfEmpathy) {
  const auto rows = load_own_empathy(kOwn);
  ASSERT_TRUE(rows) << rows.error().message;
  std::map<std::pair<std::size_t, int>, int> levels;
  for (const OwnEmpathy& row : *rows)
    for (std::size_t m = 0; m < row.levels.size(); ++m) ++levels[{m, row.levels[m]}];
  EXPECT_EQ(levels.size(), 9U);
  for (const auto& [level, count] : levels) EXPECT_GE(count, 150);
}

TEST(OwnRows, HoldAtLeastAHundredAndFiftyTurnsAKindOfTalk) {
  const auto rows = load_own_talk(kOwn);
  ASSERT_TRUE(rows) << rows.error().message;
  std::map<conversation::Talk, int> talks;
  for (const OwnTalk& row : *rows) ++talks[row.talk];
  for (const auto& [talk, count] : talks) EXPECT_GE(count, 150) << name(talk);
}

class BadRows : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }
  void write(const char* file, const char* text) { std::ofstream(folder_ / file) << text; }
  const fs::path folder_ = fs::path(testing::TempDir()) / "attune-own-rows";
};

TEST_F(BadRows, AreNamedByFileAndRow) {
  write("risk.tsv", "text\tlevel\tkinds\nfine today\tnone\t\noh\tsome\t\n");
  const auto risk = load_own_risk(folder_);
  ASSERT_FALSE(risk);
  EXPECT_NE(risk.error().message.find("risk.tsv: row 3"), std::string::npos);
  write("talk.tsv", "text\tbefore\ttalk\nyes\tchange\n");
  const auto talk = load_own_talk(folder_);
  ASSERT_FALSE(talk);
  EXPECT_NE(talk.error().message.find("row 2 has 2 columns, the first has 3"), std::string::npos);
}

}  // namespace
}  // namespace attune::language
