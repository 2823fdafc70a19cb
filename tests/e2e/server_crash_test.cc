#include <chrono>
#include <map>
#include <thread>

#include <gtest/gtest.h>

#include "base/draw.h"
#include "e2e/server_program.h"
#include "e2e/server_talk.h"

namespace attune::e2e {
namespace {

constexpr int kRounds = 25;

const char* const kTurns[] = {"Hello. What made you write today?",
                              "That sounds heavy. What is the hardest part of it?",
                              "You keep going, and nobody asks you how.",
                              "Who is there with you in this?",
                              "It makes sense that you are tired.",
                              "What would help a little this evening?"};

/// A page that lives through crashes: it keeps its message and sends it again until it is
/// acknowledged.
struct Page {
  std::string session;
  int sent = 0;                             ///< messages made so far
  std::string key, text;                    ///< the one on its way; empty when none is
  std::map<std::string, int> acknowledged;  ///< key to sequence number

  void compose() {
    if (!key.empty()) return;
    text = kTurns[static_cast<std::size_t>(sent) % std::size(kTurns)];
    key = "message-" + std::to_string(++sent);
  }
};

struct Told {
  std::map<int, int> replies;                    ///< client turns by number
  std::map<std::string, std::vector<int>> keys;  ///< sequence numbers by key
  int last_turn = 0;
  bool closed = false;
};

Told told(const Json& events) {
  Told sum;
  for (const Json& event : events) {
    sum.closed = sum.closed || event.at("type") == "closed";
    if (event.at("type") != "said") continue;
    const int turn = event.at("turn");
    if (event.at("speaker") == "client") {
      ++sum.replies[turn];
    } else {
      sum.keys[event.at("key")].push_back(event.at("seq"));
      sum.last_turn = turn;
    }
  }
  return sum;
}

/// No acknowledged message lost, none doubled, and every reply given once, the owed one too.
void check(const Page& page, const Told& sum) {
  for (const auto& [key, seq] : page.acknowledged) {
    ASSERT_EQ(sum.keys.count(key), 1U) << key << " was acknowledged and is lost";
    EXPECT_EQ(sum.keys.at(key).front(), seq);
  }
  for (const auto& [key, seqs] : sum.keys) EXPECT_EQ(seqs.size(), 1U) << key << " is doubled";
  for (int turn = 0; turn <= sum.last_turn; ++turn) {
    EXPECT_TRUE(sum.replies.count(turn) == 1 && sum.replies.at(turn) == 1)
        << "reply to turn " << turn;
  }
}

/// Talks until the server is gone or the talk has ended.
void talk_on(Page& page, Talk& talk) {
  for (;;) {
    page.compose();
    if (!talk.say(page.key, page.text)) return;
    const auto answer = talk.wait(
        [](const Json& frame) { return frame.at("type") == "ack" || frame.at("type") == "error"; });
    if (!answer || answer->at("type") == "error") return;
    page.acknowledged[answer->at("key")] = answer->at("seq");
    page.key.clear();
    const int seq = answer->at("seq");
    const auto reply = talk.wait([seq](const Json& frame) {
      return frame.at("type") == "event" && frame.at("event").at("seq") > seq &&
             frame.at("event").value("speaker", "") == "client";
    });
    if (!reply) return;
  }
}

TEST(Crash, LosesNoMessageDoublesNoneAndGivesTheOwedReplyOnce) {
  const TempDir dir;
  Page page;
  int acknowledged = 0;
  for (int round = 0; round < kRounds; ++round) {
    Program program(dir.path() / "data");
    if (page.session.empty()) page.session = begin_session(program.port());
    Talk talk(program.port(), page.session);
    ASSERT_TRUE(talk.wait_for("ready"));
    const Told sum = told(events_of(program.port(), page.session));
    check(page, sum);
    acknowledged += static_cast<int>(page.acknowledged.size());
    if (sum.closed) {
      page = Page{};
      page.session = begin_session(program.port());
      continue;
    }
    // From within the first commit to several turns later.
    const auto delay = std::chrono::microseconds(
        static_cast<int>(60'000 * base::draw(11, static_cast<std::uint64_t>(round), "kill")));
    std::thread killer([&program, delay] {
      std::this_thread::sleep_for(delay);
      program.kill_hard();
    });
    talk_on(page, talk);
    killer.join();
  }
  EXPECT_GT(acknowledged, 0);
}

}  // namespace
}  // namespace attune::e2e
