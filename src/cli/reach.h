#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "base/clock.h"
#include "llm/ledger.h"
#include "server/outside.h"

namespace attune::cli {

/// What a command may speak with outside this program.
struct ReachOptions {
  std::string model;     ///< the endpoint whose words clients use; empty: authored words alone
  bool offline = false;  ///< nothing may leave this machine
  /// Each prompt has at least so long, whatever the settings say.
  std::chrono::milliseconds patience{0};
};

/// All that a language model needs, or nothing at all. Members stand in the order in which they
/// depend on each other.
struct Reach {
  std::unique_ptr<llm::Ledger> ledger;
  std::unique_ptr<llm::Models> models;  ///< made only when a model was chosen
  server::Outside outside;
  std::string hint;  ///< a sentence for whoever starts the program, or ""
};

/// Reads the settings of docs/formats/llm.md from the environment, and opens the ledger in `data`
/// when a model is chosen. Offline, the settings are not even read. `clock` must outlive the
/// result. The error names the variable that is wrong, or the models that there are.
[[nodiscard]] base::Result<Reach> find_reach(const ReachOptions& options,
                                             const std::filesystem::path& data,
                                             const base::Clock& clock);

/// Where the ledger lies in the data folder.
[[nodiscard]] std::filesystem::path ledger_in(const std::filesystem::path& data);

}  // namespace attune::cli
