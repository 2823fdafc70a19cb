#include <sys/wait.h>

#include <cstdlib>
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

/// `attune people ...` as the first admin types it, with its answers on standard input.
class People : public testing::Test {
 protected:
  struct Answer {
    int status = -1;
    std::string text;  ///< all that was printed
  };

  Answer type(const std::string& arguments, const std::string& input = "") const {
    return run("people " + arguments, input);
  }
  Answer run(const std::string& arguments, const std::string& input = "") const {
    const std::string dir = dir_.path().string();
    std::ofstream(dir + "/input") << input;
    const std::string command = "'" ATTUNE_BINARY "' " + arguments + " --data '" + dir +
                                "/data' <'" + dir + "/input' >'" + dir + "/output' 2>&1";
    const int ended = std::system(command.c_str());
    std::ifstream output(dir + "/output");
    return {WIFEXITED(ended) ? WEXITSTATUS(ended) : -1,
            {std::istreambuf_iterator<char>(output), {}}};
  }

  const TempDir dir_;
};

TEST_F(People, TheFirstAdminIsMadeInvitesAndIsNeverTheLastToGo) {
  const std::string password = "river copper lantern";
  EXPECT_THAT(type("list").text, HasSubstr("attune people add NAME --role admin"));
  EXPECT_EQ(type("add Mara --role admin --group expert", password + "\n").status, 0);
  EXPECT_THAT(type("list").text, AllOf(HasSubstr("Mara"), HasSubstr("admin"), HasSubstr("expert")));
  EXPECT_THAT(type("add mara --role trainee", password + "\n").text, HasSubstr("already"));
  const Answer invited = type("invite --role expert --public https://attune.example.org/");
  EXPECT_THAT(invited.text, HasSubstr("https://attune.example.org/invite/"));
  EXPECT_THAT(type("list").text, HasSubstr("not used yet: 1"));
  EXPECT_THAT(type("disable Mara").text, HasSubstr("another account admin first"));
  EXPECT_EQ(type("add Ben --role admin", password + "\n").status, 0);
  EXPECT_EQ(type("disable mara").status, 0);
  EXPECT_THAT(type("list").text, HasSubstr("disabled"));
  std::ofstream(dir_.path() / "input") << "";  // the password stands in no other file
  EXPECT_THAT(dir_.bytes(), AllOf(Not(HasSubstr(password)), HasSubstr("argon2id")));
}

TEST_F(People, AWeakPasswordOrNoneMakesNobody) {
  EXPECT_THAT(type("add Mara --role admin", "short\n").text, HasSubstr("10 characters"));
  EXPECT_THAT(type("add Mara --role admin").text, HasSubstr("no password"));
  EXPECT_THAT(type("list").text, HasSubstr("Nobody yet"));
  EXPECT_THAT(type("password Mara", "river copper lantern\n").text, HasSubstr("nobody has"));
}

TEST_F(People, ExportWritesItsFilesAndKeepsTheKeyApart) {
  ASSERT_EQ(type("add Mara --role admin", "river copper lantern\n").status, 0);
  const std::string out = dir_.path().string() + "/out", key = dir_.path().string() + "/key.tsv";
  EXPECT_THAT(run("export --out '" + out + "' --key '" + out + "/key.tsv'").text,
              HasSubstr("elsewhere"));
  const Answer written = run("export --out '" + out + "' --key '" + key + "'");
  EXPECT_EQ(written.status, 0);
  EXPECT_THAT(written.text, AllOf(HasSubstr("Talks: 0"), HasSubstr("agreed to research")));
  for (const char* file : {"talks.jsonl", "turns.csv", "ratings.jsonl", "ratings.csv", "marks.csv",
                           "settled.csv", "gold.jsonl", "codebook.md"})
    EXPECT_TRUE(std::filesystem::exists(out + "/" + file)) << file;
  EXPECT_EQ(std::filesystem::status(key).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(People, WhileTheServerRunsItSaysWhereToGo) {
  const Program server(dir_.path() / "data");
  const Answer answer = type("list");
  EXPECT_EQ(answer.status, 1);
  EXPECT_THAT(answer.text, AllOf(HasSubstr("server is running"), HasSubstr("People")));
}

}  // namespace
}  // namespace attune::e2e
