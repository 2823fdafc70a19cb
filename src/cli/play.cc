#include <iostream>
#include <string>

#include "base/clock.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/graph.h"
#include "conversation/event_json.h"
#include "session/session.h"

namespace attune::cli {
namespace {

using namespace conversation;

/// Plays one session on standard input and output: the drivers' simplest.
class Play {
 public:
  Play(session::Desk& desk, std::uint64_t seed)
      : desk_(desk), progress_(session::begin(desk.person)) {
    emit({session::open(desk, seed, clock_.now())});
  }

  base::Result<void> settle() {
    auto events = session::settle(desk_, progress_, clock_.now());
    if (!events) return tl::unexpected(events.error());
    emit(*events);
    return {};
  }

  base::Result<void> say(std::string text) {
    clock_.pass(std::chrono::seconds(20));
    if (progress_.closed) {
      emit({{progress_.last + 1, clock_.now(), Unheard{progress_.turn + 1}}});
      return {};
    }
    const session::Hear hear{std::move(text), "turn-" + std::to_string(1000 + progress_.turn + 1),
                             progress_.last, "", false};
    auto events = session::advance(desk_, progress_, hear, clock_.now());
    if (!events) return tl::unexpected(events.error());
    emit(*events);
    clock_.pass(std::chrono::seconds(5));
    return settle();
  }

 private:
  void emit(const std::vector<Event>& events) {
    for (const Event& event : events) {
      session::fold(progress_, event);
      std::cout << to_json(event) << '\n';
    }
  }

  session::Desk& desk_;
  base::SimulatedClock clock_;
  session::Progress progress_;
};

/// A line as a message that the session takes: repaired, cut to its longest, never empty.
std::string as_message(const std::string& line) {
  std::string text;
  const std::string repaired = base::to_utf8(line);
  std::size_t count = 0;
  for (std::size_t at = 0; at < repaired.size() && count < session::kLongestMessage; ++count) {
    const char32_t c = base::next(repaired, at);
    if (c != 0) base::append(text, c);
  }
  return text.find_first_not_of(" \t\r\v\f") == std::string::npos ? "..." : text;
}

}  // namespace

base::Result<void> run_play(const TalkOptions& options) {
  auto graph = build_graph();
  if (!graph) return tl::unexpected(graph.error());
  auto desk = graph->desk(options.case_id);
  if (!desk) return tl::unexpected(desk.error());
  Play play(**desk, options.seed);
  if (auto opened = play.settle(); !opened) return opened;
  for (std::string line; std::getline(std::cin, line);) {
    if (auto said = play.say(as_message(line)); !said) return said;
  }
  std::cout.flush();
  return {};
}

}  // namespace attune::cli
