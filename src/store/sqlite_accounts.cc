#include "store/sqlite_accounts.h"

namespace attune::store {
namespace {

using base::Code;
using base::Result;
using people::Account;
using people::Invite;
using people::Role;
using soci::into;
using soci::use;

long long count(base::Instant at) {
  return at.time_since_epoch().count();
}
base::Instant instant(long long at) {
  return base::Instant(std::chrono::milliseconds(at));
}

/// What this version does not know gets the least.
Role role_of(const std::string& name) {
  return people::role(name).value_or(Role::trainee);
}
people::Group group_of(const std::string& name) {
  return people::group(name).value_or(people::Group::peer);
}

struct AccountRow {
  std::string id, name, role, rates_as;
  int active = 0;
  long long made = 0;

  [[nodiscard]] Account account() const {
    return {id, name, role_of(role), group_of(rates_as), active != 0, instant(made)};
  }
};

std::optional<Account> by_id(soci::session& sql, const std::string& id) {
  AccountRow row;
  sql << "SELECT id, name, role, rates_as, active, made FROM account WHERE id = :id", use(id, "id"),
      into(row.id), into(row.name), into(row.role), into(row.rates_as), into(row.active),
      into(row.made);
  return sql.got_data() ? std::optional(row.account()) : std::nullopt;
}

Result<void> unknown() {
  return base::fail(Code::not_found, "there is no such account");
}

Result<void> insert(soci::session& sql, const Account& account, const std::string& password) {
  int taken = 0;
  sql << "SELECT count(*) FROM account WHERE name = :name", use(account.name, "name"), into(taken);
  if (taken > 0) {
    return base::fail(Code::conflict,
                      "somebody has the name " + account.name + " already; choose another one");
  }
  const std::string role(people::name(account.role)), rates_as(people::name(account.group));
  const int active = account.active ? 1 : 0;
  const long long made = count(account.made);
  sql << "INSERT INTO account (id, name, password, role, rates_as, active, made) "
         "VALUES (:id, :name, :password, :role, :rates_as, :active, :made)",
      use(account.id, "id"), use(account.name, "name"), use(password, "password"),
      use(role, "role"), use(rates_as, "rates_as"), use(active, "active"), use(made, "made");
  return {};
}

bool is_last_admin(soci::session& sql, const Account& account) {
  if (account.role != Role::admin || !account.active) return false;
  int others = 0;
  sql << "SELECT count(*) FROM account WHERE role = 'admin' AND active = 1 AND id <> :id",
      use(account.id, "id"), into(others);
  return others == 0;
}

void sign_out_everywhere(soci::session& sql, const std::string& id) {
  sql << "DELETE FROM sign_in WHERE account = :id", use(id, "id");
}

std::optional<Invite> pending(soci::session& sql, const std::string& digest) {
  std::string role, rates_as, by;
  long long expires = 0;
  sql << "SELECT role, rates_as, made_by, expires FROM invite WHERE digest = :digest",
      use(digest, "digest"), into(role), into(rates_as), into(by), into(expires);
  if (!sql.got_data()) return std::nullopt;
  return Invite{digest, role_of(role), group_of(rates_as), by, instant(expires)};
}

}  // namespace

Result<std::vector<Account>> SqliteAccounts::accounts() {
  return readers_.read("listing the accounts", [](soci::session& sql) {
    std::vector<Account> accounts;
    AccountRow row;
    soci::statement rows =
        (sql.prepare << "SELECT id, name, role, rates_as, active, made FROM account ORDER BY name",
         into(row.id), into(row.name), into(row.role), into(row.rates_as), into(row.active),
         into(row.made));
    rows.execute();
    while (rows.fetch()) accounts.push_back(row.account());
    return Result<std::vector<Account>>(std::move(accounts));
  });
}

Result<std::optional<people::AccountStore::Known>> SqliteAccounts::find(std::string_view name) {
  return readers_.read("finding an account", [&](soci::session& sql) {
    const std::string wanted(name);
    std::string id, password;
    sql << "SELECT id, password FROM account WHERE name = :name", use(wanted, "name"), into(id),
        into(password);
    const auto account = sql.got_data() ? by_id(sql, id) : std::nullopt;
    return Result<std::optional<Known>>(account ? std::optional(Known{*account, password})
                                                : std::nullopt);
  });
}

Result<void> SqliteAccounts::add(const Account& account, const std::string& password_hash) {
  return writer_.carry_out([&](soci::session& sql) { return insert(sql, account, password_hash); });
}

Result<void> SqliteAccounts::change(const Account& account) {
  return writer_.carry_out([&](soci::session& sql) -> Result<void> {
    const auto before = by_id(sql, account.id);
    if (!before) return unknown();
    const bool stays_admin = account.role == Role::admin && account.active;
    if (!stays_admin && is_last_admin(sql, *before)) {
      return base::fail(Code::conflict,
                        "nobody would be left to manage people; make another account admin first");
    }
    const std::string role(people::name(account.role)), rates_as(people::name(account.group));
    const int active = account.active ? 1 : 0;
    sql << "UPDATE account SET role = :role, rates_as = :rates_as, active = :active "
           "WHERE id = :id",
        use(role, "role"), use(rates_as, "rates_as"), use(active, "active"), use(account.id, "id");
    if (!account.active || account.role != before->role) sign_out_everywhere(sql, account.id);
    return {};
  });
}

Result<void> SqliteAccounts::set_password(const std::string& id, const std::string& password_hash) {
  return writer_.carry_out([&](soci::session& sql) -> Result<void> {
    if (!by_id(sql, id)) return unknown();
    sql << "UPDATE account SET password = :password WHERE id = :id", use(password_hash, "password"),
        use(id, "id");
    sign_out_everywhere(sql, id);
    return {};
  });
}

Result<void> SqliteAccounts::sign_in(const std::string& digest, const std::string& id,
                                     base::Instant expires) {
  return writer_.carry_out([&](soci::session& sql) -> Result<void> {
    if (!by_id(sql, id)) return unknown();
    const long long until = count(expires);
    sql << "INSERT OR REPLACE INTO sign_in (digest, account, expires) "
           "VALUES (:digest, :account, :expires)",
        use(digest, "digest"), use(id, "account"), use(until, "expires");
    sql << "DELETE FROM sign_in WHERE digest IN (SELECT digest FROM sign_in "
           "WHERE account = :account ORDER BY expires DESC, digest LIMIT -1 OFFSET :most)",
        use(id, "account"), use(kSignIns, "most");
    return {};
  });
}

Result<std::optional<Account>> SqliteAccounts::signed_in(const std::string& digest,
                                                         base::Instant now) {
  return readers_.read("looking up a sign-in", [&](soci::session& sql) {
    std::string id;
    const long long at = count(now);
    sql << "SELECT account FROM sign_in WHERE digest = :digest AND expires > :now",
        use(digest, "digest"), use(at, "now"), into(id);
    using Found = Result<std::optional<Account>>;
    if (!sql.got_data()) return Found();
    auto account = by_id(sql, id);
    return account->active ? Found(std::move(account)) : Found();
  });
}

Result<void> SqliteAccounts::sign_out(const std::string& digest) {
  return writer_.carry_out([&](soci::session& sql) -> Result<void> {
    sql << "DELETE FROM sign_in WHERE digest = :digest", use(digest, "digest");
    return {};
  });
}

Result<void> SqliteAccounts::add_invite(const Invite& invite) {
  return writer_.carry_out([&](soci::session& sql) -> Result<void> {
    const std::string role(people::name(invite.role)), rates_as(people::name(invite.group));
    const long long expires = count(invite.expires);
    sql << "INSERT INTO invite (digest, role, rates_as, made_by, expires) "
           "VALUES (:digest, :role, :rates_as, :made_by, :expires)",
        use(invite.digest, "digest"), use(role, "role"), use(rates_as, "rates_as"),
        use(invite.by, "made_by"), use(expires, "expires");
    return {};
  });
}

Result<std::vector<Invite>> SqliteAccounts::invites(base::Instant now) {
  return readers_.read("listing the invites", [&](soci::session& sql) {
    std::vector<std::string> digests;
    std::string digest;
    const long long at = count(now);
    soci::statement rows =
        (sql.prepare << "SELECT digest FROM invite WHERE expires > :now ORDER BY expires, digest",
         use(at, "now"), into(digest));
    rows.execute();
    while (rows.fetch()) digests.push_back(digest);
    std::vector<Invite> invites;
    for (const std::string& one : digests)
      if (auto invite = pending(sql, one)) invites.push_back(*std::move(invite));
    return Result<std::vector<Invite>>(std::move(invites));
  });
}

Result<std::optional<Invite>> SqliteAccounts::invite(const std::string& digest, base::Instant now) {
  return readers_.read("looking up an invite", [&](soci::session& sql) {
    auto invite = pending(sql, digest);
    if (invite && invite->expires <= now) invite.reset();
    return Result<std::optional<Invite>>(std::move(invite));
  });
}

Result<void> SqliteAccounts::withdraw_invite(const std::string& digest) {
  return writer_.carry_out([&](soci::session& sql) -> Result<void> {
    if (!pending(sql, digest)) {
      return base::fail(Code::not_found,
                        "this invitation is not open any more: it was used or withdrawn meanwhile");
    }
    sql << "DELETE FROM invite WHERE digest = :digest", use(digest, "digest");
    return {};
  });
}

Result<void> SqliteAccounts::accept(const std::string& digest, const Account& account,
                                    const std::string& password_hash) {
  return writer_.carry_out([&](soci::session& sql) -> Result<void> {
    if (!pending(sql, digest)) {
      return base::fail(
          Code::not_found,
          "this invitation was used already or withdrawn; ask whoever sent it for another");
    }
    if (auto made = insert(sql, account, password_hash); !made) return made;
    sql << "DELETE FROM invite WHERE digest = :digest", use(digest, "digest");
    return {};
  });
}

}  // namespace attune::store
