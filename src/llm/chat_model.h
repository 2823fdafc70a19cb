#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

/// Language models behind a port, so that voice, coach and debrief never know where words come
/// from.
namespace attune::llm {

enum class Role { system, user, assistant };

struct Message {
  Role role = Role::user;
  std::string text;  ///< UTF-8
};

/// What a model is asked.
struct Prompt {
  std::vector<Message> messages;      ///< at least one
  int max_tokens = 300;               ///< of the answer; at least 1
  std::optional<double> temperature;  ///< in [0, 2]; without it the server's own
  std::optional<std::uint32_t> seed;  ///< servers obey it as far as they can
  /// JSON schema of the object that the answer must be (`is_schema` holds); without it any text
  /// will do. Checked are the keys that `fit_to_schema` knows.
  std::optional<std::string> json_schema;
  /// A word or two for the ledger: "voice", "check", "draft". Never words of a conversation.
  std::string purpose;
};

/// How long an answer took, from `ask` on.
struct Latency {
  std::chrono::microseconds queued{}, first_token{}, total{};
};

struct Answer {
  std::string text;       ///< UTF-8, not empty; with a schema one JSON object that fits it
  std::string model;      ///< as the server calls it
  int prompt_tokens = 0;  ///< of all requests that it took
  int completion_tokens = 0;
  bool counted = false;  ///< whether the server told the tokens; else they and the cost are 0
  double cost = 0;       ///< in the currency of the endpoint's prices
  bool cut = false;      ///< `max_tokens` ended it
  int requests = 1;      ///< sent for it, those that failed included
  Latency latency;
};

/// Why no answer came. The message is a sentence that a person can act on, without a key or words
/// of the conversation.
struct Failure : base::Error {
  std::string_view kind;  ///< in docs/formats/llm.md, e.g. "slow_first"
};

/// Who waits for an answer. Called on the model's thread, never inside `ask` but maybe before it
/// has returned the ticket, and must not wait.
struct Listener {
  std::function<void()> first_token;  ///< once at most; may be empty
  /// Exactly one of these two is called, once, unless the ticket is cancelled before.
  std::function<void(Answer)> done;
  std::function<void(Failure)> failed;
};

/// The right to an answer. Whoever lets it go does not want the answer any more, and the connection
/// is closed. May outlive the model.
class Ticket {
 public:
  Ticket() = default;
  explicit Ticket(std::function<void()> cancel) : cancel_(std::move(cancel)) {}
  Ticket(Ticket&& other) noexcept : cancel_(std::exchange(other.cancel_, nullptr)) {}
  Ticket& operator=(Ticket&& other) noexcept {
    cancel();
    cancel_ = std::exchange(other.cancel_, nullptr);
    return *this;
  }
  ~Ticket() { cancel(); }

  /// When this returns, the listener is not being called and will not be: it waits for a call that
  /// has begun, unless it is called from within that. So hold no lock that the listener takes.
  void cancel() {
    if (auto last = std::exchange(cancel_, nullptr)) last();
  }

 private:
  std::function<void()> cancel_;
};

/// Thread-safe.
class ChatModel {
 public:
  virtual ~ChatModel() = default;
  [[nodiscard]] virtual Ticket ask(Prompt prompt, Listener listener) = 0;
};

/// Asks, and waits for what comes.
[[nodiscard]] tl::expected<Answer, Failure> wait_for(ChatModel& model, Prompt prompt);

}  // namespace attune::llm
