#include "llm/breaker.h"

namespace attune::llm {

bool Breaker::admits(Time now) {
  if (state_ == State::closed) return true;
  if (state_ == State::half_open || now < rests_until_) return false;
  state_ = State::half_open;
  return true;
}

void Breaker::succeeded() {
  state_ = State::closed;
  failures_ = 0;
}

void Breaker::failed(Time now) {
  ++failures_;
  if (state_ == State::closed && failures_ < limit_) return;
  // What was sent before it opened and fails after does not lengthen the rest.
  if (state_ == State::open) return;
  state_ = State::open;
  rests_until_ = now + rest_;
}

void Breaker::abandoned() {
  if (state_ == State::half_open) state_ = State::open;
}

std::string_view name(Breaker::State state) {
  switch (state) {
    case Breaker::State::closed:
      return "closed";
    case Breaker::State::open:
      return "open";
    case Breaker::State::half_open:
      return "half_open";
  }
  return "";
}

}  // namespace attune::llm
