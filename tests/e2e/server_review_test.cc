#include <csignal>

#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include <gmock/gmock.h>

#include "e2e/server_program.h"
#include "e2e/server_talk.h"

namespace attune::e2e {
namespace {

class TalkReviewTest : public testing::Test {
 protected:
  Json get(const std::string& target) {
    return Json::parse(ask(program_->port(), {.target = target}).body);
  }
  Reply send(const char* method, const std::string& target, const Json& body) {
    return ask(program_->port(), {.method = method, .target = target, .body = body.dump()});
  }
  void restart() { program_ = std::make_unique<Program>(dir_.path() / "data"); }
  void crash() {
    program_->kill_hard();
    restart();
  }

  /// A talk of one reply that has ended; its id.
  std::string leave_a_talk() {
    const std::string session = begin_session(program_->port(), "ross");
    Talk talk(program_->port(), session);
    EXPECT_TRUE(talk.wait_for("ready"));
    EXPECT_TRUE(talk.say("key-00001", "Hello. What made you write today?"));
    EXPECT_TRUE(talk.wait_for_reply(1));
    talk.give({{"type", "end"}, {"how", "now"}});
    EXPECT_TRUE(talk.wait_for_event("closed"));
    return session;
  }
  /// The path of its only task.
  std::string give_to_me(const std::string& session) {
    const Json batch = {{"title", "June"},
                        {"instruments", {"support-quality", "critique"}},
                        {"talks", {session}},
                        {"raters", {"me"}}};
    EXPECT_EQ(send("POST", "/api/review/batches", batch).status, 201);
    const Json queue = get("/api/review/queue");
    return "/api/review/tasks/" + queue.at("tasks").at(0).at("task").get<std::string>();
  }
  static Json comment(int presses) {
    return {{"sheets", Json::array()},
            {"marks", Json::array()},
            {"comment", std::string(static_cast<std::size_t>(presses), 'x')},
            {"seconds", presses}};
  }

  TempDir dir_;
  std::unique_ptr<Program> program_ = std::make_unique<Program>(dir_.path() / "data");
};

TEST_F(TalkReviewTest, NoKeyPressThatWasSavedIsLostWhenTheServerIsKilled) {
  const std::string task = give_to_me(leave_a_talk());
  int pressed = 0;
  for (int round = 0; round < 3; ++round) {
    // Killed while presses are under way: those that were answered are there afterwards.
    std::thread killer;
    int saved = pressed;
    for (int i = 0; i < 40; ++i) {
      if (i == 20) killer = std::thread([this] { ::kill(program_->id(), SIGKILL); });
      const Reply reply = send("PUT", task + "/draft", comment(++pressed));
      if (reply.status != 200) break;
      ASSERT_EQ(reply.body, R"({"saved":true})");
      saved = pressed;
    }
    killer.join();
    program_.reset();
    restart();
    const Json draft = get(task).at("draft");
    ASSERT_FALSE(draft.is_null());
    const auto kept = static_cast<int>(draft.at("comment").get<std::string>().size());
    EXPECT_GE(kept, saved);
    EXPECT_LE(kept, pressed);
    pressed = kept;
  }
}

TEST_F(TalkReviewTest, WhatIsHandedInOutlivesACrashAndItsDraftDoesNot) {
  const std::string task = give_to_me(leave_a_talk());
  ASSERT_EQ(send("PUT", task + "/draft", comment(5)).status, 200);
  crash();
  EXPECT_EQ(get("/api/review/queue").at("tasks").at(0).at("state"), "begun");
  Json form = comment(12);
  form["left_out"] = Json::array();
  const Json known = get("/api/review/instruments");
  for (const Json& instrument : known.at("instruments"))
    if (instrument.at("id") == "support-quality")
      for (const Json& item : instrument.at("items")) form["left_out"].push_back(item.at("id"));
  EXPECT_EQ(send("POST", task + "/hand-in", form).status, 204);
  crash();
  EXPECT_EQ(get("/api/review/queue").at("tasks").at(0).at("state"), "done");
  EXPECT_TRUE(get(task).at("draft").is_null());
  EXPECT_EQ(get("/api/review/ratings").at("ratings").at(0).at("form").at("seconds"), 12);
}

TEST_F(TalkReviewTest, AFileOfTalksMayBeLargerThanOtherRequestsAndIsBounded) {
  std::string text = R"({"speaker":"client","text":"It is )" + std::string(200'000, 'o') + R"("})" +
                     "\n" + R"({"speaker":"supporter","text":"I see."})";
  Json file = {{"basis", "own"}, {"text", text}, {"preview", true}};
  EXPECT_EQ(send("POST", "/api/review/import", file).status, 200);
  EXPECT_EQ(send("PUT", "/api/preferences", file).status, 413);
  file["text"] = text + std::string(1U << 20U, ' ');
  EXPECT_EQ(send("POST", "/api/review/import", file).status, 413);
}

TEST_F(TalkReviewTest, AServiceAddsAnInstrumentAndAFaultyOneStopsNothing) {
  const auto folder = dir_.path() / "data" / "instruments";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "ours.yaml") << "format: attune-instrument\nversion: 1\nid: ours\n"
                                         "title: Ours\nabout: One question\nlicense: ours\n"
                                         "target: conversation\nitems:\n"
                                         "  - id: calm\n    ask: Calm\n"
                                         "    scale: {low: 1, high: 3}\n";
  std::ofstream(folder / "faulty.yaml") << "format: attune-instrument\n";
  program_.reset();
  restart();
  std::set<std::string> ids;
  const Json known = get("/api/review/instruments");
  for (const Json& one : known.at("instruments")) ids.insert(one.at("id"));
  EXPECT_TRUE(ids.contains("ours"));
  EXPECT_TRUE(ids.contains("critique"));
  EXPECT_FALSE(ids.contains("faulty"));
}

TEST_F(TalkReviewTest, ProgramsRateByTheCommandLine) {
  const std::string session = leave_a_talk();
  const std::string data = (dir_.path() / "data").string();
  EXPECT_NE(run({"review", "talks", "--data", data}).status, 0);  // the server has it
  EXPECT_EQ(program_->stop(), 0);
  const std::string file = (dir_.path() / "ratings.jsonl").string();
  const Json rating = {
      {"talk", session},
      {"rater", {{"id", "rule"}, {"kind", "rule"}, {"version", "1"}}},
      {"sheets", Json::array()},
      {"marks",
       {{{"instrument", "critique"}, {"code", "lecturing"}, {"turn", 1}, {"severity", 1}}}}};
  Json wrong = rating;
  wrong["marks"][0]["turn"] = 9;
  std::ofstream(file) << rating.dump() << "\n\n" << wrong.dump() << "\n";
  const Ended refused = run({"review", "import", file, "--data", data});
  EXPECT_NE(refused.status, 0);
  EXPECT_THAT(refused.errors, testing::HasSubstr("line 3"));
  std::ofstream(file) << rating.dump() << "\n";
  EXPECT_EQ(run({"review", "import", file, "--data", data}).status, 0);
  restart();
  EXPECT_EQ(get("/api/review/talks").at("talks").at(0).at("rated"), 1);
}

}  // namespace
}  // namespace attune::e2e
