#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iterator>
#include <memory>
#include <thread>
#include <vector>

#include "cli/graph.h"
#include "study/talk.h"

/// Whole talks of 20 supporter turns in one process: hear, read, mind, voice, read, log.
/// Prints talks per second with one and with two threads.
namespace {

using namespace attune;

constexpr const char* kTurns[] = {
    "Hello, I'm glad you wrote. What made today the day?",
    "That sounds like a lot to carry by yourself.",
    "How long has it been like this?",
    "It sounds as if you're worn out, and nobody sees it.",
    "What does a normal day look like for you?",
    "Who knows about this?",
    "You've kept going in spite of it. How do you manage that?",
    "I want to come back to something you said before. What did you mean?",
    "Are you sleeping at all?",
    "So it isn't only the work, it's being alone with it.",
    "What's the hardest part of that?",
    "Are you having thoughts of suicide?",
    "Thank you for telling me straight.",
    "Who would you want to know about this, if anyone?",
    "Would it be all right if I shared an idea?",
    "What would a slightly better week look like?",
    "It matters to you to do right by them.",
    "What could be one small step tonight?",
    "I'm sorry, I jumped ahead there.",
    "How is it now, having said some of this?",
};

int talk(session::Desk& desk, std::uint64_t seed) {
  std::vector<conversation::Turn> turns;
  for (const char* text : kTurns) turns.push_back({conversation::Speaker::supporter, text});
  const auto log = study::hold_talk(desk, *study::replay(std::move(turns)),
                                    {seed, static_cast<int>(std::size(kTurns))});
  return static_cast<int>(std::ranges::count_if(log.value(), [](const auto& event) {
    const auto* said = std::get_if<conversation::Said>(&event.body);
    return said != nullptr && said->speaker == conversation::Speaker::supporter;
  }));
}

void measure(const cli::Graph& graph, unsigned threads) {
  constexpr int kTalks = 300;
  std::vector<int> turns(threads, 0);
  const auto start = std::chrono::steady_clock::now();
  {
    std::vector<std::jthread> workers;
    for (unsigned t = 0; t < threads; ++t) {
      workers.emplace_back([&graph, &turns, t, threads] {
        for (unsigned i = t; i < kTalks; i += threads) {
          const std::string& id = graph.order[i % graph.order.size()];
          turns[t] += talk(*graph.desks.at(id), i);
        }
      });
    }
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  int all = 0;
  for (const int count : turns) all += count;
  std::printf(
      "sessions: %u thread%s, %d talks, %.1f supporter turns each, %.1f talks/s, %.0f turns/s\n",
      threads, threads == 1 ? "" : "s", kTalks, static_cast<double>(all) / kTalks,
      kTalks / took.count(), all / took.count());
}

}  // namespace

int main() {
  auto graph = cli::build_graph();
  if (!graph) {
    std::fprintf(stderr, "sessions: %s\n", graph.error().message.c_str());
    return 1;
  }
  measure(*graph, 1);
  measure(*graph, 2);
  return 0;
}
