#include "coach/written.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace attune::coach {
namespace {

using testing::HasSubstr;

constexpr const char* kHead = "client\tline\tkind\tskill\tcue\ttext\twhy\n";

class WrittenTest : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove_all(folder_); }

  static std::string row(const std::string& line, const std::string& kind, const std::string& text,
                         const std::string& cue = "") {
    return "Ana\t" + line + "\t" + kind + "\tstay\t" + cue + "\t" + text + "\tA why.\n";
  }
  static std::string rows(const std::string& line, const std::string& text) {
    std::string all;
    for (const auto kind : kKindNames) all += row(line, std::string(kind), text);
    return all;
  }
  base::Result<Written> load(const std::string& table) {
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ / "ana.tsv") << table;
    return Written::load(folder_);
  }

  std::filesystem::path folder_ = std::filesystem::path(testing::TempDir()) / "written";
};

TEST_F(WrittenTest, FindsTheCardsOfALineOfOneClient) {
  const auto written = load(kHead + rows("two plates / habit", "Two of them."));
  ASSERT_TRUE(written) << written.error().message;
  const auto cards = written->find("Ana", "two plates\nhabit", {}, 0);
  ASSERT_TRUE(cards);
  EXPECT_EQ((*cards)[0].text, "Two of them.");
  EXPECT_EQ((*cards)[2].kind, kKindNames[2]);
  EXPECT_FALSE(written->find("Ben", "two plates\nhabit", {}, 0));
  EXPECT_FALSE(written->find("Ana", "two plates", {}, 0));
}

TEST_F(WrittenTest, FindsWhatIsHeavyAmongSeveral) {
  const auto written = load(kHead + rows("it rained all day", "Rain.") + rows("he died", "Died."));
  ASSERT_TRUE(written);
  const std::string said = "it rained all day\nhe died\nwell";
  EXPECT_EQ((*written->find("Ana", said, {18, 25}, 0))[0].text, "Died.");
  EXPECT_EQ((*written->find("Ana", said, {0, 5}, 0))[0].text, "Rain.");
  EXPECT_EQ((*written->find("Ana", said, {}, 0))[0].text, "Rain.");
  EXPECT_FALSE(written->find("Ana", said, {26, 30}, 0));
}

TEST_F(WrittenTest, DrawsAmongTheSetsOfALine) {
  const auto written = load(kHead + rows("he died", "One.") + rows("he died", "Other."));
  ASSERT_TRUE(written);
  EXPECT_EQ((*written->find("Ana", "he died", {}, 0.4))[0].text, "One.");
  EXPECT_EQ((*written->find("Ana", "he died", {}, 0.6))[1].text, "Other.");
}

TEST_F(WrittenTest, SaysWhereAFileIsWrong) {
  const auto fault = [&](const std::string& table) {
    const auto loaded = load(table);
    return loaded ? "" : loaded.error().message;
  };
  EXPECT_THAT(fault("client\tline\n"), HasSubstr("ana.tsv:1: the first row must be"));
  EXPECT_THAT(fault(kHead + rows("a", "b") + "Ana\ta\n"), HasSubstr("ana.tsv:5: a row needs"));
  EXPECT_THAT(
      fault(kHead + row("a", "support", "b") + row("a", "support", "b") + row("a", "support", "b")),
      HasSubstr("kind motivational_interviewing"));
  std::string other = kHead + rows("a", "b");
  other += row("plates", "motivational_interviewing", "b", "cups");
  other += row("plates", "empathic_response", "b") + row("plates", "support", "b");
  EXPECT_THAT(fault(other), HasSubstr(":5: the cue must stand"));
}

}  // namespace
}  // namespace attune::coach
