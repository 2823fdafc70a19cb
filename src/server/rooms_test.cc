#include "server/rooms.h"

#include <condition_variable>
#include <filesystem>

#include <gmock/gmock.h>

#include "client/case_yaml.h"
#include "client/dynamics.h"
#include "fakes/memory_log.h"
#include "server/live.h"
#include "voice/acts_yaml.h"

namespace attune::server {
namespace {

using base::Code;
using conversation::SessionId;
using testing::HasSubstr;
using testing::Not;

const std::filesystem::path kRoot = ATTUNE_ROOT;
const SessionId kTalk{"talk"};

/// Keeps every frame; waiting for one ends when it comes.
class Ear : public Socket {
 public:
  void send(std::string frame) override {
    const std::lock_guard lock(mutex_);
    frames_.push_back(std::move(frame));
    news_.notify_all();
  }
  void close() override {
    const std::lock_guard lock(mutex_);
    open_ = false;
    news_.notify_all();
  }
  bool is_open() const override { return open_; }

  /// The first frame that holds `part`.
  std::string wait_for(const std::string& part) {
    std::unique_lock lock(mutex_);
    for (;;) {
      for (const std::string& frame : frames_) {
        if (frame.find(part) != std::string::npos) return frame;
      }
      news_.wait(lock);
    }
  }
  void wait_for_close() {
    std::unique_lock lock(mutex_);
    news_.wait(lock, [this] { return !open_; });
  }
  int count(const std::string& part) {
    const std::lock_guard lock(mutex_);
    return static_cast<int>(std::count_if(
        frames_.begin(), frames_.end(),
        [&](const std::string& frame) { return frame.find(part) != std::string::npos; }));
  }
  std::string all() {
    const std::lock_guard lock(mutex_);
    std::string text;
    for (const std::string& frame : frames_) text += frame + "\n";
    return text;
  }

 private:
  std::mutex mutex_;
  std::condition_variable news_;
  std::vector<std::string> frames_;
  std::atomic<bool> open_ = true;
};

/// The real readers and one real client, shared by all tests of the file: none changes them.
struct Stage {
  Stage() {
    const auto file = *std::filesystem::directory_iterator(kRoot / "content" / "clients");
    auto person = client::load_case(file.path()).value();
    id = person.id;
    desks[id] = std::make_unique<session::Desk>(
        std::move(person), *client::load_dynamics(kRoot / "content" / "dynamics.yaml"), *reader,
        *meaning, *coach, *voice::load_acts(kRoot / "content" / "acts.yaml"));
  }
  std::unique_ptr<language::Reader> reader = language::Reader::open(kRoot / "models").value();
  std::unique_ptr<language::Meaning> meaning =
      language::Meaning::open(kRoot / "models", kRoot / "content" / "lexicons").value();
  std::unique_ptr<coach::Coach> coach =
      coach::Coach::open(kRoot / "content" / "suggestions.yaml", *reader, *meaning).value();
  debrief::Texts texts;
  std::string id;
  std::map<std::string, std::unique_ptr<session::Desk>> desks;
};

class RoomsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { stage_ = new Stage; }
  static void TearDownTestSuite() {
    delete stage_;
    stage_ = nullptr;
  }

  RoomsTest() { append({session::open(desk(), 1, {})}); }

  session::Desk& desk() { return *stage_->desks.at(stage_->id); }

  void append(std::vector<conversation::Event> events) {
    log_.append(kTalk, std::move(events),
                [](const base::Result<void>& done) { ASSERT_TRUE(done); });
  }
  session::Progress folded() {
    session::Progress progress = session::begin(desk().person);
    const auto events = log_.events(kTalk, 0);
    for (const auto& event : *events) session::fold(progress, event);
    return progress;
  }
  /// What a server leaves behind that dies after acknowledging and before replying.
  void leave_a_reply_owed() {
    append(*session::settle(desk(), folded(), {}));
    const auto progress = folded();
    append(*session::advance(
        desk(), progress,
        session::Hear{"What is that like?", "before-the-crash", progress.last, "", false}, {}));
  }

  std::shared_ptr<Ear> join() {
    auto ear = std::make_shared<Ear>();
    receive_ = go_live(site_, kTalk.text(), {}, ear);
    return ear;
  }
  std::shared_ptr<Ear> join_and_wait() {
    auto ear = join();
    ear->wait_for(R"("ready")");
    return ear;
  }
  void give(const std::string& frame) { receive_(FrameKind::text, frame); }
  void say(const std::string& key, const std::string& text, int seen = 1000) {
    give(R"({"type":"say","key":")" + key + R"(","text":")" + text + R"(","seen":)" +
         std::to_string(seen) + "}");
  }
  int said_by_client() {
    int count = 0;
    const auto events = log_.events(kTalk, 0);
    for (const auto& event : *events) {
      const auto* said = std::get_if<conversation::Said>(&event.body);
      if (said != nullptr && said->speaker == conversation::Speaker::client) ++count;
    }
    return count;
  }

  fakes::MemoryLog log_;
  base::SimulatedClock clock_;
  Workers workers_{{.threads = 2, .queue = 64}};
  Services services_{log_, stage_->desks, *stage_->reader, stage_->texts, clock_, workers_};
  Rooms rooms_{{.kept = 4, .waiting = 3}, services_};
  Site site_{services_, rooms_, {}};
  Receive receive_;

 private:
  static Stage* stage_;
};

Stage* RoomsTest::stage_ = nullptr;

TEST_F(RoomsTest, WhoeverComesHearsTheOpeningThenReady) {
  const auto ear = join_and_wait();
  EXPECT_EQ(ear->count(R"("speaker":"client","text")"), 1);
  EXPECT_LT(ear->all().find(R"("said")"), ear->all().find(R"("ready")"));
}

TEST_F(RoomsTest, AMessageIsAcknowledgedThenAnswered) {
  const auto ear = join_and_wait();
  say("key-0001", "What is that like?");
  const std::string reply = ear->wait_for(R"("turn":1,"speaker":"client","text")");
  EXPECT_THAT(reply, HasSubstr("typing_ms"));
  EXPECT_LT(ear->all().find(R"("ack")"), ear->all().find(reply));
}

TEST_F(RoomsTest, ARepeatedKeyIsOneEvent) {
  const auto ear = join_and_wait();
  say("key-0001", "What is that like?");
  const std::string ack = ear->wait_for(R"("ack")");
  say("key-0001", "What is that like?", 0);
  const auto again = join_and_wait();  // its place in the queue is behind the repeated message
  EXPECT_EQ(ear->count(ack), 2);
  EXPECT_EQ(again->count(R"("key":"key-0001")"), 1);
}

TEST_F(RoomsTest, AStaleNumberIsAConflict) {
  const auto ear = join_and_wait();
  say("key-0001", "Hello, how are you?");
  ear->wait_for(R"("turn":1,"speaker":"client","text")");
  say("key-0002", "From another window", 1);
  EXPECT_THAT(ear->wait_for(R"("type":"error")"), HasSubstr(R"("conflict")"));
}

TEST_F(RoomsTest, AllSocketsOfASessionHearIt) {
  const auto first = join_and_wait();
  const auto second = join_and_wait();
  say("key-0001", "What is that like?");
  EXPECT_EQ(first->wait_for(R"("turn":1,"speaker":"client","text")"),
            second->wait_for(R"("turn":1,"speaker":"client","text")"));
  EXPECT_EQ(first->count(R"("ack")"), 0);
}

TEST_F(RoomsTest, AReplyOwedAfterACrashIsGivenOnce) {
  leave_a_reply_owed();
  const auto first = join_and_wait();
  const auto second = join_and_wait();
  EXPECT_EQ(first->count(R"("turn":1,"speaker":"client","text")"), 1);
  EXPECT_EQ(second->count(R"("turn":1,"speaker":"client","text")"), 1);
  EXPECT_EQ(said_by_client(), 2);
}

TEST_F(RoomsTest, ARefusedMessageIsNotKeptAndMayComeAgain) {
  const auto ear = join_and_wait();
  log_.refuse(base::Error{Code::unavailable, "the disk is full"});
  say("key-0001", "What is that like?");
  const std::string error = ear->wait_for(R"("type":"error")");
  EXPECT_THAT(error, HasSubstr(R"("unavailable")"));
  EXPECT_THAT(error, HasSubstr(R"("key":"key-0001")"));
  log_.refuse(std::nullopt);
  say("key-0001", "What is that like?");
  ear->wait_for(R"("turn":1,"speaker":"client","text")");
}

TEST_F(RoomsTest, AReplyThatHadToWaitComesWhenItCan) {
  leave_a_reply_owed();
  log_.refuse(base::Error{Code::unavailable, "the disk is full"});
  const auto ear = join_and_wait();
  EXPECT_EQ(ear->count(R"("turn":1,"speaker":"client")"), 0);
  log_.refuse(std::nullopt);
  // Tried as often as the server's tick would, for the first try may find the room still in use.
  while (ear->count(R"("turn":1,"speaker":"client","text")") == 0) rooms_.retry();
  EXPECT_EQ(said_by_client(), 2);
}

TEST_F(RoomsTest, TooMuchForOneRoomIsBusy) {
  const auto ear = join_and_wait();
  std::mutex mutex;
  std::condition_variable entered;
  Stay held;
  ASSERT_TRUE(rooms_.enter(kTalk, [&](Room&, const Stay& stay) {
    const std::lock_guard lock(mutex);
    held = stay;
    entered.notify_all();
  }));
  {
    // Only once it is in does nothing but the messages wait: joining may still hold the room.
    std::unique_lock lock(mutex);
    entered.wait(lock, [&] { return held != nullptr; });
  }
  for (int i = 1; i <= 4; ++i) say("key-000" + std::to_string(i), "Are you there?");
  EXPECT_THAT(ear->wait_for(R"("type":"error")"), HasSubstr(R"("busy")"));
  EXPECT_EQ(ear->count(R"("key-0004")"), 1);
  held.reset();
  ear->wait_for(R"("turn":1,"speaker":"client","text")");
}

TEST_F(RoomsTest, SuggestionsThatAreThereAreSentAgain) {
  const auto ear = join_and_wait();
  give(R"({"type":"suggest"})");
  const std::string suggested = ear->wait_for(R"("suggested")");
  give(R"({"type":"suggest"})");
  join_and_wait();
  EXPECT_EQ(ear->count(suggested), 2);
}

TEST_F(RoomsTest, WhatLiesBeforeTheEndStaysHiddenWhenItComes) {
  const auto ear = join_and_wait();
  say("key-0001", "Thank you. Goodbye for now.");
  ear->wait_for(R"("turn":1,"speaker":"client","text")");
  give(R"({"type":"end","how":"now"})");
  ear->wait_for(R"("closed")");
  give(R"({"type":"rate","items":{}})");
  ear->wait_for(R"("rated")");
  for (const char* hidden : {"moved", "intended", "cue_", "\"seed\"", "case_hash", "\"lines\""}) {
    EXPECT_THAT(ear->all(), Not(HasSubstr(hidden)));
  }
  EXPECT_THAT(join_and_wait()->all(), HasSubstr(R"("moved")"));
}

TEST_F(RoomsTest, AnUnknownSessionSaysSoAndCloses) {
  auto ear = std::make_shared<Ear>();
  receive_ = go_live(site_, "nobody", {}, ear);
  EXPECT_THAT(ear->wait_for(R"("type":"error")"), HasSubstr(R"("not_found")"));
  ear->wait_for_close();
}

TEST_F(RoomsTest, ADeletedSessionSendsEverybodyAway) {
  const auto ear = join_and_wait();
  ASSERT_TRUE(rooms_.enter(kTalk, [](Room& room, const Stay&) { EXPECT_TRUE(room.erase()); }));
  ear->wait_for_close();
  EXPECT_EQ(log_.events(kTalk, 0).error().code, Code::not_found);
}

TEST_F(RoomsTest, BinaryAndOverlongFramesAreTurnedDown) {
  const auto ear = join_and_wait();
  receive_(FrameKind::binary, "");
  EXPECT_THAT(ear->wait_for(R"("type":"error")"), HasSubstr(R"("invalid")"));
  receive_(FrameKind::too_large, "");
  ear->wait_for(R"("too_large")");
}

TEST_F(RoomsTest, QuietRoomsAreForgottenAndFoundAgain) {
  for (int i = 0; i < 12; ++i) {
    const SessionId id("talk-" + std::to_string(i));
    log_.append(id, {session::open(desk(), 1, {})}, [](const base::Result<void>&) {});
    auto ear = std::make_shared<Ear>();
    receive_ = go_live(site_, id.text(), {}, ear);
    ear->wait_for(R"("ready")");
    ear->close();
  }
  auto ear = std::make_shared<Ear>();
  receive_ = go_live(site_, "talk-0", {}, ear);
  ear->wait_for(R"("ready")");
  EXPECT_EQ(ear->count(R"("speaker":"client","text")"), 1);
}

}  // namespace
}  // namespace attune::server
