#include "protocol/follow.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/utf8.h"
#include "language/spelling.h"

namespace attune::protocol {
namespace {

using conversation::Observed;
using conversation::Reading;
using conversation::Span;
using conversation::Speaker;
using conversation::TurnNumber;

constexpr int kLastTurns = 3;  // our choice: where a talk's end begins, unless the step says it
constexpr std::array<std::string_view, 5> kStates = {"not_due", "due", "done", "late", "missed"};

struct Line {
  const Observed::Line* spoken = nullptr;
  language::Wording words;
};

Span all_of(const Line& line) {
  return {0, static_cast<int>(base::length(base::to_utf8(line.spoken->said.text)))};
}

/// What the reader says carried `head`, or the whole turn.
Span carried(const Line& line, const std::string& head) {
  const auto& why = line.spoken->reading->why;
  const auto found = std::ranges::find(why, head, &conversation::Evidence::head);
  return found == why.end() ? all_of(line) : Span{found->start, found->end};
}

bool abstains(const Reading& reading, std::string_view head) {
  return std::ranges::find(reading.abstains, head) != reading.abstains.end();
}

enum class Doubt { counts, excuses };  // a skill of which the reader is unsure

std::optional<Span> finds(const Deed& deed, const Line& line, Doubt doubt) {
  if (deed.says)
    if (const auto said = deed.says->first(line.words)) return said;
  const auto& reading = line.spoken->reading;
  if (!reading) return std::nullopt;
  for (const Deed::Ask& ask : deed.asks) {
    const bool asked = reading->asks && (*reading->asks).*ask.flag;
    const bool led = reading->asks && reading->asks->leading && ask.name != "leading";
    if (asked && !led) return carried(line, "asks:" + std::string(ask.name));
  }
  const bool unsure = doubt == Doubt::excuses && abstains(*reading, "skills");
  for (const conversation::Skill skill : deed.skills)
    if (reading->skills && !unsure && reading->skills->has(skill)) return all_of(line);
  for (std::size_t m = 0; m < deed.empathy.size(); ++m)
    if (deed.empathy[m] > 0 && reading->empathy && reading->empathy->levels[m] >= deed.empathy[m])
      return all_of(line);
  return std::nullopt;
}

/// The words of a client's turn that show it.
std::optional<Span> finds(const Sign& sign, const Line& line) {
  Span span = all_of(line);
  if (sign.risk != conversation::RiskLevel::none || !sign.kinds.empty() || sign.score > 0) {
    if (!line.spoken->reading || !line.spoken->reading->risk) return std::nullopt;
    const auto& risk = *line.spoken->reading->risk;
    const auto is_kind = [&](conversation::RiskKind kind) {
      return std::ranges::find(risk.kinds, kind) != risk.kinds.end();
    };
    if (risk.level == conversation::RiskLevel::none || risk.level < sign.risk) return std::nullopt;
    if (risk.score < sign.score) return std::nullopt;
    if (!sign.kinds.empty() && !std::ranges::any_of(sign.kinds, is_kind)) return std::nullopt;
    if (!risk.spans.empty()) span = {risk.spans.front().start, risk.spans.back().end};
  }
  if (!sign.says) return span;
  return sign.says->first(line.words);
}

class Follower {
 public:
  Follower(const Protocol& protocol, const Observed& observed, bool closed)
      : protocol_(protocol), observed_(observed), closed_(closed) {
    for (const Observed::Line& line : observed.lines) {
      auto& lines = line.said.speaker == Speaker::client ? client_ : supporter_;
      lines.push_back({&line, language::wording(line.said.text, language::Spelling())});
    }
    if (!supporter_.empty()) last_ = supporter_.back().spoken->turn;
    begin_.turn = 1;
    if (protocol.is_for_risk()) begin_ = after_one(protocol.when, 0);
  }

  std::vector<StepState> run() {
    for (const Step& step : protocol_.steps)
      if (protocol_.asks_for(step)) states_.push_back(look(step));
    return std::move(states_);
  }

 private:
  /// The first turn that can meet a step, and the client's words that call for it; turn 0: none.
  struct Call {
    TurnNumber turn = 0;
    std::optional<Quote> words;
  };

  [[nodiscard]] Call after_one(const std::vector<Sign>& signs, TurnNumber from) const {
    for (const Line& line : client_) {
      const TurnNumber turn = line.spoken->turn;
      if (turn < from) continue;
      for (const Sign& sign : signs)
        if (const auto span = finds(sign, line))
          return {turn + 1, Quote{turn, Speaker::client, *span}};
    }
    return {};
  }

  [[nodiscard]] Call call(const Step& step) const {
    if (begin_.turn == 0) return {};
    if (step.due.from == Due::From::opening) return begin_;
    if (step.due.from == Due::From::ending) {
      const int turns = step.within > 0 ? step.within : kLastTurns;
      return {std::max(begin_.turn, last_ - turns + 1), std::nullopt};
    }
    TurnNumber from = begin_.turn - 1;
    if (!step.due.step.empty()) {
      const auto before = std::ranges::find(states_, step.due.step, &StepState::step);
      if (before == states_.end() || before->done_turn == 0) return {};
      from = before->done_turn;
    }
    return step.due.signs.empty() ? Call{from + 1, std::nullopt} : after_one(step.due.signs, from);
  }

  /// Notes the turn that met the step, and one that broke it before.
  void note(const Step& step, StepState& state) const {
    if (step.met_by && step.met_by->consult) {
      for (const TurnNumber turn : observed_.consulted)
        if (state.done_turn == 0 && turn >= state.turn - 1) state.done_turn = turn;
    }
    std::optional<Quote> met, broken;
    for (const Line& line : supporter_) {
      const TurnNumber turn = line.spoken->turn;
      if (turn < state.turn) continue;
      if (state.done_turn != 0 && turn > state.done_turn) break;
      if (step.met_by) {
        if (const auto span = finds(*step.met_by, line, Doubt::counts)) {
          met = Quote{turn, Speaker::supporter, *span};
          state.done_turn = turn;
          break;
        }
      }
      if (!step.must_not || state.broken_turn != 0) continue;
      if (const auto span = finds(*step.must_not, line, Doubt::excuses)) {
        broken = Quote{turn, Speaker::supporter, *span};
        state.broken_turn = turn;
      }
    }
    if (met)
      state.words = met;
    else if (broken)
      state.words = broken;
    else if (state.done_turn != 0)
      state.words = std::nullopt;
  }

  [[nodiscard]] State judge(const Step& step, const StepState& state) const {
    const bool at_end = step.due.from == Due::From::ending;
    const int limit = step.within > 0 && !at_end && !step.optional
                          ? state.turn + step.within - 1
                          : std::numeric_limits<int>::max();
    if (state.done_turn != 0)
      return state.broken_turn != 0 || state.done_turn > limit ? State::late : State::done;
    if (state.broken_turn != 0) return State::missed;
    if (step.must_not && (step.optional || !step.met_by)) return closed_ ? State::done : State::due;
    if (closed_) return step.optional ? State::due : State::missed;
    if (at_end && !is_closing()) return State::not_due;
    return last_ >= limit ? State::late : State::due;
  }

  /// Whether an early turn met the step; then that is how it stands.
  [[nodiscard]] bool meets_before(const Step& step, StepState& state) const {
    state.turn = 1;
    note(step, state);
    const Call called = call(step);
    if (state.done_turn != 0 && (called.turn == 0 || state.done_turn < called.turn)) {
      state.turn = state.done_turn;
      state.state = State::done;
      return true;
    }
    state = StepState{step.id};
    return false;
  }

  [[nodiscard]] bool is_closing() const {
    const auto& reading = supporter_.back().spoken->reading;
    return reading && reading->skills && reading->skills->has(conversation::Skill::closing);
  }

  [[nodiscard]] StepState look(const Step& step) const {
    const StepState bare{step.id};
    if (last_ == 0) return bare;
    StepState state = bare;
    if (step.early && meets_before(step, state)) return state;
    const Call called = call(step);
    if (called.turn == 0) return bare;
    state.turn = called.turn;
    state.words = called.words;
    note(step, state);
    const bool unanswered = state.turn > last_ && state.done_turn == 0;
    if (unanswered && closed_) return bare;
    state.state = judge(step, state);
    if (state.state == State::not_due) return bare;
    return state;
  }

  const Protocol& protocol_;
  const Observed& observed_;
  bool closed_;
  std::vector<Line> client_, supporter_;
  TurnNumber last_ = 0;  // of the supporter
  Call begin_;
  std::vector<StepState> states_;
};

}  // namespace

std::string_view name(State state) {
  return kStates[static_cast<std::size_t>(state)];
}

std::vector<StepState> follow(const Protocol& protocol, const Observed& observed, bool closed) {
  return Follower(protocol, observed, closed).run();
}

std::string text_of(const Quote& quote, const Observed& observed) {
  for (const Observed::Line& line : observed.lines) {
    if (line.turn != quote.turn || line.said.speaker != quote.speaker) continue;
    std::string words;
    int point = 0;
    for (std::size_t at = 0; at < line.said.text.size(); ++point) {
      const char32_t c = base::next(line.said.text, at);
      if (point >= quote.span.start && point < quote.span.end) base::append(words, c);
    }
    return words;
  }
  return "";
}

}  // namespace attune::protocol
