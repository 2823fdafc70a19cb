#pragma once

#include <functional>
#include <memory>
#include <mutex>

#include "trial/register.h"

namespace attune::trial {

/// The register, folded once from its journal and kept up to date. Waits for the disk. Thread-safe.
class Studies {
 public:
  /// `journal` must outlive it; nothing is read before it is asked for.
  explicit Studies(conversation::Journal& journal) : journal_(journal) {}

  /// As of now. Shared, so that whoever reads it keeps it while others write the next one.
  using Shared = std::shared_ptr<const Register>;
  [[nodiscard]] base::Result<Shared> look();

  /// What somebody does, decided on the newest register with nobody in between; durable when it
  /// returns. Gives the register after it.
  using Act = std::function<base::Result<Entries>(const Register&)>;
  [[nodiscard]] base::Result<Shared> act(base::Instant at, const Act& decide);

  /// Takes somebody out who withdraws: erases their answers from the journal, then says so.
  [[nodiscard]] base::Result<Shared> withdraw(base::Instant at, const std::string& trial,
                                              const std::string& account);

 private:
  [[nodiscard]] base::Result<Shared> caught_up();  ///< with the lock held
  [[nodiscard]] base::Result<Shared> decide(base::Instant at, const Act& act);  ///< likewise

  conversation::Journal& journal_;
  std::mutex mutex_;  ///< guards all below
  Shared register_ = std::make_shared<Register>();
};

}  // namespace attune::trial
