#pragma once

#include <string>

#include "people/accounts.h"
#include "people/throttle.h"

namespace attune::people {

/// How long a browser stays signed in without being used, and an invitation good. Our choice.
inline constexpr std::chrono::days kSignInLasts{14};
inline constexpr std::chrono::days kInviteLasts{7};

/// `invalid` unless it is 2 to 64 characters of UTF-8, without control characters and without a
/// space at either end.
[[nodiscard]] base::Result<void> check_name(std::string_view name);

/// Somebody who has just come in. The token is for their browser alone.
struct SignedIn {
  Account account;
  std::string token;
};

/// Where people come in: signs them in and out, invites them, changes passwords. Thread-safe. All
/// of it reads or writes the disk; what takes a password also takes some 50 ms and 64 MiB, so
/// callers bound how many of those run at once.
///
/// Guessing is slowed down by name, and for all names together by the address that tries: after 50
/// wrong ones, since a whole helpline may share an address. Our choice.
class Reception {
 public:
  /// Both must outlive it.
  Reception(AccountStore& store, const base::Clock& clock);

  struct Attempt {
    std::string name, password;
    std::string address;  ///< whatever tells callers apart; "" when nothing does
  };
  /// `forbidden` for a wrong name, a wrong password and an inactive account, which look and take
  /// alike; `busy` says for how long to wait.
  [[nodiscard]] base::Result<SignedIn> sign_in(const Attempt& attempt);

  /// Whose browser it is; nothing when nobody is signed in there.
  [[nodiscard]] base::Result<std::optional<Account>> who(const std::string& token);

  /// The browser stays signed in for `kSignInLasts` from now on.
  [[nodiscard]] base::Result<void> renew(const std::string& token, const Account& account);
  [[nodiscard]] base::Result<void> sign_out(const std::string& token);

  struct NewPassword {
    std::string before, after;
  };
  /// Signs the account out everywhere but in the browser of `token`. `forbidden` when `before` is
  /// wrong, `busy` after too many wrong ones, `invalid` as for `check_password`.
  [[nodiscard]] base::Result<void> change_password(const Account& account, const std::string& token,
                                                   const NewPassword& password);

  struct Letter {
    std::string token;
    Invite invite;
  };
  /// An invitation from the account `by`; its token is told this once.
  [[nodiscard]] base::Result<Letter> invite(const std::string& by, Role role, Group group);

  /// `not_found` when it is unknown, used, withdrawn or past.
  [[nodiscard]] base::Result<Invite> invited(const std::string& token);

  /// Makes the account that an invitation promises and signs it in. `conflict` when the name is
  /// taken.
  [[nodiscard]] base::Result<SignedIn> accept(const std::string& token, const std::string& name,
                                              const std::string& password);

 private:
  [[nodiscard]] base::Result<void> check_wait(const std::string& name, const std::string& address);
  [[nodiscard]] base::Result<SignedIn> admit(Account account);

  AccountStore& store_;
  const base::Clock& clock_;
  Throttle names_, addresses_;
  const std::string nobodys_hash_;  ///< checked where there is no account, so that it takes as long
};

}  // namespace attune::people
