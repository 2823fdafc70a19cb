#include "llm/models.h"

#include <fstream>
#include <future>

#include <gmock/gmock.h>
#include <unistd.h>

#include "fakes/scripted_endpoint.h"
#include "llm/ledger.h"

namespace attune::llm {
namespace {

using base::Code;
using fakes::delta;
using fakes::http;
using fakes::say;
using fakes::Script;
using fakes::stream;
using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kSecret = "sk-secret";
constexpr const char* kWords = "nobody would miss me";
constexpr const char* kSchema =
    R"({"type":"object","properties":{"mood":{"type":"string"}},"required":["mood"]})";

/// What one prompt came to.
struct Heard {
  std::optional<Answer> answer;
  Failure error;
  int firsts = 0;
};

/// A prompt that is under way.
class Pending {
 public:
  Pending(ChatModel& model, Prompt prompt)
      : ticket(model.ask(std::move(prompt), {.first_token =
                                                 [this] {
                                                   ++heard_.firsts;
                                                   if (heard_.firsts == 1) first_.set_value();
                                                 },
                                             .done =
                                                 [this](Answer answer) {
                                                   heard_.answer = std::move(answer);
                                                   ended_.set_value();
                                                 },
                                             .failed =
                                                 [this](Failure error) {
                                                   heard_.error = std::move(error);
                                                   ended_.set_value();
                                                 }})) {}

  const Heard& end() {
    EXPECT_EQ(ended_.get_future().wait_for(seconds(60)), std::future_status::ready);
    return heard_;
  }
  void wait_for_first() {
    EXPECT_EQ(first_.get_future().wait_for(seconds(60)), std::future_status::ready);
  }

 private:
  std::promise<void> first_, ended_;
  Heard heard_;

 public:
  Ticket ticket;  // last: gone before what its listener writes to
};

class ModelsTest : public testing::Test {
 protected:
  ModelsTest() {
    std::filesystem::remove(path_);
    endpoint_.url = server_.url();
    endpoint_.model = "m";
    endpoint_.key = kSecret;
    endpoint_.limits.backoff = milliseconds(1);
  }
  ~ModelsTest() override { std::filesystem::remove(path_); }

  void open(Models::Options options = {}) {
    auto ledger = Ledger::open(path_, clock_);
    ASSERT_TRUE(ledger);
    ledger_ = *std::move(ledger);
    auto models = Models::open({endpoint_}, *ledger_, options);
    ASSERT_TRUE(models) << models.error().message;
    models_ = *std::move(models);
  }
  ChatModel& model() {
    if (!models_) open();
    return *models_->find("default");
  }
  static Prompt prompt() {
    return {.messages = {{Role::system, "Be Ross."}, {Role::user, kWords}}, .purpose = "voice"};
  }
  static Prompt prompt_for_json() {
    Prompt asked = prompt();
    asked.json_schema = kSchema;
    return asked;
  }
  Heard ask(Prompt asked = prompt()) { return Pending(model(), std::move(asked)).end(); }
  Heard ask(std::vector<Script> scripts) {
    server_.plan(std::move(scripts));
    return ask();
  }
  std::size_t requests() { return server_.seen().size(); }
  Standing standing() { return models_->standings().front(); }
  std::vector<LedgerEntry> ledger() {
    models_.reset();
    const auto page = read_ledger(path_, 100);
    EXPECT_TRUE(page && page->unreadable == 0);
    return page ? page->entries : std::vector<LedgerEntry>{};
  }
  /// The sentence names the endpoint and says `what`, without a secret or a word of the talk.
  static void expect_notice(const Heard& heard, Code code, const std::string& what) {
    EXPECT_FALSE(heard.answer);
    EXPECT_EQ(heard.error.code, code) << heard.error.message;
    EXPECT_THAT(heard.error.message,
                AllOf(HasSubstr("The language model 'default' at 127.0.0.1:"), HasSubstr(what),
                      Not(HasSubstr(kSecret)), Not(HasSubstr("miss me"))));
  }

  const std::filesystem::path path_ =
      std::filesystem::path(testing::TempDir()) / ("models-egress-" + std::to_string(getpid()));
  const base::SystemClock clock_;
  fakes::ScriptedEndpoint server_;
  Endpoint endpoint_;
  std::unique_ptr<Ledger> ledger_;
  std::unique_ptr<Models> models_;
};

/// Servers quote what they were sent.
std::string quoting_error() {
  return std::string(R"({"error":{"message":"bad key )") + kSecret + " for " + kWords + R"("}})";
}

TEST_F(ModelsTest, AStreamedAnswerArrivesWithItsCount) {
  endpoint_.prompt_price = 2;
  endpoint_.completion_price = 10;
  const Heard heard = ask({say({"no ", "great"})});
  ASSERT_TRUE(heard.answer) << heard.error.message;
  EXPECT_EQ(heard.answer->text, "no great");
  EXPECT_EQ(heard.answer->model, "m-1");
  EXPECT_EQ(heard.firsts, 1);
  EXPECT_TRUE(heard.answer->counted);
  EXPECT_EQ(heard.answer->prompt_tokens, 100);
  EXPECT_EQ(heard.answer->completion_tokens, 20);
  // 100 * 2 / 1e6 + 20 * 10 / 1e6
  EXPECT_DOUBLE_EQ(heard.answer->cost, 0.0004);
  EXPECT_LE(heard.answer->latency.queued, heard.answer->latency.first_token);
  EXPECT_LE(heard.answer->latency.first_token, heard.answer->latency.total);
  const Totals totals = standing().totals;
  EXPECT_EQ(totals.requests, 1U);
  EXPECT_EQ(totals.answers, 1U);
  EXPECT_EQ(totals.completion_tokens, 20U);
  EXPECT_DOUBLE_EQ(totals.cost, 0.0004);
}

TEST_F(ModelsTest, TheRequestIsInTheFormatAndTheKeyInItsHeader) {
  server_.plan({say({"ok"})});
  Prompt asked = prompt();
  asked.temperature = 0.5;
  asked.seed = 7;
  asked.max_tokens = 60;
  EXPECT_TRUE(ask(asked).answer);
  const auto seen = server_.seen().front();
  EXPECT_THAT(seen.head, testing::StartsWith("POST /v1/chat/completions HTTP/1.1\r\n"));
  EXPECT_THAT(seen.head, HasSubstr("Authorization: Bearer sk-secret"));
  EXPECT_EQ(seen.body,
            R"({"model":"m","messages":[{"role":"system","content":"Be Ross."},)"
            R"({"role":"user","content":"nobody would miss me"}],"max_tokens":60,)"
            R"("temperature":0.5,"seed":7,"stream":true,"stream_options":{"include_usage":true}})");
}

TEST_F(ModelsTest, AServerThatDoesNotStreamIsUnderstood) {
  const Heard heard =
      ask({http(200, R"({"choices":[{"message":{"content":"hi"},"finish_reason":"stop"}]})")});
  ASSERT_TRUE(heard.answer) << heard.error.message;
  EXPECT_EQ(heard.answer->text, "hi");
  EXPECT_EQ(heard.answer->model, "m");
  EXPECT_FALSE(heard.answer->counted);
  EXPECT_EQ(standing().totals.uncounted, 1U);
}

TEST_F(ModelsTest, ConnectionsAreKept) {
  server_.plan({say({"ok"})});
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(ask().answer);
  EXPECT_EQ(server_.connections(), 1);
}

TEST_F(ModelsTest, ARefusedConnectionIsTriedAgainAndTold) {
  const fakes::DeadPort dead;
  endpoint_.url = dead.url();
  expect_notice(ask(), Code::unavailable, "could not be reached");
  EXPECT_EQ(standing().totals.requests, 3U);
  EXPECT_EQ(standing().totals.failures, 1U);
}

TEST_F(ModelsTest, AFailureNamesItsKind) {
  EXPECT_EQ(ask({http(401, "")}).error.kind, "key");
  EXPECT_EQ(ask({http(500, "")}).error.kind, "broken");
}

TEST_F(ModelsTest, ASlowFirstTokenIsNotWaitedFor) {
  endpoint_.limits.first_token = milliseconds(50);
  Script silent = stream({": ping\n\n"}, false);
  silent.then = Script::Then::hang;
  expect_notice(ask({silent}), Code::unavailable, "did not begin to answer in time");
  EXPECT_EQ(requests(), 1U);
  EXPECT_TRUE(server_.wait_for_closed(1));
}

TEST_F(ModelsTest, ASlowEndIsNotWaitedFor) {
  endpoint_.limits.total = milliseconds(500);
  Script slow = stream({delta("no")}, false);
  slow.then = Script::Then::hang;
  expect_notice(ask({slow}), Code::unavailable, "did not finish in time");
  EXPECT_EQ(requests(), 1U);
  EXPECT_TRUE(server_.wait_for_closed(1));
}

TEST_F(ModelsTest, ACutAnswerIsNoAnswer) {
  Script cut = stream({delta("no"), delta(" gre")}, false);
  cut.then = Script::Then::close;
  const Heard heard = ask({cut, say({"never asked for"})});
  expect_notice(heard, Code::unavailable, "stopped in the middle of its answer");
  EXPECT_EQ(heard.firsts, 1);
  EXPECT_EQ(requests(), 1U);
}

TEST_F(ModelsTest, AStreamThatEndsWithoutAnEndIsCut) {
  expect_notice(ask({stream({delta("no")})}), Code::unavailable, "in the middle");
}

TEST_F(ModelsTest, AConnectionLostBeforeTheFirstTokenIsTriedAgain) {
  Script gone;
  gone.then = Script::Then::close;
  Script gone_later = stream({": ping\n\n"}, false);
  gone_later.then = Script::Then::close;
  const Heard heard = ask({gone, gone_later, say({"ok"})});
  ASSERT_TRUE(heard.answer) << heard.error.message;
  EXPECT_EQ(heard.answer->requests, 3);
  expect_notice(ask({gone}), Code::unavailable, "closed the connection without an answer");
}

TEST_F(ModelsTest, AMalformedChunkEndsItWithANotice) {
  expect_notice(ask({stream({delta("no"), "data: {\"choices\":[{\n\n"})}), Code::unavailable,
                "not in the OpenAI chat format");
  EXPECT_TRUE(ask({say({"ok"})}).answer);
}

TEST_F(ModelsTest, WhatIsNoChatIsToldAsSuch) {
  for (const char* body : {R"({"models":[]})", "<html>Welcome</html>", R"({"choices":[]})"})
    expect_notice(ask({http(200, body)}), Code::unavailable, "not in the OpenAI chat format");
}

TEST_F(ModelsTest, WhatIsNoHttpIsToldAsSuch) {
  Script junk{{"SSH-2.0-OpenSSH\r\n\r\n"}};
  junk.then = Script::Then::close;
  expect_notice(ask({junk}), Code::unavailable, "does not speak HTTP");
}

TEST_F(ModelsTest, AWrongKeyIsToldOnceAndNothingQuoted) {
  expect_notice(ask({http(401, quoting_error())}), Code::forbidden, "did not accept the key");
  EXPECT_EQ(requests(), 1U);
}

TEST_F(ModelsTest, OtherRefusalsAreTold) {
  expect_notice(ask({http(404, quoting_error())}), Code::not_found, "no such model");
  expect_notice(ask({http(400, quoting_error())}), Code::invalid, "rejected the request");
  expect_notice(ask({http(302, "", "Location: http://127.0.0.1:1/\r\n")}), Code::unavailable,
                "points to another address");
  expect_notice(ask({http(400, R"({"error":{"code":"context_length_exceeded"}})")}),
                Code::too_large, "larger context");
  expect_notice(ask({http(400, R"({"object":"error","message":"This model's maximum context )"
                               R"(length is 4096 tokens","code":400})")}),
                Code::too_large, "larger context");
  expect_notice(ask({http(429, R"({"error":{"code":"insufficient_quota"}})")}), Code::forbidden,
                "no credit");
  EXPECT_EQ(requests(), 6U);
}

TEST_F(ModelsTest, AServersFaultIsTriedTwiceAgain) {
  const Heard heard = ask({http(500, quoting_error()), http(503, "busy"), say({"ok"})});
  ASSERT_TRUE(heard.answer) << heard.error.message;
  EXPECT_EQ(heard.answer->requests, 3);
  expect_notice(ask({http(500, quoting_error())}), Code::unavailable, "a fault of its own");
  EXPECT_EQ(requests(), 6U);
}

TEST_F(ModelsTest, AnErrorAmidTheStreamIsTold) {
  const std::string error = "data: " + quoting_error() + "\n\n";
  expect_notice(ask({stream({delta("no"), error})}), Code::unavailable, "a fault of its own");
  EXPECT_EQ(requests(), 1U);
  EXPECT_TRUE(ask({stream({error}), say({"ok"})}).answer);
}

TEST_F(ModelsTest, ARateLimitIsWaitedOutAsAsked) {
  const Heard heard = ask({http(429, "", "Retry-After: 1\r\n"), say({"ok"})});
  ASSERT_TRUE(heard.answer) << heard.error.message;
  const auto seen = server_.seen();
  ASSERT_EQ(seen.size(), 2U);
  EXPECT_GE(seen[1].when - seen[0].when, seconds(1));
}

TEST_F(ModelsTest, ADateToComeBackIsObeyed) {
  const std::time_t later = std::time(nullptr) + 2;
  char date[60];
  std::strftime(date, sizeof date, "Retry-After: %a, %d %b %Y %H:%M:%S GMT\r\n",
                std::gmtime(&later));
  EXPECT_TRUE(ask({http(503, "", date), say({"ok"})}).answer);
  EXPECT_GE(std::time(nullptr) + 1, later);
}

TEST_F(ModelsTest, ARateLimitWithoutATimeIsTriedAgain) {
  EXPECT_TRUE(ask({http(429, ""), http(429, ""), say({"ok"})}).answer);
  expect_notice(ask({http(429, "")}), Code::busy, "takes no more requests for now");
  EXPECT_EQ(requests(), 6U);
  EXPECT_EQ(standing().state, Breaker::State::closed);
}

TEST_F(ModelsTest, APauseBeyondTheLimitIsToldAtOnceAndToAll) {
  expect_notice(ask({http(429, "", "Retry-After: 3600\r\n")}), Code::busy, "try again later");
  EXPECT_TRUE(standing().paused);
  expect_notice(ask(), Code::busy, "try again later");
  EXPECT_EQ(requests(), 1U);
}

TEST_F(ModelsTest, AnEndlessAnswerIsStopped) {
  Script endless = stream({delta("and "), delta("on ")}, false);
  endless.then = Script::Then::repeat;
  expect_notice(ask({endless}), Code::too_large, "went on longer than allowed");
  EXPECT_TRUE(server_.wait_for_closed(1));
  EXPECT_TRUE(ask({say({"ok"})}).answer);
}

TEST_F(ModelsTest, AnAnswerWithoutWordsIsNone) {
  expect_notice(ask({say({" "})}), Code::unavailable, "without a word");
}

TEST_F(ModelsTest, AServerNeedNotCloseAfterTheLastWord) {
  Script open = stream({delta("ok"), "data: [DONE]\n\n"}, false);
  open.then = Script::Then::hang;
  EXPECT_TRUE(ask({open}).answer);
}

TEST_F(ModelsTest, ChunksMayBeSplitAnywhere) {
  std::string all;
  for (const std::string& part : say({"caf", "é"}).parts) all += part;
  Script bytes;
  for (const char byte : all) bytes.parts.push_back({byte});
  const Heard heard = ask({bytes});
  ASSERT_TRUE(heard.answer) << heard.error.message;
  EXPECT_EQ(heard.answer->text, "café");
}

TEST_F(ModelsTest, CancellingClosesTheConnection) {
  Script slow = stream({delta("no")}, false);
  slow.then = Script::Then::hang;
  server_.plan({slow});
  Pending pending(model(), prompt());
  pending.wait_for_first();
  pending.ticket.cancel();
  EXPECT_TRUE(server_.wait_for_closed(1));
  EXPECT_EQ(ledger().front().ending, "cancelled");
}

TEST_F(ModelsTest, LettingTheTicketGoCancels) {
  Script silent;
  silent.then = Script::Then::hang;
  server_.plan({silent});
  {
    const Pending pending(model(), prompt());
    EXPECT_TRUE(server_.wait_for_requests(1));
  }
  EXPECT_TRUE(server_.wait_for_closed(1));
}

TEST_F(ModelsTest, AListenerMayCancelAndAskFromWithin) {
  server_.plan({say({"ok"})});
  std::promise<std::string> second;
  std::promise<void> ticket_in_hand;
  Ticket first_ticket, second_ticket;
  first_ticket = model().ask(
      prompt(), {.first_token =
                     [&] {
                       second_ticket = model().ask(
                           prompt(), {.done = [&](const Answer& a) { second.set_value(a.text); },
                                      .failed = [](const base::Error&) { ADD_FAILURE(); }});
                       ticket_in_hand.get_future().wait();
                       first_ticket.cancel();
                     },
                 .done = [](const Answer&) { ADD_FAILURE(); },
                 .failed = [](const base::Error&) { ADD_FAILURE(); }});
  ticket_in_hand.set_value();
  EXPECT_EQ(second.get_future().get(), "ok");
}

TEST_F(ModelsTest, WhoeverWaitsIsToldThatTheProgramCloses) {
  Script silent;
  silent.then = Script::Then::hang;
  server_.plan({silent});
  Pending pending(model(), prompt());
  EXPECT_TRUE(server_.wait_for_requests(1));
  models_.reset();
  expect_notice(pending.end(), Code::unavailable, "the program is closing");
}

TEST_F(ModelsTest, MoreThanTheQueueHoldsIsBusy) {
  endpoint_.limits.concurrent = 1;
  endpoint_.limits.queue = 1;
  Script silent;
  silent.then = Script::Then::hang;
  server_.plan({silent, say({"ok"})});
  Pending first(model(), prompt());
  EXPECT_TRUE(server_.wait_for_requests(1));
  Pending second(model(), prompt());
  expect_notice(ask(), Code::busy, "too many prompts waiting");
  EXPECT_EQ(requests(), 1U);
  first.ticket.cancel();
  EXPECT_TRUE(second.end().answer);
}

TEST_F(ModelsTest, ABrokenEndpointIsLeftInPeace) {
  endpoint_.limits.failures = 2;
  endpoint_.limits.retries = 0;
  endpoint_.limits.rest = seconds(1000);
  expect_notice(ask({http(500, "")}), Code::unavailable, "a fault of its own");
  EXPECT_EQ(standing().state, Breaker::State::closed);
  expect_notice(ask(), Code::unavailable, "a fault of its own");
  EXPECT_EQ(standing().state, Breaker::State::open);
  expect_notice(ask({say({"ok"})}), Code::unavailable, "left in peace");
  EXPECT_EQ(requests(), 2U);
}

TEST_F(ModelsTest, ABrokenEndpointIsTriedAgainLater) {
  endpoint_.limits.failures = 1;
  endpoint_.limits.retries = 0;
  endpoint_.limits.rest = milliseconds(50);
  EXPECT_FALSE(ask({http(500, ""), say({"ok"})}).answer);
  while (!ask().answer) std::this_thread::yield();
  EXPECT_EQ(requests(), 2U);
  EXPECT_EQ(standing().state, Breaker::State::closed);
}

TEST_F(ModelsTest, SeveralEndpointsStandSideBySide) {
  const fakes::DeadPort dead;
  Endpoint other = endpoint_;
  other.name = "other";
  other.url = dead.url();
  auto ledger = Ledger::open(path_, clock_);
  ASSERT_TRUE(ledger);
  auto models = Models::open({endpoint_, other}, **ledger, {});
  ASSERT_TRUE(models);
  server_.plan({say({"ok"})});
  EXPECT_FALSE(Pending(*(*models)->find("other"), prompt()).end().answer);
  EXPECT_TRUE(Pending(*(*models)->find("default"), prompt()).end().answer);
  EXPECT_EQ((*models)->find("third"), nullptr);
  EXPECT_FALSE(Models::open({endpoint_, endpoint_}, **ledger, {}));
}

TEST_F(ModelsTest, OfflineNothingLeaves) {
  open({.outbound = Outbound::forbidden});
  server_.plan({say({"ok"})});
  expect_notice(ask(), Code::forbidden, "runs offline");
  EXPECT_EQ(server_.connections(), 0);
  EXPECT_TRUE(ledger().empty());
}

TEST_F(ModelsTest, EveryRequestIsListedRetriesIncluded) {
  EXPECT_TRUE(ask({http(500, ""), say({"ok"})}).answer);
  const auto seen = server_.seen();
  const auto listed = ledger();
  ASSERT_EQ(listed.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(listed[i].endpoint, "default");
    EXPECT_EQ(listed[i].host, host_of(endpoint_));
    EXPECT_EQ(listed[i].purpose, "voice");
    EXPECT_EQ(listed[i].bytes, seen[i].body.size());
    EXPECT_EQ(listed[i].sha256, sha256(seen[i].body));
    EXPECT_EQ(listed[i].sent, seen[i].body.size());
  }
  EXPECT_EQ(listed[0].status, 500);
  EXPECT_EQ(listed[0].ending, "failed");
  EXPECT_EQ(listed[1].status, 200);
  EXPECT_EQ(listed[1].ending, "answered");
  std::ifstream in(path_);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  EXPECT_THAT(text, AllOf(Not(HasSubstr(kSecret)), Not(HasSubstr("miss"))));
}

TEST_F(ModelsTest, WithoutALedgerNothingLeaves) {
  auto full = Ledger::open("/dev/full", clock_);
  ASSERT_TRUE(full);
  auto models = Models::open({endpoint_}, **full, {});
  ASSERT_TRUE(models);
  server_.plan({say({"ok"})});
  expect_notice(Pending(*(*models)->find("default"), prompt()).end(), Code::internal, "ledger");
  EXPECT_EQ(server_.connections(), 0);
}

TEST_F(ModelsTest, ASchemaGoesIntoTheRequest) {
  server_.plan({say({R"({\"mood\":)", R"( \"low\"})"})});
  const Heard heard = ask(prompt_for_json());
  ASSERT_TRUE(heard.answer) << heard.error.message;
  EXPECT_EQ(heard.answer->text, R"({"mood":"low"})");
  EXPECT_THAT(server_.seen()[0].body,
              HasSubstr(R"("response_format":{"type":"json_schema","json_schema":{"name":"answer",)"
                        R"("strict":true,"schema":{"type":"object")"));
}

TEST_F(ModelsTest, AServerWithoutSchemasIsAskedInWordsFromThenOn) {
  server_.plan({http(400, quoting_error()), say({R"(Sure: ```{\"mood\":\"low\"}```)"})});
  const Heard heard = ask(prompt_for_json());
  ASSERT_TRUE(heard.answer) << heard.error.message;
  EXPECT_EQ(heard.answer->text, R"({"mood":"low"})");
  EXPECT_TRUE(ask(prompt_for_json()).answer);
  const auto seen = server_.seen();
  ASSERT_EQ(seen.size(), 3U);
  for (const std::size_t i : {1, 2}) {
    EXPECT_THAT(seen[i].body, Not(HasSubstr("response_format")));
    EXPECT_THAT(seen[i].body, HasSubstr("Be Ross.\\n\\nAnswer with one JSON object"));
  }
}

TEST_F(ModelsTest, AnotherRefusalIsNotTakenForTheSchema) {
  server_.plan({http(400, quoting_error())});
  expect_notice(ask(prompt_for_json()), Code::invalid, "rejected the request");
  EXPECT_FALSE(ask(prompt_for_json()).answer);
  EXPECT_THAT(server_.seen()[2].body, HasSubstr("response_format"));
}

TEST_F(ModelsTest, AnAnswerThatDoesNotFitIsAskedForOnceMore) {
  server_.plan({say({"I feel low."}), say({R"({\"mood\":\"low\"})"})});
  const Heard heard = ask(prompt_for_json());
  ASSERT_TRUE(heard.answer) << heard.error.message;
  EXPECT_EQ(heard.answer->text, R"({"mood":"low"})");
  EXPECT_EQ(heard.answer->requests, 2);
  EXPECT_EQ(heard.answer->prompt_tokens, 200);
  EXPECT_EQ(heard.firsts, 1);
  EXPECT_THAT(server_.seen()[1].body,
              AllOf(HasSubstr(R"({"role":"assistant","content":"I feel low."})"),
                    HasSubstr("it holds no whole JSON object")));
}

TEST_F(ModelsTest, AnAnswerThatNeverFitsIsToldAsSuch) {
  server_.plan({say({R"({\"mood\":7})"})});
  expect_notice(ask(prompt_for_json()), Code::unavailable, "in the form asked for");
  EXPECT_EQ(requests(), 2U);
  EXPECT_EQ(standing().totals.prompt_tokens, 200U);
}

TEST_F(ModelsTest, ManyAreAskedAtOnce) {
  server_.plan({say({"o", "k"})});
  std::deque<Pending> all;
  for (int i = 0; i < 100; ++i) all.emplace_back(model(), prompt());
  for (Pending& each : all) EXPECT_TRUE(each.end().answer);
  EXPECT_EQ(standing().totals.answers, 100U);
}

}  // namespace
}  // namespace attune::llm
