#include <filesystem>

#include <gmock/gmock.h>

#include "e2e/server_program.h"
#include "e2e/server_talk.h"
#include "fakes/scripted_endpoint.h"

namespace attune::e2e {
namespace {

using fakes::delta;
using fakes::http;
using fakes::say;
using fakes::Script;
using fakes::stream;
using testing::HasSubstr;

constexpr const char* kSecret = "sk-secret";

/// Settings for an endpoint that has all the time that it wants, and is never left in peace.
Variables settings(const std::string& url) {
  return {"ATTUNE_LLM_URL=" + url,
          std::string("ATTUNE_LLM_KEY=") + kSecret,
          "ATTUNE_LLM_FIRST_TOKEN_SECONDS=600",
          "ATTUNE_LLM_TOTAL_SECONDS=600",
          "ATTUNE_LLM_BACKOFF_SECONDS=0.001",
          "ATTUNE_LLM_ANSWER_BYTES=5000",
          "ATTUNE_LLM_FAILURES=1000"};
}

Script hanging(const std::vector<std::string>& events) {
  Script script = stream(events, false);
  script.then = Script::Then::hang;
  return script;
}

Script cut() {
  Script script = stream({delta("I am"), delta(" so")}, false);
  script.then = Script::Then::close;
  return script;
}

Script endless() {
  Script script = stream({delta("and on ")}, false);
  script.then = Script::Then::repeat;
  return script;
}

/// Who worded the client's turn `turn`, as the event tells it; null when it is not there once.
Json worded(const Json& events, int turn) {
  Json found;
  int count = 0;
  for (const Json& event : events) {
    if (event.at("type") != "said" || event.at("speaker") != "client" || event.at("turn") != turn)
      continue;
    ++count;
    found = event.value("worded", Json());
  }
  EXPECT_EQ(count, 1) << "replies to turn " << turn;
  return found;
}

/// A whole talk: opening, two turns, goodbye. All that the page saw of it.
Json talk_through(int port) {
  const std::string session = begin_session(port);
  Talk talk(port, session);
  EXPECT_TRUE(talk.wait_for_reply(0));
  EXPECT_TRUE(talk.say("message-1", "What made you write today?"));
  EXPECT_TRUE(talk.wait_for_reply(1));
  EXPECT_TRUE(talk.say("message-2", "That sounds heavy."));
  EXPECT_TRUE(talk.wait_for_reply(2));
  EXPECT_TRUE(talk.say("message-3", "I have to go now. Take care.", true));
  EXPECT_TRUE(talk.wait_for_event("closed"));
  return events_of(port, session);
}

class Model : public testing::Test {
 protected:
  const TempDir dir_;
  fakes::ScriptedEndpoint endpoint_;
};

TEST_F(Model, NoFaultOfItsEndsATalkOrIsHidden) {
  struct Case {
    std::string trouble;
    std::vector<Script> plan;
  };
  const std::string quoting = std::string(R"({"error":{"message":")") + kSecret + "\"}}";
  const std::vector<Case> cases{
      {"cut", {cut()}},
      {"cut", {stream({delta("I am")})}},
      {"malformed", {stream({delta("I am"), "data: {\"choices\":[{\n\n"})}},
      {"malformed", {http(200, R"({"models":[]})")}},
      {"key", {http(401, quoting)}},
      {"rate", {http(429, "")}},
      {"broken", {http(500, quoting)}},
      {"endless", {endless()}},
      {"empty", {say({" "})}},
  };
  Program program(dir_.path() / "data", {"--model", "default"}, settings(endpoint_.url()));
  for (const Case& each : cases) {
    endpoint_.plan(each.plan);
    const Json events = talk_through(program.port());
    for (int turn = 0; turn <= 3; ++turn) {
      const Json by = worded(events, turn);
      ASSERT_TRUE(by.is_object()) << each.trouble;
      EXPECT_EQ(by.at("by"), "authored");
      EXPECT_EQ(by.value("trouble", ""), each.trouble);
      EXPECT_EQ(by.at("endpoint"), "default");
    }
  }
  EXPECT_EQ(program.stop(), 0);
  EXPECT_EQ(dir_.bytes().find(kSecret), std::string::npos);
}

TEST_F(Model, WhoeverIsTooSlowIsNotWaitedFor) {
  const std::string url = "ATTUNE_LLM_URL=" + endpoint_.url();
  const std::vector<std::pair<std::string, std::string>> limits{
      {"slow_first", "ATTUNE_LLM_FIRST_TOKEN_SECONDS=0.2"},
      {"slow_total", "ATTUNE_LLM_TOTAL_SECONDS=0.5"}};
  endpoint_.plan({hanging({": ping\n\n"})});
  for (const auto& [trouble, limit] : limits) {
    const TempDir dir;
    Program program(dir.path() / "data", {"--model", "default"}, {url, limit});
    const std::string session = begin_session(program.port());
    Talk talk(program.port(), session);
    EXPECT_TRUE(talk.wait_for_reply(0));
    EXPECT_TRUE(talk.say("message-1", "What made you write today?"));
    EXPECT_TRUE(talk.wait_for_reply(1));
    const Json events = events_of(program.port(), session);
    for (const int turn : {0, 1}) EXPECT_EQ(worded(events, turn).value("trouble", ""), trouble);
  }
}

TEST_F(Model, ARefusedConnectionIsTold) {
  const fakes::DeadPort dead;
  Program program(dir_.path() / "data", {"--model", "default"}, settings(dead.url()));
  const Json events = talk_through(program.port());
  for (int turn = 0; turn <= 3; ++turn)
    EXPECT_EQ(worded(events, turn).value("trouble", ""), "refused");
}

TEST_F(Model, ALongPauseThatItAsksForIsToldAtOnce) {
  endpoint_.plan({http(429, "", "Retry-After: 3600\r\n")});
  Program program(dir_.path() / "data", {"--model", "default"}, settings(endpoint_.url()));
  const Json events = talk_through(program.port());
  for (int turn = 0; turn <= 3; ++turn)
    EXPECT_EQ(worded(events, turn).value("trouble", ""), "rate");
  EXPECT_EQ(endpoint_.seen().size(), 1U);
}

TEST_F(Model, AShortPauseThatItAsksForIsWaitedOut) {
  endpoint_.plan({http(429, "", "Retry-After: 1\r\n"), say({"Hello.", " Is anybody there?"})});
  Program program(dir_.path() / "data", {"--model", "default"}, settings(endpoint_.url()));
  const std::string session = begin_session(program.port());
  Talk talk(program.port(), session);
  EXPECT_TRUE(talk.wait_for_reply(0));
  EXPECT_EQ(endpoint_.seen().size(), 2U);
  const Json by = worded(events_of(program.port(), session), 0);
  EXPECT_EQ(by.at("by"), "model");
  EXPECT_FALSE(by.contains("trouble"));
}

/// What Hidayah keeps to herself, before anything of it is out.
TEST_F(Model, ASecretThatItBlurtsOutIsNeitherShownNorKept) {
  endpoint_.plan({say(
      {"I sleep maybe four hours since the helper left, on a mattress", " at my mother's door."})});
  Program program(dir_.path() / "data", {"--model", "default"}, settings(endpoint_.url()));
  const std::string session = begin_session(program.port(), "hidayah");
  Talk talk(program.port(), session);
  EXPECT_TRUE(talk.wait_for_reply(0));
  EXPECT_TRUE(talk.say("message-1", "Hello. What made you write today?"));
  EXPECT_TRUE(talk.wait_for_reply(1));
  EXPECT_EQ(endpoint_.seen().size(), 4U);
  EXPECT_TRUE(talk.give({{"type", "end"}, {"how", "now"}}));
  EXPECT_TRUE(talk.wait_for_event("closed"));
  const Json events = events_of(program.port(), session);
  for (const int turn : {0, 1}) {
    EXPECT_EQ(worded(events, turn).at("by"), "authored");
    EXPECT_THAT(worded(events, turn).at("faults"), testing::Contains("leak"));
  }
  EXPECT_EQ(events.dump().find("mattress"), std::string::npos);
  EXPECT_EQ(program.stop(), 0);
  EXPECT_EQ(dir_.bytes().find("mattress"), std::string::npos);
}

TEST_F(Model, WordsOutOfRoleAreAskedForOnceMoreThenWrittenOnesStepIn) {
  endpoint_.plan({say({"As an AI language model, I have no feelings."})});
  Program program(dir_.path() / "data", {"--model", "default"}, settings(endpoint_.url()));
  const std::string session = begin_session(program.port());
  Talk talk(program.port(), session);
  const auto reply = talk.wait_for_reply(0);
  ASSERT_TRUE(reply);
  EXPECT_EQ(endpoint_.seen().size(), 2U);
  EXPECT_THAT(endpoint_.seen()[1].body, HasSubstr("As an AI language model"));
  const Json by = reply->at("event").at("worded");
  EXPECT_EQ(by.at("by"), "authored");
  EXPECT_FALSE(by.contains("trouble"));
  EXPECT_FALSE(by.contains("faults"));  // before the end
  EXPECT_TRUE(talk.give({{"type", "end"}, {"how", "now"}}));
  EXPECT_TRUE(talk.wait_for_event("closed"));
  EXPECT_GE(worded(events_of(program.port(), session), 0).at("faults").size(), 2U);
}

TEST_F(Model, TypingShowsBeforeTheWords) {
  endpoint_.plan({cut()});
  Program program(dir_.path() / "data", {"--model", "default"}, settings(endpoint_.url()));
  const std::string session = begin_session(program.port());
  Talk talk(program.port(), session);
  EXPECT_TRUE(talk.wait_for("typing"));
  EXPECT_TRUE(talk.wait_for_reply(0));
}

TEST_F(Model, WhoLeavesIsNotWaitedForAndWhoReturnsIsAnswered) {
  endpoint_.plan({hanging({": ping\n\n"})});
  Program program(dir_.path() / "data", {"--model", "default"}, settings(endpoint_.url()));
  const std::string session = begin_session(program.port());
  {
    Talk talk(program.port(), session);
    EXPECT_TRUE(endpoint_.wait_for_requests(1));
  }
  EXPECT_TRUE(endpoint_.wait_for_closed(1));
  endpoint_.plan({http(401, "")});
  Talk talk(program.port(), session);
  EXPECT_TRUE(talk.wait_for_reply(0));
  EXPECT_EQ(worded(events_of(program.port(), session), 0).at("trouble"), "key");
}

TEST_F(Model, WhatEndsTheTalkStopsTheAsking) {
  endpoint_.plan({hanging({": ping\n\n"})});
  Program program(dir_.path() / "data", {"--model", "default"}, settings(endpoint_.url()));
  const std::string ended = begin_session(program.port());
  Talk talk(program.port(), ended);
  EXPECT_TRUE(endpoint_.wait_for_requests(1));
  EXPECT_TRUE(talk.give({{"type", "end"}, {"how", "stop"}}));
  EXPECT_TRUE(talk.wait_for_event("closed"));
  EXPECT_TRUE(endpoint_.wait_for_closed(1));
  const std::string erased = begin_session(program.port());
  Talk other(program.port(), erased);
  EXPECT_TRUE(endpoint_.wait_for_requests(2));
  const Ask erase{.method = "DELETE", .target = "/api/sessions/" + erased};
  EXPECT_EQ(ask(program.port(), erase).status, 204);
  EXPECT_TRUE(endpoint_.wait_for_closed(2));
}

TEST_F(Model, AReplyOwedWhenItWasKilledIsGivenOnce) {
  const Variables variables = settings(endpoint_.url());
  endpoint_.plan({http(401, ""), hanging({delta("I ")})});
  std::string session;
  {
    Program program(dir_.path() / "data", {"--model", "default"}, variables);
    session = begin_session(program.port());
    Talk talk(program.port(), session);
    EXPECT_TRUE(talk.wait_for_reply(0));
    EXPECT_TRUE(talk.say("message-1", "What made you write today?"));
    EXPECT_TRUE(talk.wait_for("typing"));
    program.kill_hard();
  }
  endpoint_.plan({http(401, "")});
  Program program(dir_.path() / "data", {"--model", "default"}, variables);
  Talk talk(program.port(), session);
  EXPECT_TRUE(talk.wait_for_reply(1));
  EXPECT_EQ(endpoint_.seen().size(), 3U);
  const Json events = events_of(program.port(), session);
  for (const int turn : {0, 1}) EXPECT_EQ(worded(events, turn).at("trouble"), "key");
}

TEST_F(Model, OfflineOrUnchosenNothingIsConnectedTo) {
  endpoint_.plan({say({"Hello."})});
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--offline"}, std::vector<std::string>{}}) {
    const TempDir dir;
    Program program(dir.path() / "data", arguments, settings(endpoint_.url()));
    const Json events = talk_through(program.port());
    EXPECT_TRUE(worded(events, 1).is_null());
    const Json status = Json::parse(ask(program.port(), {.target = "/api/status"}).body);
    EXPECT_EQ(status.at("offline"), !arguments.empty());
    EXPECT_TRUE(status.at("model").is_null());
    EXPECT_FALSE(std::filesystem::exists(dir.path() / "data" / "egress.jsonl"));
  }
  EXPECT_EQ(endpoint_.connections(), 0);
}

TEST_F(Model, WhatLeftIsListed) {
  endpoint_.plan({http(500, "")});
  Variables variables = settings(endpoint_.url());
  variables.push_back("ATTUNE_LLM_RETRIES=0");
  Program program(dir_.path() / "data", {"--model", "default"}, variables);
  talk_through(program.port());
  const Json status = Json::parse(ask(program.port(), {.target = "/api/status"}).body);
  EXPECT_EQ(status.at("model").at("endpoint"), "default");
  EXPECT_EQ(status.at("model").at("here"), true);
  const Json egress = Json::parse(ask(program.port(), {.target = "/api/egress"}).body);
  ASSERT_EQ(egress.at("entries").size(), endpoint_.seen().size());
  for (std::size_t i = 0; i < endpoint_.seen().size(); ++i)
    EXPECT_EQ(egress.at("entries")[i].at("bytes"), endpoint_.seen()[i].body.size());
  EXPECT_EQ(egress.at("endpoints")[0].at("failures"), 4);
  EXPECT_EQ(ask(program.port(), {.target = "/api/egress", .host = "evil.example"}).status, 403);
}

TEST_F(Model, WrongSettingsAreToldAtTheStart) {
  const std::string data = (dir_.path() / "data").string();
  const auto started = [&](const std::vector<std::string>& more, const Variables& variables) {
    std::vector<std::string> all{"serve", "--port", "0", "--data", data};
    all.insert(all.end(), more.begin(), more.end());
    return run(all, variables).errors;
  };
  EXPECT_THAT(started({"--model", "nobody"}, settings(endpoint_.url())),
              HasSubstr("those set up are default"));
  EXPECT_THAT(started({"--model", "default"}, {}), HasSubstr("ATTUNE_LLM_URL"));
  EXPECT_THAT(started({"--offline", "--model", "default"}, {}), HasSubstr("--offline"));
  EXPECT_THAT(started({"--model", "big"}, {"ATTUNE_LLM_BIG_URL=http://127.0.0.1:1"}),
              HasSubstr("ATTUNE_LLM_BIG_*"));
  EXPECT_THAT(started({"--model", "big"}, {"ATTUNE_LLM_BIG_RETRIES=many"}),
              HasSubstr("ATTUNE_LLM_BIG_RETRIES"));
}

}  // namespace
}  // namespace attune::e2e
