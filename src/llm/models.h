#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "llm/breaker.h"
#include "llm/chat_model.h"
#include "llm/endpoint.h"

namespace attune::llm {

class Ledger;
class Loop;

/// What an endpoint has done since the start.
struct Totals {
  std::uint64_t requests = 0;   ///< sent, retries included
  std::uint64_t answers = 0;    ///< prompts answered
  std::uint64_t failures = 0;   ///< prompts that failed
  std::uint64_t cancelled = 0;  ///< prompts that nobody waited for any more
  std::uint64_t uncounted = 0;  ///< replies without a count of tokens: the rest is too small then
  std::uint64_t prompt_tokens = 0, completion_tokens = 0;
  double cost = 0;
};

/// How an endpoint stands at one moment.
struct Standing {
  std::string name, host, model;
  bool here = false;  ///< the host is this machine
  Breaker::State state = Breaker::State::closed;
  bool paused = false;  ///< the server has asked for a pause
  std::size_t waiting = 0, under_way = 0;
  Totals totals;
};

/// `forbidden` is `--offline`: prompts fail at once, and no socket is ever opened.
enum class Outbound { allowed, forbidden };

/// All language models that the settings name, on one thread. Thread-safe.
class Models {
 public:
  struct Options {
    Outbound outbound = Outbound::allowed;
    std::uint64_t seed = 1;  ///< of the chance in the pauses before retries
  };

  /// Fails on an endpoint that does not pass `check`, or a name that stands twice. `ledger` must
  /// outlive the models.
  [[nodiscard]] static base::Result<std::unique_ptr<Models>> open(std::vector<Endpoint> endpoints,
                                                                  Ledger& ledger, Options options);
  /// Tells everyone who still waits that the program is closing.
  ~Models();

  /// The model of that name, which lives as long as this, or null.
  [[nodiscard]] ChatModel* find(std::string_view name);

  /// In the order given to `open`.
  [[nodiscard]] std::vector<Standing> standings() const;
  [[nodiscard]] Outbound outbound() const { return outbound_; }

 private:
  class Model;

  Models(const std::vector<Endpoint>& endpoints, Ledger& ledger, Options options);

  const Outbound outbound_;
  std::unique_ptr<Loop> loop_;
  std::vector<std::unique_ptr<Model>> models_;
};

}  // namespace attune::llm
