#pragma once

#include <mutex>

#include "llm/chat_model.h"

namespace attune::llm {

/// A listener that can hang up. Thread-safe.
class Line {
 public:
  explicit Line(Listener listener) : listener_(std::move(listener)) {}

  void first_token();
  void done(Answer answer);
  void failed(Failure failure);

  /// Nothing is told after this returns.
  void hang_up();

 private:
  // Recursive: a listener may hang up while it is being called.
  std::recursive_mutex mutex_;  ///< guards all, and is held during each call
  Listener listener_;
  bool open_ = true, told_first_ = false;
};

}  // namespace attune::llm
