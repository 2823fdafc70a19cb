#include "llm/line.h"

#include <exception>

#include "base/log.h"

namespace attune::llm {
namespace {

/// An exception must not pass through curl, which is C.
template <class Call>
void guarded(Call call) {
  try {
    call();
  } catch (const std::exception&) {
    // Nothing of the message: it may quote a conversation.
    base::log_error("what waited for a language model ended with an exception");
  }
}

}  // namespace

void Line::first_token() {
  const std::lock_guard lock(mutex_);
  if (!open_ || std::exchange(told_first_, true) || !listener_.first_token) return;
  guarded([this] { listener_.first_token(); });
}

void Line::done(Answer answer) {
  const std::lock_guard lock(mutex_);
  if (!std::exchange(open_, false)) return;
  guarded([&] { listener_.done(std::move(answer)); });
}

void Line::failed(Failure failure) {
  const std::lock_guard lock(mutex_);
  if (!std::exchange(open_, false)) return;
  guarded([&] { listener_.failed(std::move(failure)); });
}

void Line::hang_up() {
  const std::lock_guard lock(mutex_);
  open_ = false;
}

}  // namespace attune::llm
