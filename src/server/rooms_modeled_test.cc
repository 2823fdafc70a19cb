#include <regex>

#include <gmock/gmock.h>

#include "fakes/rooms_fixture.h"

/// Rooms whose client is worded by a language model.
namespace attune::server {
namespace {

using base::Code;
using fakes::delta;
using fakes::http;
using fakes::Script;
using testing::HasSubstr;

using ModeledRooms = RoomsFixture;

constexpr const char* kOpening = R"("turn":0,"speaker":"client","text")";
constexpr const char* kReply = R"("turn":1,"speaker":"client","text")";

/// Begins to answer, and then nothing more comes.
Script hanging(const std::vector<std::string>& events = {delta("I")}) {
  Script script = fakes::stream(events, false);
  script.then = Script::Then::hang;
  return script;
}

TEST_F(ModeledRooms, WhoeverComesIsReadyBeforeTheWordsAre) {
  model({hanging()});
  const auto ear = join_and_wait();
  ear->wait_for(R"({"type":"typing","turn":0})");
  EXPECT_EQ(ear->count(kOpening), 0);
}

TEST_F(ModeledRooms, WhoeverComesLaterSeesTheTypingToo) {
  model({hanging()});
  join()->wait_for(R"("typing")");
  join()->wait_for(R"("typing")");
  EXPECT_EQ(endpoint_->seen().size(), 1U);
}

TEST_F(ModeledRooms, WrittenWordsStepInAndSayWhy) {
  model({http(401, "")});
  const std::string opening = join()->wait_for(kOpening);
  EXPECT_THAT(opening, HasSubstr(R"("worded":{"by":"authored","endpoint":"default")"));
  EXPECT_THAT(opening, HasSubstr(R"("trouble":"key")"));
}

TEST_F(ModeledRooms, OtherActsAreTakenWhileItThinks) {
  model({http(401, ""), hanging()});
  const auto ear = join();
  ear->wait_for(kOpening);
  say("key-0001", "What is that like?");
  ear->wait_for(R"({"type":"typing","turn":1})");
  give(R"({"type":"pause"})");
  ear->wait_for(R"("paused")");
  say("key-0002", "Are you there?");
  EXPECT_THAT(ear->wait_for(R"("type":"error")"), HasSubstr(R"("conflict")"));
}

TEST_F(ModeledRooms, WhoLeavesIsNotWaitedForAndWhoReturnsIsAnswered) {
  model({hanging(), http(401, "")});
  const auto ear = join();
  ear->wait_for(R"("typing")");
  ear->close();
  look_after_until([&] { return endpoint_->closed() == 1; });
  join()->wait_for(kOpening);
  EXPECT_EQ(said_by_client(), 1);
}

TEST_F(ModeledRooms, TheEndOfTheTalkStopsTheAsking) {
  model({hanging()});
  const auto ear = join();
  ear->wait_for(R"("typing")");
  give(R"({"type":"end","how":"stop"})");
  ear->wait_for(R"("closed")");
  EXPECT_TRUE(endpoint_->wait_for_closed(1));
  EXPECT_EQ(said_by_client(), 0);
}

TEST_F(ModeledRooms, ADeletedSessionStopsTheAsking) {
  model({hanging()});
  const auto ear = join();
  ear->wait_for(R"("typing")");
  ASSERT_TRUE(rooms_.enter(kTalk, [](Room& room, const Stay&) { EXPECT_TRUE(room.erase({})); }));
  EXPECT_TRUE(endpoint_->wait_for_closed(1));
}

TEST_F(ModeledRooms, WordsOwedAfterACrashAreAskedForAgain) {
  append(*session::settle(desk(), folded(), {}));
  const auto progress = folded();
  append(*session::advance(
      desk(), progress,
      session::Hear{"What is that like?", "before-the-crash", progress.last, "", false}, {}));
  append(session::decide(desk(), folded(), {}));
  model({http(401, "")});
  const auto ear = join();
  ear->wait_for(kReply);
  EXPECT_EQ(said_by_client(), 2);
  EXPECT_EQ(endpoint_->seen().size(), 1U);
}

TEST_F(ModeledRooms, WordsThatCouldNotBeKeptAreAskedForAgain) {
  model({http(401, ""), hanging(), http(401, "")});
  const auto ear = join();
  ear->wait_for(kOpening);
  say("key-0001", "What is that like?");
  ear->wait_for(R"({"type":"typing","turn":1})");
  log_.refuse(base::Error{Code::unavailable, "the disk is full"});
  ear->close();
  look_after_until([&] { return endpoint_->closed() == 1; });
  const auto again = join_and_wait();
  EXPECT_TRUE(endpoint_->wait_for_requests(3));
  log_.refuse(std::nullopt);
  look_after_until([&] { return again->count(kReply) > 0; });
  EXPECT_EQ(said_by_client(), 2);
}

TEST_F(ModeledRooms, ForgottenRoomsLetGoOfWhatTheyAskedFor) {
  model({hanging()});
  for (int i = 0; i < 12; ++i) {
    const conversation::SessionId id("talk-" + std::to_string(i));
    log_.append(id, {session::open(desk(), 1, {})}, [](const base::Result<void>&) {});
    auto ear = std::make_shared<Ear>();
    receive_ = go_live(site_, id.text(), {}, ear);
    ear->wait_for(R"("typing")");
    ear->close();
  }
  EXPECT_TRUE(endpoint_->wait_for_closed(7));
}

constexpr const char* kSuggested = R"("type":"suggested")";
constexpr const char* kIdeas =
    R"({"motivational_interviewing":{"text":"What is the hardest hour of it?","skill":"open_question","why":"It stays open.","cue":""},"empathic_response":{"text":"That sounds heavy to carry.","skill":"complex_reflection","why":"It names the weight.","cue":""},"support":{"text":"You should rest. It will be fine.","skill":"stay","why":"It stays.","cue":""}})";

TEST_F(ModeledRooms, IdeasOfTheModelAreShownOnceTheyPass) {
  model({http(401, ""), fakes::say({std::regex_replace(kIdeas, std::regex("\""), "\\\"")})});
  const auto ear = join();
  ear->wait_for(kOpening);
  give(R"({"type":"suggest"})");
  const std::string frame = ear->wait_for(kSuggested);
  EXPECT_THAT(frame, HasSubstr("What is the hardest hour of it?"));
  EXPECT_THAT(frame, HasSubstr("That sounds heavy to carry."));
  EXPECT_THAT(frame, testing::Not(HasSubstr("You should rest."))) << "a card of the house instead";
  EXPECT_THAT(frame, HasSubstr(R"("model":)"));
}

TEST_F(ModeledRooms, IdeasOfTheHouseStepIn) {
  model({http(401, ""), http(401, "")});
  const auto ear = join();
  ear->wait_for(kOpening);
  give(R"({"type":"suggest"})");
  EXPECT_THAT(ear->wait_for(kSuggested), testing::Not(HasSubstr(R"("model":)")));
}

TEST_F(ModeledRooms, IdeasNeverHoldUpTheTalk) {
  model({http(401, ""), hanging({delta("{")}), http(401, "")});
  const auto ear = join();
  ear->wait_for(kOpening);
  give(R"({"type":"suggest"})");
  EXPECT_TRUE(endpoint_->wait_for_requests(2));
  say("key-0001", "What is that like?");
  ear->wait_for(kReply);
  EXPECT_TRUE(endpoint_->wait_for_closed(1)) << "nobody wants them any more";
  EXPECT_EQ(ear->count(kSuggested), 0);
}

}  // namespace
}  // namespace attune::server
