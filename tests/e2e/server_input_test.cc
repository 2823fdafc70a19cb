#include <set>

#include <gmock/gmock.h>

#include "e2e/server_program.h"
#include "e2e/server_talk.h"

namespace attune::e2e {
namespace {

using testing::HasSubstr;

class Input : public testing::Test {
 protected:
  int port() const { return program_.port(); }
  std::string own() const { return "127.0.0.1:" + std::to_string(port()); }
  static std::string code(const Json& frame) { return frame.value("code", ""); }

  TempDir dir_;
  Program program_{dir_.path() / "data"};
};

class Frames : public Input {
 protected:
  Frames() { talk_.wait_for("ready"); }
  std::string error_to(const std::string& text) {
    talk_.live().send(text);
    const auto frame = talk_.wait_for("error");
    return frame ? code(*frame) : "gone";
  }

  std::string session_ = begin_session(port());
  Talk talk_{port(), session_};
};

TEST_F(Frames, MalformedOnesAreInvalidAndLoseNothing) {
  for (const char* text : {"", "{", "[]", "\"say\"", "{\"type\":\"shout\"}", "{\"type\":\"say\"}",
                           "{\"type\":\"say\",\"key\":\"short\",\"text\":\"x\",\"seen\":9}"}) {
    EXPECT_EQ(error_to(text), "invalid") << text;
  }
  talk_.say("key-00001", "Hello.");
  EXPECT_TRUE(talk_.wait_for_reply(1));
}

TEST_F(Frames, IllFormedUtf8EndsTheSocketAlone) {
  talk_.live().send("\xff\xfe");
  EXPECT_FALSE(talk_.wait_for("never"));
  Talk again(port(), session_);
  EXPECT_TRUE(again.wait_for("ready"));
}

TEST_F(Frames, BinaryOnesAreInvalid) {
  talk_.live().send_binary("{\"type\":\"pause\"}");
  EXPECT_EQ(code(*talk_.wait_for("error")), "invalid");
}

TEST_F(Frames, OverlongOnesAreTooLargeAndLoseNothing) {
  EXPECT_EQ(error_to(std::string(100'000, 'x')), "too_large");
  const Json long_text = {
      {"type", "say"}, {"key", "key-00001"}, {"text", std::string(8001, 'x')}, {"seen", 99}};
  EXPECT_EQ(error_to(long_text.dump()), "too_large");
  talk_.say("key-00001", std::string(8000, 'x'));
  EXPECT_TRUE(talk_.wait_for_reply(1));
}

TEST_F(Frames, ANulOrNothingIsNoMessage) {
  for (const std::string& text : {std::string("a\0b", 3), std::string(), std::string("  \n")}) {
    const Json frame = {{"type", "say"}, {"key", "key-00001"}, {"text", text}, {"seen", 99}};
    EXPECT_EQ(error_to(frame.dump()), "invalid");
  }
}

TEST_F(Frames, TheSameKeyIsOneEvent) {
  talk_.say("key-00001", "Hello.");
  const auto ack = talk_.wait_for("ack");
  ASSERT_TRUE(talk_.wait_for_reply(1));
  talk_.say("key-00001", "Hello.");
  EXPECT_EQ(talk_.wait_for("ack"), ack);
  int said = 0;
  for (const Json& event : events_of(port(), session_))
    said += event.value("key", "") == "key-00001";
  EXPECT_EQ(said, 1);
}

TEST_F(Frames, ASecondTabThatIsBehindIsAConflict) {
  Talk second(port(), session_);
  ASSERT_TRUE(second.wait_for("ready"));
  talk_.say("key-00001", "Hello.");
  ASSERT_TRUE(talk_.wait_for_reply(1));
  second.say("key-00002", "Hello from a window that has not looked.");
  const auto error = second.wait_for("error");
  ASSERT_TRUE(error);
  EXPECT_EQ(code(*error), "conflict");
  EXPECT_EQ(error->at("key"), "key-00002");
}

TEST_F(Frames, AFloodIsBusyAndKeepsOnlyWhatItAcknowledged) {
  constexpr int kFlood = 400;
  for (int i = 0; i < kFlood; ++i) {
    talk_.give({{"type", "say"},
                {"key", "flood-" + std::to_string(1000 + i)},
                {"text", "Hello?"},
                {"seen", 99'999}});
  }
  std::set<std::string> acknowledged, refused, codes;
  while (acknowledged.size() + refused.size() < kFlood) {
    const auto frame = talk_.wait([](const Json& f) { return f.contains("key"); });
    ASSERT_TRUE(frame);
    (frame->at("type") == "ack" ? acknowledged : refused).insert(frame->at("key"));
    codes.insert(code(*frame));
  }
  EXPECT_TRUE(codes.contains("busy"));
  std::set<std::string> kept;
  for (const Json& event : events_of(port(), session_)) {
    if (event.contains("key")) kept.insert(event.at("key"));
  }
  EXPECT_EQ(kept, acknowledged);
}

TEST_F(Frames, ASocketThatFallsBehindIsClosedAndTheTalkGoesOn) {
  // Each is answered, and no answer is read. The system's own buffers take a million and more ahead
  // of a slow server.
  constexpr int kFar = 20'000'000;
  int sent = 0;
  while (sent < kFar && talk_.live().send("{}")) ++sent;
  EXPECT_LT(sent, kFar);
  Talk again(port(), session_);
  ASSERT_TRUE(again.wait_for("ready"));
  again.say("key-00001", "Hello.");
  EXPECT_TRUE(again.wait_for_reply(1));
}

TEST_F(Input, AnUnknownSessionIsNotFound) {
  EXPECT_EQ(ask(port(), {.target = "/api/sessions/nobody/events"}).status, 404);
  EXPECT_EQ(ask(port(), {.target = "/api/sessions/nobody/debrief"}).status, 404);
  EXPECT_EQ(ask(port(), {.method = "DELETE", .target = "/api/sessions/nobody"}).status, 404);
  Talk talk(port(), "nobody");
  EXPECT_EQ(code(*talk.wait_for("error")), "not_found");
  EXPECT_FALSE(talk.wait_for("never"));
}

TEST_F(Input, ClientsAreModelsForProgramsThatSpeakTheFormat) {
  const auto models = Json::parse(ask(port(), {.target = "/v1/models"}).body);
  const auto cases = Json::parse(ask(port(), {.target = "/api/cases"}).body);
  EXPECT_EQ(models.at("data").size(), cases.at("cases").size());
  Json body{{"model", models.at("data")[0].at("id")},
            {"messages", {{{"role", "user"}, {"content", "Hello, how are you?"}}}}};
  const auto chat = [&] {
    return ask(port(), {.method = "POST", .target = "/v1/chat/completions", .body = body.dump()});
  };
  const Json whole = Json::parse(chat().body);
  EXPECT_FALSE(whole.at("choices")[0].at("message").at("content").get<std::string>().empty());
  body["stream"] = true;
  const auto streamed = chat();
  EXPECT_EQ(streamed.status, 200);
  EXPECT_TRUE(streamed.body.ends_with("data: [DONE]\n\n"));
  body["model"] = "client:nobody";
  EXPECT_EQ(chat().status, 404);
  EXPECT_EQ(ask(port(), {.target = "/v1/none"}).status, 404);
}

TEST_F(Input, AnUnknownPersonIsNotFound) {
  const Reply reply =
      ask(port(), {.method = "POST", .target = "/api/sessions", .body = R"({"case":"x"})"});
  EXPECT_EQ(reply.status, 404);
  EXPECT_EQ(Json::parse(reply.body).at("error").at("code"), "not_found");
}

TEST_F(Input, BadRequestsGetTheirErrors) {
  const auto post = [this](const std::string& body) {
    return ask(port(), {.method = "POST", .target = "/api/sessions", .body = body});
  };
  EXPECT_EQ(post("{").status, 400);
  EXPECT_EQ(post("{}").status, 400);
  EXPECT_EQ(post(std::string(70'000, ' ')).status, 413);
  EXPECT_EQ(ask(port(), {.target = "/api/nothing"}).status, 404);
  EXPECT_EQ(ask(port(), {.method = "PATCH", .target = "/api/cases"}).status, 404);
  EXPECT_EQ(ask(port(), {.target = "/%zz"}).status, 400);
  EXPECT_EQ(ask(port(), {.target = "/api/sessions/x/events?after=many"}).status, 400);
  EXPECT_EQ(ask_raw(port(), "this is not HTTP\r\n\r\n").status, 400);
  EXPECT_EQ(ask_raw(port(), "GET / HTTP/1.1\r\n\r\n").status, 403);
  EXPECT_EQ(
      ask(port(), {.target = "/", .headers = "X: " + std::string(20'000, 'x') + "\r\n"}).status,
      413);
}

TEST_F(Input, ABadDraftIsRefused) {
  const std::string session = begin_session(port());
  const auto post = [this](const std::string& id, const std::string& body) {
    return ask(port(),
               {.method = "POST", .target = "/api/sessions/" + id + "/draft", .body = body});
  };
  EXPECT_EQ(post(session, R"({"text":"What is that like?"})").status, 200);
  for (const char* body : {"", "{}", R"({"text":7})", R"({"text":"  "})"}) {
    EXPECT_EQ(post(session, body).status, 400) << body;
  }
  EXPECT_EQ(post(session, Json{{"text", std::string(8001, 'x')}}.dump()).status, 413);
  EXPECT_EQ(post(session, std::string(70'000, ' ')).status, 413);
  EXPECT_EQ(post("nobody", R"({"text":"Hello."})").status, 404);
}

TEST_F(Input, AForeignHostIsForbidden) {
  for (const std::string host : {"evil.example", "evil.example:8080", "127.0.0.1", "127.0.0.1:1"}) {
    const Reply reply = ask(port(), {.target = "/api/cases", .host = host});
    EXPECT_EQ(reply.status, 403) << host;
    EXPECT_EQ(Json::parse(reply.body).at("error").at("code"), "forbidden");
    EXPECT_EQ(ask(port(), {.target = "/", .host = host}).status, 403) << host;
  }
}

TEST_F(Input, AForeignOriginIsForbiddenOnEveryRoute) {
  const std::string foreign = "Origin: http://evil.example\r\n";
  EXPECT_EQ(ask(port(), {.target = "/api/cases", .headers = foreign}).status, 403);
  EXPECT_EQ(
      ask(port(), {.method = "POST", .target = "/api/sessions", .body = "{}", .headers = foreign})
          .status,
      403);
  const std::string session = begin_session(port());
  EXPECT_EQ(Live(port(), session, 0, foreign).status(), 403);
  EXPECT_EQ(Live(port(), session, 0, "Origin: null\r\n").status(), 403);
  EXPECT_EQ(Live(port(), session, 0, "Origin: http://" + own() + "\r\n").status(), 101);
}

TEST_F(Input, EveryResponseIsGuarded) {
  for (const std::string target : {"/", "/api/health", "/api/nothing"}) {
    const std::string head = ask(port(), {.target = target}).head;
    EXPECT_THAT(head, HasSubstr("Content-Security-Policy: default-src 'self'"));
    EXPECT_THAT(head, HasSubstr("X-Content-Type-Options: nosniff"));
    EXPECT_THAT(head, HasSubstr("Referrer-Policy: no-referrer"));
  }
}

TEST_F(Input, APortInUseSaysWhatToDo) {
  const TempDir other;
  const Ended ended =
      run({"serve", "--port", std::to_string(port()), "--data", other.path().string()});
  EXPECT_GT(ended.status, 0);
  EXPECT_THAT(ended.errors, HasSubstr("--port"));
}

TEST_F(Input, ADataDirectoryInUseSaysWhatToDo) {
  const Ended ended = run({"serve", "--port", "0", "--data", (dir_.path() / "data").string()});
  EXPECT_GT(ended.status, 0);
  EXPECT_THAT(ended.errors, HasSubstr("--data"));
}

TEST_F(Input, AHostThatOthersCanReachIsRefused) {
  const TempDir other;
  const Ended ended =
      run({"serve", "--host", "0.0.0.0", "--port", "0", "--data", other.path().string()});
  EXPECT_GT(ended.status, 0);
  EXPECT_THAT(ended.errors, HasSubstr("127.0.0.1"));
}

}  // namespace
}  // namespace attune::e2e
