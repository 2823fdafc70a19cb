#include <future>

#include <gmock/gmock.h>

#include "fakes/rooms_fixture.h"

namespace attune::server {
namespace {

using base::Code;
using conversation::SessionId;
using testing::HasSubstr;
using testing::Not;

using RoomsTest = RoomsFixture;

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
  look_after_until([&] { return ear->count(R"("turn":1,"speaker":"client","text")") > 0; });
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

TEST_F(RoomsTest, WhoeverJoinsKeepsTheRoomUntilTheIdeasAreKept) {
  const SessionId id("always");
  log_.append(id, {session::open(desk(), 1, {}, {.help = conversation::Help::always})},
              [](const base::Result<void>&) {});
  session::Progress progress = session::begin(desk().person);
  session::fold(progress, log_.events(id, 0)->front());
  log_.append(id, *session::settle(desk(), progress, {}), [](const base::Result<void>&) {});
  Room room(id, services_, [](const Task&) {});
  room.open([](const base::Result<void>& opened) { ASSERT_TRUE(opened); });
  std::promise<void> left;
  auto leaving = left.get_future();
  const auto ear = std::make_shared<Ear>();
  log_.hold();
  room.join(ear, 0, Stay(&left, [](std::promise<void>* all) { all->set_value(); }));
  EXPECT_EQ(leaving.wait_for(std::chrono::seconds(0)), std::future_status::timeout);
  log_.let_go();
  leaving.wait();
  EXPECT_EQ(ear->count(R"("suggested")"), 1);
}

TEST_F(RoomsTest, NobodyEntersOnceTheRoomsAreClosed) {
  join();
  rooms_.close();
  EXPECT_FALSE(rooms_.enter(kTalk, [](Room&, const Stay&) {}));
  EXPECT_THAT(join()->wait_for(R"("type":"error")"), HasSubstr(R"("busy")"));
}

TEST_F(RoomsTest, AnUnknownSessionSaysSoAndCloses) {
  auto ear = std::make_shared<Ear>();
  receive_ = go_live(site_, "nobody", {}, ear);
  EXPECT_THAT(ear->wait_for(R"("type":"error")"), HasSubstr(R"("not_found")"));
  ear->wait_for_close();
}

TEST_F(RoomsTest, ADeletedSessionSendsEverybodyAway) {
  const auto ear = join_and_wait();
  ASSERT_TRUE(rooms_.enter(kTalk, [](Room& room, const Stay&) { EXPECT_TRUE(room.erase({})); }));
  ear->wait_for_close();
  EXPECT_EQ(log_.events(kTalk, 0).error().code, Code::not_found);
}

TEST_F(RoomsTest, ATalkWhoseWordsAreErasedOpensAndTakesNothingMore) {
  const auto ear = join_and_wait();
  ASSERT_TRUE(rooms_.enter(kTalk, [](Room& room, const Stay&) { EXPECT_TRUE(room.redact()); }));
  ear->wait_for_close();
  const auto later = std::make_shared<Ear>();
  receive_ = go_live(site_, kTalk.text(), {}, later);
  EXPECT_THAT(later->wait_for(R"("type":"erased")"), HasSubstr(R"("seq")"));
  receive_(FrameKind::text, R"({"type":"end","how":"now"})");
  EXPECT_THAT(later->wait_for(R"("type":"error")"), HasSubstr("erased as agreed"));
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

TEST_F(RoomsTest, WordsThatMayBeAboutTheSupporterAreAskedAboutAndNotKept) {
  const auto ear = join_and_wait();
  const std::string words =
      R"(,"text":"I want to die myself right now.","seen":)" + std::to_string(folded().last);
  give(R"({"type":"say","key":"key-0001")" + words + "}");
  ear->wait_for(R"({"type":"check_in","key":"key-0001"})");
  EXPECT_EQ(folded().turn, 0);
  give(R"({"type":"say","key":"key-0001","in_exercise":true)" + words + "}");
  ear->wait_for(R"({"type":"ack","key":"key-0001")");
  EXPECT_EQ(folded().turn, 1);
}

}  // namespace
}  // namespace attune::server
