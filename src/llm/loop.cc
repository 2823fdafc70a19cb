#include "llm/loop.h"

#include <algorithm>
#include <cmath>

#include "base/draw.h"
#include "llm/schema.h"

namespace attune::llm {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

// How long a connection may take to end in peace after the last word, so that it can be kept.
constexpr milliseconds kGrace{250};
constexpr milliseconds kLongestIdle{60'000};
// A server's mistake must not silence it for days.
constexpr std::chrono::hours kLongestPause{1};
constexpr std::size_t kLongestRefusal = 64 * 1024;

Time now() {
  return std::chrono::steady_clock::now();
}

microseconds between(Time from, Time to) {
  return std::chrono::duration_cast<microseconds>(to - from);
}

}  // namespace

Loop::Loop(std::vector<Endpoint> endpoints, Ledger& ledger, Models::Options options)
    : ledger_(ledger),
      options_(options),
      inbox_(std::make_shared<Inbox>([this] { transfers_.wake(); })) {
  for (Endpoint& endpoint : endpoints) {
    lanes_.push_back(std::make_unique<Lane>(std::move(endpoint)));
    const Lane& lane = *lanes_.back();
    standings_.push_back({.name = lane.endpoint.name,
                          .host = lane.host,
                          .model = lane.endpoint.model,
                          .here = lane.direct});
  }
  thread_ = std::thread([this] { run(); });
}

Loop::~Loop() {
  inbox_->post([this] { ending_ = true; });
  thread_.join();
}

Ticket Loop::ask(std::size_t lane, Prompt prompt, Listener listener) {
  base::expects(!prompt.messages.empty() && prompt.max_tokens > 0);
  base::expects(!prompt.json_schema || is_schema(*prompt.json_schema));
  Asking asking;
  asking.id = ++last_id_;
  asking.lane = lanes_[lane].get();
  asking.line = std::make_shared<Line>(std::move(listener));
  asking.asked = now();
  asking.deadline = asking.asked + asking.lane->endpoint.limits.total;
  if (prompt.json_schema)
    asking.schema = asking.lane->takes_schema ? SchemaBy::response_format : SchemaBy::prompt;
  // Here, not on the loop, where others would wait for it.
  if (options_.outbound == Outbound::allowed)
    asking.body = make_body(asking.lane->endpoint, prompt, asking.schema);
  asking.prompt = std::move(prompt);
  Ticket ticket([this, inbox = inbox_, line = asking.line, id = asking.id] {
    line->hang_up();
    inbox->post([this, id] { cancel(id); });
  });
  inbox_->post([this, asking = std::move(asking)]() mutable { admit(std::move(asking)); });
  return ticket;
}

std::vector<Standing> Loop::standings() const {
  const std::lock_guard lock(mutex_);
  return standings_;
}

void Loop::run() {
  while (!ending_) {
    transfers_.wait(idle_time());
    for (const Inbox::Work& work : inbox_->take()) work();
    transfers_.perform();
    look_after_due();
    for (const auto& lane : lanes_) pump(*lane);
    publish();
  }
  inbox_->close();
  for (const Inbox::Work& work : inbox_->take()) work();
  while (!askings_.empty()) {
    Asking& asking = askings_.begin()->second;
    if (asking.state == Asking::State::under_way)
      leave(asking, transfers_.stop(asking.transfer), "cancelled");
    give_up(asking, Trouble::closing);
  }
}

milliseconds Loop::idle_time() const {
  Time next = now() + kLongestIdle;
  if (!timers_.empty()) next = std::min(next, timers_.top().first);
  for (const auto& lane : lanes_)
    if (!lane->queue.empty() && lane->paused_until > now())
      next = std::min(next, lane->paused_until);
  return std::max(std::chrono::ceil<milliseconds>(next - now()), milliseconds(0));
}

void Loop::ring_at(Time time, const Asking& asking) {
  timers_.emplace(time, asking.id);
}

void Loop::look_after_due() {
  while (!timers_.empty() && timers_.top().first <= now()) {
    const auto found = askings_.find(timers_.top().second);
    timers_.pop();
    if (found != askings_.end()) look_after(found->second);
  }
}

void Loop::look_after(Asking& asking) {
  const bool under_way = asking.state == Asking::State::under_way;
  if (under_way && asking.reply.complete()) {
    conclude(asking, transfers_.stop(asking.transfer), std::nullopt);
  } else if (now() >= asking.deadline) {
    if (!under_way) return give_up(asking, asking.last_trouble.value_or(Trouble::slow_total));
    conclude(asking, transfers_.stop(asking.transfer), Trouble::slow_total);
  } else if (under_way && !asking.reply.begun() && now() >= asking.first_by) {
    conclude(asking, transfers_.stop(asking.transfer), Trouble::slow_first);
  } else if (asking.state == Asking::State::waiting && now() >= asking.retry_at) {
    again(asking);
  }
}

void Loop::publish() {
  const std::lock_guard lock(mutex_);
  for (std::size_t i = 0; i < lanes_.size(); ++i) {
    const Lane& lane = *lanes_[i];
    standings_[i].state = lane.breaker.state();
    standings_[i].paused = lane.paused_until > now();
    standings_[i].waiting = lane.queue.size();
    standings_[i].under_way = lane.under_way;
    standings_[i].totals = lane.totals;
  }
}

void Loop::admit(Asking incoming) {
  const auto place = askings_.emplace(incoming.id, std::move(incoming)).first;
  Asking& asking = place->second;
  Lane& lane = *asking.lane;
  const Limits& limits = lane.endpoint.limits;
  if (options_.outbound == Outbound::forbidden) return give_up(asking, Trouble::offline);
  if (ending_) return give_up(asking, Trouble::closing);
  if (lane.under_way + lane.queue.size() >= limits.concurrent + limits.queue)
    return give_up(asking, Trouble::queue_full);
  lane.queue.push_back(asking.id);
  ring_at(asking.deadline, asking);
  pump(lane);
}

void Loop::pump(Lane& lane) {
  if (lane.queue.empty()) return;
  if (lane.paused_until > now()) {
    // Who cannot outwait the pause learns it now.
    for (const std::uint64_t id : std::deque(lane.queue))
      if (Asking& asking = askings_.at(id); asking.deadline < lane.paused_until)
        give_up(asking, Trouble::rate);
    return;
  }
  while (!lane.queue.empty() && lane.under_way < lane.endpoint.limits.concurrent) {
    Asking& asking = askings_.at(lane.queue.front());
    if (lane.breaker.admits(now()))
      send(asking);
    else
      give_up(asking, asking.last_trouble.value_or(Trouble::resting));
  }
}

void Loop::send(Asking& asking) {
  base::expects(options_.outbound == Outbound::allowed);
  Lane& lane = *asking.lane;
  auto listed = ledger_.depart({.endpoint = lane.endpoint.name,
                                .host = lane.host,
                                .purpose = asking.prompt.purpose,
                                .bytes = asking.body.text.size(),
                                .sha256 = asking.body.sha256});
  if (!listed) {
    lane.breaker.abandoned();
    return give_up(asking, Trouble::ledger);
  }
  std::erase(lane.queue, asking.id);
  asking.ledger_id = *listed;
  asking.state = Asking::State::under_way;
  asking.reply = Reply(lane.endpoint.limits.answer);
  asking.refusal.clear();
  asking.first_by = now() + lane.endpoint.limits.first_token;
  if (!asking.sent) asking.sent = now();
  ring_at(asking.first_by, asking);
  ++asking.requests;
  ++lane.under_way;
  ++lane.totals.requests;
  asking.transfer = transfers_.start(
      {.url = lane.address,
       .headers = lane.headers,
       .body = asking.body.text,
       .connect = lane.endpoint.limits.connect,
       .direct = lane.direct},
      {.received = [this, &asking](
                       long status,
                       std::string_view bytes) { return receive(asking, status, bytes); },
       .ended = [this,
                 &asking](const Transfers::End& end) { conclude(asking, end, std::nullopt); }});
}

bool Loop::receive(Asking& asking, long status, std::string_view bytes) {
  if (status >= 300) {
    asking.refusal += bytes;
    return asking.refusal.size() <= kLongestRefusal;
  }
  asking.reply.take(bytes);
  if (asking.reply.begun() && !asking.first) {
    asking.first = now();
    asking.line->first_token();
  }
  if (asking.reply.complete()) ring_at(now() + kGrace, asking);
  return !asking.reply.trouble();
}

void Loop::leave(Asking& asking, const Transfers::End& end, std::string_view ending) {
  --asking.lane->under_way;
  ledger_.arrive(asking.ledger_id, {.status = static_cast<int>(end.status),
                                    .ending = ending,
                                    .sent = end.sent,
                                    .prompt_tokens = asking.reply.prompt_tokens(),
                                    .completion_tokens = asking.reply.completion_tokens(),
                                    .cost = cost_of(asking.lane->endpoint, asking.reply)});
}

void Loop::conclude(Asking& asking, const Transfers::End& end, std::optional<Trouble> trouble) {
  Lane& lane = *asking.lane;
  if (!trouble) trouble = judge(asking, end);
  leave(asking, end, trouble ? "failed" : "answered");
  if (trouble && is_fault(*trouble))
    lane.breaker.failed(now());
  else
    lane.breaker.succeeded();
  if (!trouble) return answered(asking);
  if (fall_back(asking, end.status)) return;
  troubled(asking, *trouble, std::min<milliseconds>(end.retry_after, kLongestPause));
}

bool Loop::fall_back(Asking& asking, long status) {
  if (status != 400 || asking.schema != SchemaBy::response_format) return false;
  asking.schema = SchemaBy::prompt;
  asking.body = make_body(asking.lane->endpoint, asking.prompt, asking.schema);
  again(asking);
  return true;
}

void Loop::answered(Asking& asking) {
  Lane& lane = *asking.lane;
  // Only now is it certain that the schema was what it did not take.
  if (asking.schema == SchemaBy::prompt) lane.takes_schema = false;
  std::string why;
  if (!take_reply(asking, why)) {
    if (std::exchange(asking.asked_again, true)) return give_up(asking, Trouble::unfit);
    asking.prompt.messages.push_back({Role::assistant, asking.answer.text});
    asking.prompt.messages.push_back({Role::user, ask_again(why)});
    asking.body = make_body(lane.endpoint, asking.prompt, asking.schema);
    return again(asking);
  }
  const Time end = now();
  asking.answer.requests = asking.requests;
  asking.answer.latency = {.queued = between(asking.asked, *asking.sent),
                           .first_token = between(asking.asked, asking.first.value_or(end)),
                           .total = between(asking.asked, end)};
  ++lane.totals.answers;
  const auto line = asking.line;
  Answer answer = std::move(asking.answer);
  askings_.erase(asking.id);
  publish();
  line->done(std::move(answer));
}

void Loop::troubled(Asking& asking, Trouble trouble, milliseconds retry_after) {
  Lane& lane = *asking.lane;
  const Limits& limits = lane.endpoint.limits;
  // Full jitter: anything from 0 to the whole pause, so that those who failed together do not come
  // back together.
  const double chance =
      base::draw(options_.seed, asking.id, "retry " + std::to_string(asking.retries));
  const auto jitter = std::chrono::duration_cast<milliseconds>(
      chance * std::ldexp(1.0, asking.retries) * limits.backoff);
  const Time retry_at = now() + retry_after + jitter;
  // The others wait as long as the server asked, and need no chance of their own: they are sent
  // only as places get free.
  if (trouble == Trouble::rate || retry_after.count() > 0)
    lane.paused_until =
        std::max(lane.paused_until, retry_after.count() > 0 ? now() + retry_after : retry_at);
  const bool retry = may_retry(trouble) && !asking.reply.begun() &&
                     asking.retries < limits.retries && retry_at < asking.deadline;
  if (!retry) return give_up(asking, trouble);
  ++asking.retries;
  asking.last_trouble = trouble;
  asking.state = Asking::State::waiting;
  asking.retry_at = retry_at;
  ring_at(retry_at, asking);
}

void Loop::again(Asking& asking) {
  asking.state = Asking::State::queued;
  asking.lane->queue.push_front(asking.id);
}

void Loop::give_up(Asking& asking, Trouble trouble) {
  Lane& lane = *asking.lane;
  ++lane.totals.failures;
  std::erase(lane.queue, asking.id);
  const auto line = asking.line;
  askings_.erase(asking.id);
  publish();
  line->failed(describe(trouble, lane.endpoint));
}

void Loop::cancel(std::uint64_t id) {
  const auto found = askings_.find(id);
  if (found == askings_.end()) return;
  Asking& asking = found->second;
  Lane& lane = *asking.lane;
  if (asking.state == Asking::State::under_way) {
    leave(asking, transfers_.stop(asking.transfer), "cancelled");
    lane.breaker.abandoned();
  }
  ++lane.totals.cancelled;
  std::erase(lane.queue, id);
  askings_.erase(found);
}

}  // namespace attune::llm
