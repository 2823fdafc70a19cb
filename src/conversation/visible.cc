#include "conversation/visible.h"

namespace attune::conversation {
namespace {

struct Redact {
  std::optional<Body> operator()(const Opened& opened) const {
    Opened shown;
    shown.case_id = opened.case_id;
    shown.help = opened.help;
    shown.fading = opened.fading;
    shown.announced = opened.announced;
    shown.days = opened.days;
    return shown;
  }
  std::optional<Body> operator()(Said said) const {
    said.lines.clear();
    said.exhausted = false;
    if (said.worded) said.worded->faults.clear();
    return said;
  }
  std::optional<Body> operator()(Read read) const {
    read.reading.risk.reset();
    read.reading.talk.reset();
    read.reading.empathy.reset();
    read.reading.concerns.reset();
    return read;
  }
  std::optional<Body> operator()(const Moved&) const { return std::nullopt; }
  std::optional<Body> operator()(const Intended&) const { return std::nullopt; }
  std::optional<Body> operator()(const CueMoved&) const { return std::nullopt; }
  std::optional<Body> operator()(const Disclosed&) const { return std::nullopt; }
  template <class Own>
  std::optional<Body> operator()(const Own& own) const {
    return own;
  }
};

}  // namespace

std::optional<Event> visible(const Event& event, Role role, bool closed) {
  static_cast<void>(role);  // the one role so far; an expert reads closed talks only
  if (closed) return event;
  std::optional<Body> body = std::visit(Redact{}, event.body);
  if (!body) return std::nullopt;
  return Event{event.seq, event.at, *std::move(body)};
}

}  // namespace attune::conversation
