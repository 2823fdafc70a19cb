#include <algorithm>
#include <chrono>
#include <cstdio>
#include <deque>
#include <latch>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "e2e/server_program.h"
#include "e2e/server_talk.h"
#include "fakes/scripted_endpoint.h"

/// What a whole session adds to a language model's first token: 100 talks in the real program over
/// WebSockets, and the same request bodies straight to the same endpoint, in turns. In each round
/// all 100 speak within a second and wait side by side; measured is from the supporter's message to
/// the `typing` frame (reading, mind, two appends to disk and the request included), and from the
/// bare request to its first bytes of an answer.
namespace {

using namespace attune;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr int kSessions = 100;
constexpr int kRounds = 8;
constexpr milliseconds kApart{10};  // between one session's message and the next one's

constexpr const char* kTurns[] = {"That sounds heavy. What is the hardest part of it?",
                                  "You keep going, and nobody asks you how.",
                                  "Who is there with you in this?",
                                  "It makes sense that you are tired.",
                                  "What would help a little this evening?",
                                  "How long has it been like this?",
                                  "You have carried this a long time.",
                                  "What do you miss most?"};

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Runs `act` for each of 100, one after another in time, and gathers what each measured.
template <class Act>
std::vector<double> side_by_side(Act act) {
  std::mutex mutex;
  std::vector<double> all;
  const auto start = Clock::now() + milliseconds(100);
  std::vector<std::thread> threads;
  for (int i = 0; i < kSessions; ++i) {
    threads.emplace_back([&, i] {
      std::this_thread::sleep_until(start + i * kApart);
      const double measured = act(i);
      const std::lock_guard lock(mutex);
      all.push_back(measured);
    });
  }
  for (std::thread& thread : threads) thread.join();
  return all;
}

double say(e2e::Talk& talk, int turn) {
  const auto start = Clock::now();
  talk.say("message-" + std::to_string(turn), kTurns[(turn - 1) % std::size(kTurns)]);
  if (!talk.wait_for("typing")) return -1;
  const double first = milliseconds_since(start);
  return talk.wait_for_reply(turn) ? first : -1;
}

/// Over a connection that is kept, as the program keeps its own.
double ask_bare(e2e::Wire& wire, const std::string& body) {
  const auto start = Clock::now();
  wire.write(
      "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
      "Content-Length: " +
      std::to_string(body.size()) + "\r\n\r\n" + body);
  if (!wire.read_until("\"content\":\"")) return -1;
  const double first = milliseconds_since(start);
  return wire.read_until("0\r\n\r\n") ? first : -1;
}

double quantile(std::vector<double> values, double share) {
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

void append(std::vector<double>& all, const std::vector<double>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

int port_of(const std::string& url) {
  return std::stoi(url.substr(url.rfind(':') + 1));
}

}  // namespace

int main() {
  fakes::ScriptedEndpoint endpoint;
  fakes::Script script = fakes::say(std::vector<std::string>(20, "word "));
  script.before = milliseconds(60);
  endpoint.plan({script});
  const e2e::TempDir dir;
  e2e::Program program(dir.path() / "data", {"--model", "default"},
                       {"ATTUNE_LLM_URL=" + endpoint.url()});
  std::deque<e2e::Talk> talks;
  std::deque<e2e::Wire> wires;
  for (int i = 0; i < kSessions; ++i) {
    talks.emplace_back(program.port(), e2e::begin_session(program.port()));
    wires.emplace_back(port_of(endpoint.url()));
  }
  (void)side_by_side(
      [&](int i) { return talks[static_cast<std::size_t>(i)].wait_for_reply(0) ? 0.0 : -1.0; });
  std::vector<double> ours, bare;
  for (int turn = 1; turn <= kRounds; ++turn) {
    append(ours,
           side_by_side([&](int i) { return say(talks[static_cast<std::size_t>(i)], turn); }));
    const std::string body = endpoint.seen().back().body;
    append(bare,
           side_by_side([&](int i) { return ask_bare(wires[static_cast<std::size_t>(i)], body); }));
  }
  const auto failed = std::ranges::count_if(ours, [](double each) { return each < 0; });
  std::printf("first token, %d sessions side by side, %d rounds, %td of %zu without one\n",
              kSessions, kRounds, failed, ours.size());
  for (const double share : {0.5, 0.95}) {
    const double mine = quantile(ours, share), theirs = quantile(bare, share);
    std::printf("%2.0f %%: through the program %.2f ms, endpoint alone %.2f ms, added %.2f ms\n",
                100 * share, mine, theirs, mine - theirs);
  }
  return failed == 0 ? 0 : 1;
}
