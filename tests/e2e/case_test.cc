#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "e2e/server_program.h"

namespace attune::e2e {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// `attune case ...` as a person types it, in a folder of its own.
class Case : public testing::Test {
 protected:
  struct Answer {
    int status = -1;
    std::string text;  ///< all that was printed
  };

  Answer type(const std::string& arguments, const std::string& input = "") {
    put("input", input);
    const std::string command = "cd '" + dir_.path().string() + "' && '" ATTUNE_BINARY "' case " +
                                arguments + " <input >output 2>&1";
    const int ended = std::system(command.c_str());
    return {WIFEXITED(ended) ? WEXITSTATUS(ended) : -1, get("output")};
  }
  void put(const std::string& name, const std::string& text) const {
    std::ofstream(dir_.path() / name, std::ios::binary) << text;
  }
  [[nodiscard]] std::string get(const std::string& name) const {
    std::ifstream in(dir_.path() / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  static std::string client(const std::string& id) {
    return "'" ATTUNE_ROOT "/content/clients/" + id + ".yaml'";
  }

 private:
  TempDir dir_;
};

TEST_F(Case, NewWritesASkeletonThatCheckNamesTheGapsOf) {
  const Answer written = type("new lina --name Lina");
  EXPECT_EQ(written.status, 0);
  EXPECT_THAT(written.text, HasSubstr("attune case check lina.yaml"));
  EXPECT_THAT(get("lina.yaml"), AllOf(HasSubstr("id: lina\n"), HasSubstr("name: \"Lina\"\n")));
  const Answer checked = type("check lina.yaml");
  EXPECT_EQ(checked.status, 1);
  EXPECT_THAT(checked.text, HasSubstr("lina.yaml:"));
}

TEST_F(Case, NewTakesTheStoryFromAFile) {
  put("story.txt", "She came in spring.\nThe flat is cold.\n");
  EXPECT_EQ(type("new lina --story story.txt").status, 0);
  EXPECT_THAT(get("lina.yaml"),
              HasSubstr("story: |\n  She came in spring.\n  The flat is cold.\n"));
}

TEST_F(Case, NewWritesOverNothing) {
  put("lina.yaml", "mine");
  const Answer refused = type("new lina");
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.text, HasSubstr("lina.yaml is there already"));
  EXPECT_EQ(get("lina.yaml"), "mine");
}

TEST_F(Case, NewSaysWhatIsWrongWithAnIdOrAStory) {
  EXPECT_THAT(type("new Lina!").text, HasSubstr("lower-case letters, digits and '-'"));
  const Answer refused = type("new lina --story nowhere.txt");
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.text, HasSubstr("cannot open nowhere.txt"));
  EXPECT_EQ(get("lina.yaml"), "");
}

TEST_F(Case, PreviewShowsWhatMovesTheClientFromTheStateAsked) {
  const std::string hello = "Hello, what made you write today?\n/end\n";
  const Answer warm = type("preview " + client("hidayah") + " --trust 0.9", hello);
  EXPECT_EQ(warm.status, 0);
  EXPECT_THAT(warm.text,
              AllOf(HasSubstr("  [open; trust 0.90, guard "), HasSubstr("This exercise is over.")));
  const Answer cold = type("preview " + client("hidayah") + " --trust 0.05", hello);
  EXPECT_THAT(cold.text, AllOf(HasSubstr("[open; trust 0.05"), Not(HasSubstr("trust 0.9"))));
}

TEST_F(Case, PreviewKnowsTheLayersOfTheCaseAndNoOthers) {
  const Answer refused = type("preview " + client("hidayah") + " --told moon", "/end\n");
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.text, HasSubstr("there is no layer 'moon' in this case"));
  EXPECT_EQ(type("preview " + client("hidayah") + " --told timetable", "/end\n").status, 0);
}

TEST_F(Case, CardSetsTheHabitsSideBySideWithoutRealTalks) {
  const Answer card = type("card hidayah");
  EXPECT_EQ(card.status, 0);
  for (const char* row : {"\n  good ", "\n  lecturer ", "\n  interrogator ", "\n  silent "})
    EXPECT_THAT(card.text, HasSubstr(row));
  EXPECT_THAT(card.text, AllOf(HasSubstr("they need --data DIR"), HasSubstr("timetable")));
}

TEST_F(Case, CardNamesTheClientsWhenItKnowsNoneOfThatName) {
  const Answer refused = type("card nobody");
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.text, AllOf(HasSubstr("no client 'nobody'"), HasSubstr("hidayah")));
}

}  // namespace
}  // namespace attune::e2e
