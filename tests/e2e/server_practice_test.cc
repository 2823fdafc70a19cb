#include <gmock/gmock.h>

#include "e2e/server_program.h"
#include "e2e/server_talk.h"

namespace attune::e2e {
namespace {

using testing::HasSubstr;

class TalkPracticeTest : public testing::Test {
 protected:
  Json get(const std::string& target) {
    return Json::parse(ask(program_->port(), {.target = target}).body);
  }
  Reply put(const std::string& preferences) {
    return ask(program_->port(),
               {.method = "PUT", .target = "/api/preferences", .body = preferences});
  }
  Reply begin(const std::string& person) {
    const Json wish = {{"case", person}};
    return ask(program_->port(),
               {.method = "POST", .target = "/api/sessions", .body = wish.dump()});
  }

  TempDir dir_;
  std::unique_ptr<Program> program_ = std::make_unique<Program>(dir_.path() / "data");
};

TEST_F(TalkPracticeTest, WhoIsLeftOutStaysOutOverARestart) {
  ASSERT_EQ(put(R"({"help":"fading","avoid":["suicide"]})").status, 200);
  EXPECT_EQ(put(R"({"help":"fading","avoid":["sorrow"]})").status, 400);
  EXPECT_EQ(program_->stop(), 0);
  program_ = std::make_unique<Program>(dir_.path() / "data");
  EXPECT_EQ(get("/api/preferences"), Json::parse(R"({"help":"fading","avoid":["suicide"]})"));
  for (const Json& person : get("/api/cases").at("cases")) {
    const Json& themes = person.at("themes");
    const bool brings = std::find(themes.begin(), themes.end(), "suicide") != themes.end();
    EXPECT_EQ(person.at("avoided"), brings) << person.at("id");
  }
  const Reply refused = begin("ross");
  EXPECT_EQ(refused.status, 409);
  EXPECT_THAT(refused.body, HasSubstr("Ross brings what you chose to leave out (suicide)"));
  EXPECT_EQ(begin("goran").status, 201);
}

TEST_F(TalkPracticeTest, ATalkShowsInProgressOnceItIsClosed) {
  EXPECT_EQ(get("/api/progress").at("talks"), 0);
  const std::string session = begin_session(program_->port(), "ross");
  Talk talk(program_->port(), session);
  ASSERT_TRUE(talk.wait_for("ready"));
  const char* turns[] = {"Hello. What made you write today?", "That sounds lonely.",
                         "Tell me more about her."};
  for (int turn = 1; turn <= 3; ++turn) {
    ASSERT_TRUE(talk.say("key-0000" + std::to_string(turn), turns[turn - 1]));
    ASSERT_TRUE(talk.wait_for_reply(turn));
  }
  EXPECT_EQ(get("/api/progress").at("talks"), 0);
  talk.give({{"type", "end"}, {"how", "now"}});
  ASSERT_TRUE(talk.wait_for_event("closed"));
  const Json told = get("/api/progress");
  EXPECT_EQ(told.at("talks"), 1);
  EXPECT_EQ(told.at("skills").at(0).at("talks").at(0).at("session"), session);
  EXPECT_EQ(told.at("exposure").at("state"), "check_in");
  EXPECT_NE(told.at("next").at("case"), "ross");
}

}  // namespace
}  // namespace attune::e2e
