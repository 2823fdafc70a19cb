#pragma once

#include <filesystem>
#include <string>

#include "llm/models.h"

namespace attune::server {

/// What of the world outside this program it may speak with.
struct Outside {
  llm::Models* models = nullptr;      ///< null: no language model is ever asked
  std::string endpoint = {};          ///< of the one that words clients' turns; "" none
  std::filesystem::path ledger = {};  ///< lists all that left; "" when nothing ever can
  bool offline = false;               ///< started so that nothing can leave

  /// The language model that words clients' turns, or null.
  [[nodiscard]] llm::ChatModel* model() const {
    return models == nullptr ? nullptr : models->find(endpoint);
  }
};

}  // namespace attune::server
