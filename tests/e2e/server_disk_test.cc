#include <algorithm>

#include <gmock/gmock.h>

#include "e2e/server_program.h"
#include "e2e/server_talk.h"

namespace attune::e2e {
namespace {

using testing::HasSubstr;

int told_by_supporter(const Json& events) {
  return static_cast<int>(std::count_if(events.begin(), events.end(), [](const Json& event) {
    return event.value("speaker", "") == "supporter" && event.at("type") == "said";
  }));
}

TEST(Disk, AFullOneRefusesLosesNothingAndTheTalkGoesOn) {
  const TempDir dir;
  Program program(dir.path() / "data");
  const std::string session = begin_session(program.port());
  Talk talk(program.port(), session);
  ASSERT_TRUE(talk.wait_for("ready"));
  talk.say("key-00001", "Hello. What made you write today?");
  ASSERT_TRUE(talk.wait_for_reply(1));

  program.limit_files(1);
  talk.say("key-00002", "That sounds like a lot to carry.");
  const auto error = talk.wait_for("error");
  ASSERT_TRUE(error);
  EXPECT_EQ(error->at("code"), "unavailable");
  EXPECT_EQ(error->at("key"), "key-00002");
  EXPECT_THAT(std::string(error->at("message")), HasSubstr("free some space"));
  const Json wish = {{"case", any_case(program.port())}};
  EXPECT_EQ(ask(program.port(), {.method = "POST", .target = "/api/sessions", .body = wish.dump()})
                .status,
            503);
  EXPECT_EQ(told_by_supporter(events_of(program.port(), session)), 1);

  program.limit_files(std::nullopt);
  talk.say("key-00002", "That sounds like a lot to carry.");
  ASSERT_TRUE(talk.wait_for_reply(2));
  EXPECT_EQ(told_by_supporter(events_of(program.port(), session)), 2);
  program.kill_hard();
  Program again(dir.path() / "data");
  EXPECT_EQ(told_by_supporter(events_of(again.port(), session)), 2);
}

}  // namespace
}  // namespace attune::e2e
