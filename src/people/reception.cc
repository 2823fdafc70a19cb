#include "people/reception.h"

#include <algorithm>
#include <cctype>

#include "base/utf8.h"
#include "people/secrets.h"

namespace attune::people {
namespace {

using base::Code;
using base::Result;

constexpr int kFreeTriesOfAnAddress = 50;
constexpr std::size_t kShortestName = 2, kLongestName = 64;

/// Names are one without regard to ASCII case. Cut, because anybody may send anything.
std::string key_of(std::string_view name) {
  std::string key(name.substr(0, 4 * kLongestName));
  std::ranges::transform(key, key.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return key;
}

std::string in_words(std::chrono::milliseconds wait) {
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
  if (seconds <= 90) return std::to_string(seconds) + " seconds";
  return std::to_string((seconds + 59) / 60) + " minutes";
}

tl::unexpected<base::Error> no_invitation() {
  return base::fail(Code::not_found,
                    "this invitation was used or withdrawn, is older than 7 days, or was cut off "
                    "on its way; ask whoever sent it for a new one");
}

}  // namespace

Result<void> check_name(std::string_view name) {
  const bool spaced = !name.empty() && (name.front() == ' ' || name.back() == ' ');
  const bool plain = base::is_utf8(name) && std::ranges::none_of(name, [](unsigned char c) {
                       return c < 0x20 || c == 0x7f;
                     });
  if (plain && !spaced && base::length(name) >= kShortestName && base::length(name) <= kLongestName)
    return {};
  return base::fail(Code::invalid,
                    "a name to sign in with has 2 to 64 characters, on one line, with no space "
                    "at either end");
}

Reception::Reception(AccountStore& store, const base::Clock& clock)
    : store_(store),
      clock_(clock),
      names_(clock),
      addresses_(clock, kFreeTriesOfAnAddress),
      nobodys_hash_(hash_password(fresh_token()).value_or("")) {}

Result<void> Reception::check_wait(const std::string& name, const std::string& address) {
  auto until = names_.wait_until(key_of(name));
  if (!address.empty()) until = std::max(until, addresses_.wait_until(address));
  if (!until) return {};
  return base::fail(Code::busy, "there were too many wrong tries; try again in " +
                                    in_words(*until - clock_.now()));
}

Result<SignedIn> Reception::sign_in(const Attempt& attempt) {
  if (auto wait = check_wait(attempt.name, attempt.address); !wait)
    return tl::unexpected(wait.error());
  const auto known = store_.find(attempt.name);
  if (!known) return tl::unexpected(known.error());
  const bool fits = is_password(attempt.password, *known ? (*known)->password_hash : nobodys_hash_);
  if (!fits || !*known || !(*known)->account.active) {
    names_.failed(key_of(attempt.name));
    if (!attempt.address.empty()) addresses_.failed(attempt.address);
    return base::fail(Code::forbidden, "the name or the password is wrong");
  }
  names_.succeeded(key_of(attempt.name));
  return admit((*known)->account);
}

Result<SignedIn> Reception::admit(Account account) {
  SignedIn in{std::move(account), fresh_token()};
  if (auto kept = renew(in.token, in.account); !kept) return tl::unexpected(kept.error());
  return in;
}

Result<std::optional<Account>> Reception::who(const std::string& token) {
  return store_.signed_in(token_digest(token), clock_.now());
}

Result<void> Reception::renew(const std::string& token, const Account& account) {
  return store_.sign_in(token_digest(token), account.id, clock_.now() + kSignInLasts);
}

Result<void> Reception::sign_out(const std::string& token) {
  return store_.sign_out(token_digest(token));
}

Result<void> Reception::change_password(const Account& account, const std::string& token,
                                        const NewPassword& password) {
  if (auto wait = check_wait(account.name, ""); !wait) return wait;
  const auto known = store_.find(account.name);
  if (!known) return tl::unexpected(known.error());
  if (!*known || !is_password(password.before, (*known)->password_hash)) {
    names_.failed(key_of(account.name));
    return base::fail(Code::forbidden, "the present password is wrong");
  }
  if (auto good = check_password(password.after, account.name); !good) return good;
  const auto hash = hash_password(password.after);
  if (!hash) return tl::unexpected(hash.error());
  if (auto kept = store_.set_password(account.id, *hash); !kept) return kept;
  return renew(token, account);
}

Result<Reception::Letter> Reception::invite(const std::string& by, Role role, Group group) {
  Letter letter{.token = fresh_token()};
  letter.invite = {token_digest(letter.token), role, group, by, clock_.now() + kInviteLasts};
  if (auto kept = store_.add_invite(letter.invite); !kept) return tl::unexpected(kept.error());
  return letter;
}

Result<Invite> Reception::invited(const std::string& token) {
  auto invite = store_.invite(token_digest(token), clock_.now());
  if (!invite) return tl::unexpected(invite.error());
  if (!*invite) return no_invitation();
  return **std::move(invite);
}

Result<SignedIn> Reception::accept(const std::string& token, const std::string& name,
                                   const std::string& password) {
  const auto invite = invited(token);
  if (!invite) return tl::unexpected(invite.error());
  if (auto good = check_name(name); !good) return tl::unexpected(good.error());
  if (auto good = check_password(password, name); !good) return tl::unexpected(good.error());
  const auto hash = hash_password(password);
  if (!hash) return tl::unexpected(hash.error());
  Account account{.id = fresh_token().substr(0, 16),
                  .name = name,
                  .role = invite->role,
                  .group = invite->group,
                  .made = clock_.now()};
  if (auto made = store_.accept(invite->digest, account, *hash); !made)
    return tl::unexpected(made.error());
  return admit(std::move(account));
}

}  // namespace attune::people
