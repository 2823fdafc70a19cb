#pragma once

#include "people/accounts.h"
#include "store/readers.h"
#include "store/writer.h"

namespace attune::store {

/// Accounts, who is signed in where, and invitations. Both arguments must outlive it.
class SqliteAccounts : public people::AccountStore {
 public:
  /// Browsers in which one account is signed in at most; the one that would lapse first goes. Our
  /// choice, so that forgotten ones do not pile up.
  static constexpr int kSignIns = 20;

  SqliteAccounts(Readers& readers, Writer& writer) : readers_(readers), writer_(writer) {}

  [[nodiscard]] base::Result<std::vector<people::Account>> accounts() override;
  [[nodiscard]] base::Result<std::optional<Known>> find(std::string_view name) override;
  [[nodiscard]] base::Result<void> add(const people::Account& account,
                                       const std::string& password_hash) override;
  [[nodiscard]] base::Result<void> change(const people::Account& account) override;
  [[nodiscard]] base::Result<void> set_password(const std::string& id,
                                                const std::string& password_hash) override;

  [[nodiscard]] base::Result<void> sign_in(const std::string& digest, const std::string& id,
                                           base::Instant expires) override;
  [[nodiscard]] base::Result<std::optional<people::Account>> signed_in(const std::string& digest,
                                                                       base::Instant now) override;
  [[nodiscard]] base::Result<void> sign_out(const std::string& digest) override;

  [[nodiscard]] base::Result<void> add_invite(const people::Invite& invite) override;
  [[nodiscard]] base::Result<std::vector<people::Invite>> invites(base::Instant now) override;
  [[nodiscard]] base::Result<std::optional<people::Invite>> invite(const std::string& digest,
                                                                   base::Instant now) override;
  [[nodiscard]] base::Result<void> withdraw_invite(const std::string& digest) override;
  [[nodiscard]] base::Result<void> accept(const std::string& digest, const people::Account& account,
                                          const std::string& password_hash) override;

 private:
  Readers& readers_;
  Writer& writer_;
};

}  // namespace attune::store
