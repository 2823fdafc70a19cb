#pragma once

#include <algorithm>
#include <cctype>
#include <map>
#include <mutex>

#include "people/accounts.h"

namespace attune::fakes {

/// Accounts in memory that keep the port's whole contract. Thread-safe.
class MemoryAccounts : public people::AccountStore {
 public:
  [[nodiscard]] base::Result<std::vector<people::Account>> accounts() override {
    const std::lock_guard lock(mutex_);
    std::vector<people::Account> all;
    for (const auto& [id, known] : known_) all.push_back(known.account);
    std::ranges::sort(all, {}, &people::Account::name);
    return all;
  }
  [[nodiscard]] base::Result<std::optional<Known>> find(std::string_view name) override {
    const std::lock_guard lock(mutex_);
    return named(name);
  }
  [[nodiscard]] base::Result<void> add(const people::Account& account,
                                       const std::string& password_hash) override {
    const std::lock_guard lock(mutex_);
    return insert(account, password_hash);
  }
  [[nodiscard]] base::Result<void> change(const people::Account& account) override {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(account.id);
    if (found == known_.end()) return unknown();
    people::Account& own = found->second.account;
    people::Account changed = own;
    changed.role = account.role;
    changed.group = account.group;
    changed.active = account.active;
    std::swap(own, changed);
    if (std::ranges::none_of(known_, is_admin)) {
      std::swap(own, changed);
      return base::fail(base::Code::conflict, "nobody would be left to manage people");
    }
    if (!own.active || own.role != changed.role) sign_out_everywhere(own.id);
    return {};
  }
  [[nodiscard]] base::Result<void> set_password(const std::string& id,
                                                const std::string& password_hash) override {
    const std::lock_guard lock(mutex_);
    if (!known_.contains(id)) return unknown();
    known_.at(id).password_hash = password_hash;
    sign_out_everywhere(id);
    return {};
  }

  [[nodiscard]] base::Result<void> sign_in(const std::string& digest, const std::string& id,
                                           base::Instant expires) override {
    const std::lock_guard lock(mutex_);
    browsers_[digest] = {id, expires};
    return {};
  }
  [[nodiscard]] base::Result<std::optional<people::Account>> signed_in(const std::string& digest,
                                                                       base::Instant now) override {
    const std::lock_guard lock(mutex_);
    const auto found = browsers_.find(digest);
    if (found == browsers_.end() || found->second.second <= now) return std::nullopt;
    const people::Account& account = known_.at(found->second.first).account;
    return account.active ? std::optional(account) : std::nullopt;
  }
  [[nodiscard]] base::Result<void> sign_out(const std::string& digest) override {
    const std::lock_guard lock(mutex_);
    browsers_.erase(digest);
    return {};
  }

  [[nodiscard]] base::Result<void> add_invite(const people::Invite& invite) override {
    const std::lock_guard lock(mutex_);
    invites_[invite.digest] = invite;
    return {};
  }
  [[nodiscard]] base::Result<std::vector<people::Invite>> invites(base::Instant now) override {
    const std::lock_guard lock(mutex_);
    std::vector<people::Invite> all;
    for (const auto& [digest, invite] : invites_)
      if (invite.expires > now) all.push_back(invite);
    std::ranges::stable_sort(all, {}, &people::Invite::expires);
    return all;
  }
  [[nodiscard]] base::Result<std::optional<people::Invite>> invite(const std::string& digest,
                                                                   base::Instant now) override {
    const std::lock_guard lock(mutex_);
    const auto found = invites_.find(digest);
    if (found == invites_.end() || found->second.expires <= now) return std::nullopt;
    return found->second;
  }
  [[nodiscard]] base::Result<void> withdraw_invite(const std::string& digest) override {
    const std::lock_guard lock(mutex_);
    if (invites_.erase(digest) == 0)
      return base::fail(base::Code::not_found, "this invitation is not open any more");
    return {};
  }
  [[nodiscard]] base::Result<void> accept(const std::string& digest, const people::Account& account,
                                          const std::string& password_hash) override {
    const std::lock_guard lock(mutex_);
    if (!invites_.contains(digest))
      return base::fail(base::Code::not_found, "this invitation was used");
    if (auto made = insert(account, password_hash); !made) return made;
    invites_.erase(digest);
    return {};
  }

 private:
  using Entry = std::pair<const std::string, Known>;

  static tl::unexpected<base::Error> unknown() {
    return base::fail(base::Code::not_found, "there is no such account");
  }
  static bool is_admin(const Entry& entry) {
    return entry.second.account.active && entry.second.account.role == people::Role::admin;
  }
  [[nodiscard]] std::optional<Known> named(std::string_view name) const {
    const auto alike = [](unsigned char a, unsigned char b) {
      return std::tolower(a) == std::tolower(b);
    };
    for (const auto& [id, known] : known_)
      if (std::ranges::equal(known.account.name, name, alike)) return known;
    return std::nullopt;
  }
  [[nodiscard]] base::Result<void> insert(const people::Account& account,
                                          const std::string& password_hash) {
    if (named(account.name)) return base::fail(base::Code::conflict, "that name is taken");
    known_[account.id] = {account, password_hash};
    return {};
  }
  void sign_out_everywhere(const std::string& id) {
    std::erase_if(browsers_, [&](const auto& browser) { return browser.second.first == id; });
  }

  std::mutex mutex_;  ///< guards all below
  std::map<std::string, Known> known_;
  std::map<std::string, std::pair<std::string, base::Instant>> browsers_;
  std::map<std::string, people::Invite> invites_;
};

}  // namespace attune::fakes
