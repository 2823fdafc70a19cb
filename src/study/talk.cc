#include "study/talk.h"

#include <algorithm>
#include <chrono>
#include <iterator>

#include "base/clock.h"

namespace attune::study {
namespace {

using conversation::Event;

class Driver {
 public:
  Driver(session::Desk& desk, const Setting& setting)
      : desk_(desk), progress_(session::begin(desk.person)) {
    const bool coached = setting.ideas || setting.remarks;
    const auto help = coached ? conversation::Help::on_request : conversation::Help::off;
    take({session::open(desk, setting.seed, clock_.now(), {.help = help})});
  }

  [[nodiscard]] const session::Progress& progress() const { return progress_; }

  base::Result<void> settle() {
    clock_.pass(std::chrono::seconds(5));
    auto events = session::settle_and_fold(desk_, progress_, clock_.now());
    if (!events) return tl::unexpected(events.error());
    std::ranges::move(*events, std::back_inserter(log_));
    return {};
  }

  base::Result<void> say(std::string text) {
    clock_.pass(std::chrono::seconds(15));
    const session::Hear hear{std::move(text), "turn-" + std::to_string(1000 + progress_.turn + 1),
                             progress_.last, "", false};
    if (auto heard = advance(hear); !heard) return heard;
    return settle();
  }

  base::Result<void> advance(const session::Input& input) {
    auto events = session::advance(desk_, progress_, input, clock_.now());
    if (!events) return tl::unexpected(events.error());
    take(*std::move(events));
    return {};
  }

  std::vector<Event> log() && { return std::move(log_); }

 private:
  void take(std::vector<Event> events) {
    for (const Event& event : events) session::fold(progress_, event);
    std::ranges::move(events, std::back_inserter(log_));
  }

  session::Desk& desk_;
  base::SimulatedClock clock_;
  session::Progress progress_;
  std::vector<Event> log_;
};

}  // namespace

base::Result<std::vector<Event>> hold_talk(session::Desk& desk, Supporter& supporter,
                                           const Setting& setting) {
  Driver driver(desk, setting);
  if (auto opened = driver.settle(); !opened) return tl::unexpected(opened.error());
  for (int turn = 1; turn <= setting.turns && !driver.progress().closed; ++turn) {
    if (setting.ideas)
      if (auto asked = driver.advance(session::Suggest{}); !asked)
        return tl::unexpected(asked.error());
    auto said = driver.say(supporter.say(driver.progress().observed, turn));
    if (!said) return tl::unexpected(said.error());
  }
  if (setting.ends && !driver.progress().closed)
    if (auto ended = driver.advance(session::End{}); !ended) return tl::unexpected(ended.error());
  return std::move(driver).log();
}

}  // namespace attune::study
