#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "people/roles.h"

namespace attune::people {

/// As whom somebody rates. People with lived experience are a group of their own, beside experts.
enum class Group : std::uint8_t { peer, lived_experience, expert };
[[nodiscard]] std::string_view name(Group group);
[[nodiscard]] std::optional<Group> group(std::string_view name);

struct Account {
  std::string id;    ///< made by us; stands in logs in place of the name
  std::string name;  ///< to sign in with; unique without regard to ASCII case; 2 to 64 characters
  Role role = Role::trainee;
  Group group = Group::peer;
  bool active = true;  ///< an inactive one cannot sign in; its talks and ratings stay
  base::Instant made{};
};

/// A link that lets one person make an account. Its token is kept as `token_digest` only.
struct Invite {
  std::string digest;  ///< names it; nobody can come in by it
  Role role = Role::trainee;
  Group group = Group::peer;
  std::string by;  ///< id of the account that made it; "" from the command line
  base::Instant expires{};
};

/// Where accounts are kept. A store fulfils it; every implementation is thread-safe. What writes is
/// durable when it returns; `busy` and `unavailable` as for `conversation::PreferenceStore`.
class AccountStore {
 public:
  virtual ~AccountStore() = default;

  /// By name.
  [[nodiscard]] virtual base::Result<std::vector<Account>> accounts() = 0;

  struct Known {
    Account account;
    std::string password_hash;
  };
  /// Nothing when there is none of that name.
  [[nodiscard]] virtual base::Result<std::optional<Known>> find(std::string_view name) = 0;

  /// `conflict` when the name is taken.
  [[nodiscard]] virtual base::Result<void> add(const Account& account,
                                               const std::string& password_hash) = 0;
  /// Role, group and active by id; `not_found`. Who becomes inactive, or gets another role, is
  /// signed out everywhere. `conflict` if no active admin were left.
  [[nodiscard]] virtual base::Result<void> change(const Account& account) = 0;
  /// And signs the account out everywhere.
  [[nodiscard]] virtual base::Result<void> set_password(const std::string& id,
                                                        const std::string& password_hash) = 0;

  /// Remembers a browser, by its token's digest.
  [[nodiscard]] virtual base::Result<void> sign_in(const std::string& digest, const std::string& id,
                                                   base::Instant expires) = 0;
  /// Whose browser it is; nothing when the sign-in is unknown or past, or the account inactive.
  [[nodiscard]] virtual base::Result<std::optional<Account>> signed_in(const std::string& digest,
                                                                       base::Instant now) = 0;
  [[nodiscard]] virtual base::Result<void> sign_out(const std::string& digest) = 0;

  [[nodiscard]] virtual base::Result<void> add_invite(const Invite& invite) = 0;
  /// Those not used and not past, the first to lapse first.
  [[nodiscard]] virtual base::Result<std::vector<Invite>> invites(base::Instant now) = 0;
  /// Nothing when it is unknown, used or past.
  [[nodiscard]] virtual base::Result<std::optional<Invite>> invite(const std::string& digest,
                                                                   base::Instant now) = 0;
  /// Nobody can use it any more; `not_found` when it is used, withdrawn or unknown.
  [[nodiscard]] virtual base::Result<void> withdraw_invite(const std::string& digest) = 0;
  /// Makes the account and uses the invite up, both or neither; `not_found` when it is used or
  /// withdrawn, `conflict` when the name is taken.
  [[nodiscard]] virtual base::Result<void> accept(const std::string& digest, const Account& account,
                                                  const std::string& password_hash) = 0;
};

}  // namespace attune::people
