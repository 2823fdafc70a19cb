#include <set>

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "e2e/server_program.h"
#include "e2e/server_talk.h"

namespace attune::e2e {
namespace {

using testing::HasSubstr;
using testing::Not;

class TalkTest : public testing::Test {
 protected:
  Reply get(const std::string& target) { return ask(program_.port(), {.target = target}); }
  Reply of_session(const std::string& rest) { return get("/api/sessions/" + session_ + rest); }

  TempDir dir_;
  Program program_{dir_.path() / "data"};
  std::string session_ = begin_session(program_.port());
  Talk talk_{program_.port(), session_};
};

TEST_F(TalkTest, AWholeTalkFromOpeningToDebrief) {
  ASSERT_TRUE(talk_.wait_for("ready"));
  ASSERT_TRUE(talk_.say("key-00001", "Hello. What made you write today?"));
  ASSERT_TRUE(talk_.wait_for_reply(1));
  talk_.give({{"type", "suggest"}});
  const auto suggested = talk_.wait_for_event("suggested");
  ASSERT_TRUE(suggested);
  const std::string kind = suggested->at("event").at("cards").at(0).at("kind");
  talk_.give({{"type", "adopt"}, {"kind", kind}});
  ASSERT_TRUE(talk_.wait_for_event("adopted"));
  ASSERT_TRUE(talk_.say("key-00002", "That sounds like a lot to carry."));
  ASSERT_TRUE(talk_.wait_for_reply(2));
  EXPECT_EQ(of_session("/debrief").status, 409);
  ASSERT_TRUE(talk_.say("key-00003", "I have to go now. Take care.", true));
  ASSERT_TRUE(talk_.wait_for_event("closed"));
  talk_.give({{"type", "rate"}, {"items", {{"understood", 4}}}, {"redo", 2}});
  ASSERT_TRUE(talk_.wait_for_event("rated"));
  const Reply debrief = of_session("/debrief");
  ASSERT_EQ(debrief.status, 200);
  EXPECT_EQ(Json::parse(debrief.body).at("session"), session_);
  const Json listed = Json::parse(get("/api/sessions").body).at("sessions").at(0);
  EXPECT_EQ(listed.at("turns"), 3);
  EXPECT_EQ(listed.at("rated"), true);
}

TEST_F(TalkTest, ATalkCanBeTriedAgainFromATurn) {
  ASSERT_TRUE(talk_.wait_for("ready"));
  talk_.say("key-00001", "Hello. What made you write today?");
  ASSERT_TRUE(talk_.wait_for_reply(1));
  const Json wish = {{"branch_of", session_}, {"branch_turn", 1}};
  const Ask branch{.method = "POST", .target = "/api/sessions", .body = wish.dump()};
  EXPECT_EQ(ask(program_.port(), branch).status, 409);
  talk_.give({{"type", "end"}, {"how", "now"}});
  ASSERT_TRUE(talk_.wait_for_event("closed"));
  const Reply reply = ask(program_.port(), branch);
  ASSERT_EQ(reply.status, 201);
  Talk again(program_.port(), Json::parse(reply.body).at("id"));
  ASSERT_TRUE(again.wait_for("ready"));
  again.say("key-00001", "Good that you wrote.");
  EXPECT_TRUE(again.wait_for_reply(1));
}

TEST_F(TalkTest, AReturningPageGetsWhatItMissed) {
  ASSERT_TRUE(talk_.wait_for("ready"));
  const int seen = talk_.last();
  talk_.say("key-00001", "Hello. What made you write today?");
  ASSERT_TRUE(talk_.wait_for_reply(1));
  Talk later(program_.port(), session_, seen);
  ASSERT_TRUE(later.wait_for("ready"));
  EXPECT_GT(later.frames().front().at("event").at("seq"), seen);
  EXPECT_EQ(later.frames().front().at("event").at("text"), "Hello. What made you write today?");
}

TEST_F(TalkTest, ADeletedSessionLeavesNoWords) {
  const std::string words = "words that only this test would say";
  ASSERT_TRUE(talk_.wait_for("ready"));
  talk_.say("key-00001", words);
  ASSERT_TRUE(talk_.wait_for_reply(1));
  ASSERT_THAT(dir_.bytes(), HasSubstr(words));
  const Ask erase{.method = "DELETE", .target = "/api/sessions/" + session_};
  EXPECT_EQ(ask(program_.port(), erase).status, 204);
  EXPECT_THAT(dir_.bytes(), Not(HasSubstr(words)));
  EXPECT_EQ(of_session("/events").status, 404);
  EXPECT_EQ(ask(program_.port(), erase).status, 404);
  EXPECT_TRUE(Json::parse(get("/api/sessions").body).at("sessions").empty());
}

TEST_F(TalkTest, AStoppedServerFinishesAndResumes) {
  ASSERT_TRUE(talk_.wait_for("ready"));
  talk_.say("key-00001", "Hello. What made you write today?");
  ASSERT_TRUE(talk_.wait_for_reply(1));
  EXPECT_EQ(program_.stop(), 0);
  EXPECT_FALSE(talk_.wait_for("never"));
  Program again(dir_.path() / "data");
  Talk resumed(again.port(), session_);
  ASSERT_TRUE(resumed.wait_for_reply(1));
}

TEST_F(TalkTest, TheDataDirectoryIsForThisUserAlone) {
  struct stat status {};
  ASSERT_EQ(::stat((dir_.path() / "data").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0700U);
}

/// Names that no object may have before the end, wherever it stands.
const std::set<std::string> kHidden{"state",     "guard",  "trust",  "hope",  "distress",
                                    "phase",     "causes", "memory", "cue",   "layer",
                                    "trap",      "intent", "seed",   "lines", "exhausted",
                                    "case_hash", "hash",   "mind",   "story", "risk"};
const std::set<std::string> kHiddenTypes{"moved",         "intended",   "cue_opened", "cue_caught",
                                         "cue_withdrawn", "cue_missed", "disclosed"};

/// What `json` holds that it must not.
std::string hidden_in(const Json& json) {
  std::string found;
  if (json.is_object() && kHiddenTypes.contains(json.value("type", ""))) found += json.dump();
  const bool is_card = json.is_object() && json.contains("skill") && json.contains("why");
  for (const auto& [key, value] : json.items()) {
    if (is_card && key == "cue") continue;              // words that stand on the page
    if (key == "state" && value.is_string()) continue;  // of a protocol's step, say
    if (json.is_object() && kHidden.contains(key)) found += key + " ";
    if (value.is_structured()) found += hidden_in(value);
  }
  return found;
}

TEST_F(TalkTest, NothingHiddenLeavesBeforeTheEnd) {
  ASSERT_TRUE(talk_.wait_for("ready"));
  const char* turns[] = {"Hello. What made you write today?", "You should just sleep more.",
                         "I am sorry, that was too quick. You are worn out and nobody sees it.",
                         "Are you thinking about killing yourself?", "Tell me more about that."};
  for (int turn = 1; turn <= 5; ++turn) {
    talk_.say("key-0000" + std::to_string(turn), turns[turn - 1]);
    ASSERT_TRUE(talk_.wait_for_reply(turn));
    talk_.give({{"type", "suggest"}});
    ASSERT_TRUE(talk_.wait_for_event("suggested"));
    talk_.give({{"type", "guess"}, {"turn", turn}, {"emotion", "sadness"}});
    ASSERT_TRUE(talk_.wait_for_event("guessed"));
  }
  for (const Json& frame : talk_.frames()) EXPECT_EQ(hidden_in(frame), "") << frame.dump();
  Talk again(program_.port(), session_);
  ASSERT_TRUE(again.wait_for("ready"));
  for (const Json& frame : again.frames()) EXPECT_EQ(hidden_in(frame), "") << frame.dump();
  for (const std::string target :
       {"/api/health", "/api/cases", "/api/models", "/api/sessions", "/api/progress"}) {
    EXPECT_EQ(hidden_in(Json::parse(get(target).body)), "") << target;
  }
  for (const std::string rest : {"/events?after=0", "/debrief", "", "/state", "/steps"}) {
    EXPECT_EQ(hidden_in(Json::parse(of_session(rest).body)), "") << rest;
  }
}

TEST_F(TalkTest, ADraftIsReadAndNotKept) {
  ASSERT_TRUE(talk_.wait_for("ready"));
  talk_.say("key-00001", "Hello. What made you write today?");
  ASSERT_TRUE(talk_.wait_for_reply(1));
  const Json before = events_of(program_.port(), session_);
  const auto remark = [this](const std::string& text) {
    const Reply reply = ask(program_.port(), {.method = "POST",
                                              .target = "/api/sessions/" + session_ + "/draft",
                                              .body = Json{{"text", text}}.dump()});
    EXPECT_EQ(reply.status, 200);
    return Json::parse(reply.body).at("remark");
  };
  const std::string stacked = "Did you sleep? Did you eat? Who plays the saxophone?";
  EXPECT_THAT(remark(stacked).dump(), HasSubstr("questions"));
  EXPECT_TRUE(remark("Are you thinking about suicide?").is_null());
  EXPECT_TRUE(remark("You're not thinking of killing yourself, are you?").is_null());
  EXPECT_EQ(events_of(program_.port(), session_), before);
  EXPECT_EQ(dir_.bytes().find("saxophone"), std::string::npos);
}

TEST_F(TalkTest, AfterTheEndEverythingIsVisible) {
  ASSERT_TRUE(talk_.wait_for("ready"));
  talk_.give({{"type", "end"}, {"how", "stop"}});
  ASSERT_TRUE(talk_.wait_for_event("closed"));
  for (const Json& frame : talk_.frames()) EXPECT_EQ(hidden_in(frame), "") << frame.dump();
  EXPECT_NE(hidden_in(events_of(program_.port(), session_)), "");
}

}  // namespace
}  // namespace attune::e2e
