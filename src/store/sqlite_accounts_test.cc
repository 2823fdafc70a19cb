#include "store/sqlite_accounts.h"

#include <cstdlib>
#include <thread>

#include <gmock/gmock.h>

#include "store/sqlite_log.h"

namespace attune::store {
namespace {

using base::Code;
using people::Account;
using people::Group;
using people::Invite;
using people::Role;
using namespace std::chrono_literals;

const base::Instant kNow{1700000000s};

class Accounts : public testing::Test {
 protected:
  Accounts() {
    std::string name = (std::filesystem::temp_directory_path() / "attune-people-XXXXXX").string();
    dir_ = ::mkdtemp(name.data());
  }
  ~Accounts() override { std::filesystem::remove_all(dir_); }

  people::AccountStore& store() {
    if (!log_) log_ = SqliteLog::open(dir_, {}).value();
    return log_->accounts();
  }
  void close() { log_.reset(); }

  static Account account(const std::string& id, Role role) {
    return {.id = id, .name = "Name of " + id, .role = role, .group = Group::expert, .made = kNow};
  }
  bool signed_in(const std::string& digest, base::Instant now = kNow) {
    return store().signed_in(digest, now)->has_value();
  }

  std::filesystem::path dir_;
  std::unique_ptr<SqliteLog> log_;
};

TEST_F(Accounts, AreFoundByNameInAnyCaseAfterARestart) {
  ASSERT_TRUE(store().add(account("b", Role::supervisor), "hash b"));
  ASSERT_TRUE(store().add(account("a", Role::admin), "hash a"));
  close();
  const auto found = store().find("nAME OF B");
  ASSERT_TRUE(found->has_value());
  EXPECT_EQ((*found)->password_hash, "hash b");
  EXPECT_EQ((*found)->account.id, "b");
  EXPECT_EQ((*found)->account.name, "Name of b");
  EXPECT_EQ((*found)->account.role, Role::supervisor);
  EXPECT_EQ((*found)->account.group, Group::expert);
  EXPECT_EQ((*found)->account.made, kNow);
  EXPECT_TRUE((*found)->account.active);
  EXPECT_FALSE(store().find("Name of c")->has_value());
  ASSERT_EQ(store().accounts()->size(), 2U);
  EXPECT_EQ(store().accounts()->front().id, "a");
}

TEST_F(Accounts, ANameIsTakenWithoutRegardToCase) {
  ASSERT_TRUE(store().add(account("a", Role::admin), "x"));
  Account second = account("b", Role::trainee);
  second.name = "NAME OF A";
  EXPECT_EQ(store().add(second, "y").error().code, Code::conflict);
  EXPECT_EQ(store().accounts()->size(), 1U);
}

TEST_F(Accounts, TheLastAdminStaysAdmin) {
  ASSERT_TRUE(store().add(account("a", Role::admin), "x"));
  ASSERT_TRUE(store().add(account("b", Role::trainee), "y"));
  Account gone = account("a", Role::admin);
  gone.active = false;
  EXPECT_EQ(store().change(gone).error().code, Code::conflict);
  EXPECT_EQ(store().change(account("a", Role::trainee)).error().code, Code::conflict);
  ASSERT_TRUE(store().change(account("b", Role::admin)));
  EXPECT_TRUE(store().change(gone));
  EXPECT_FALSE(store().find("Name of a")->value().account.active);
  EXPECT_EQ(store().change(account("c", Role::admin)).error().code, Code::not_found);
}

TEST_F(Accounts, ASignInLastsUntilItExpiresOrIsEnded) {
  ASSERT_TRUE(store().add(account("a", Role::admin), "x"));
  ASSERT_TRUE(store().sign_in("one", "a", kNow + 1h));
  ASSERT_TRUE(store().sign_in("two", "a", kNow + 2h));
  close();
  EXPECT_EQ(store().signed_in("one", kNow)->value().id, "a");
  EXPECT_FALSE(signed_in("one", kNow + 1h));
  EXPECT_FALSE(signed_in("three"));
  ASSERT_TRUE(store().sign_out("two"));
  EXPECT_FALSE(signed_in("two"));
  EXPECT_TRUE(signed_in("one"));
  EXPECT_EQ(store().sign_in("three", "nobody", kNow + 1h).error().code, Code::not_found);
}

TEST_F(Accounts, APasswordARoleAndAnEndSignOutEverywhere) {
  ASSERT_TRUE(store().add(account("a", Role::admin), "x"));
  ASSERT_TRUE(store().add(account("b", Role::trainee), "y"));
  const auto sign_in = [&] { ASSERT_TRUE(store().sign_in("b's", "b", kNow + 1h)); };
  ASSERT_TRUE(store().sign_in("a's", "a", kNow + 1h));

  sign_in();
  ASSERT_TRUE(store().set_password("b", "new"));
  EXPECT_FALSE(signed_in("b's"));
  EXPECT_EQ(store().find("Name of b")->value().password_hash, "new");

  sign_in();
  Account changed = account("b", Role::trainee);
  changed.group = Group::lived_experience;
  ASSERT_TRUE(store().change(changed));
  EXPECT_TRUE(signed_in("b's"));
  changed.role = Role::expert;
  ASSERT_TRUE(store().change(changed));
  EXPECT_FALSE(signed_in("b's"));

  sign_in();
  changed.active = false;
  ASSERT_TRUE(store().change(changed));
  EXPECT_FALSE(signed_in("b's"));
  sign_in();
  EXPECT_FALSE(signed_in("b's")) << "an inactive account";
  EXPECT_TRUE(signed_in("a's"));
  EXPECT_EQ(store().set_password("c", "new").error().code, Code::not_found);
}

TEST_F(Accounts, OfTooManySignInsTheOldestGoes) {
  ASSERT_TRUE(store().add(account("a", Role::admin), "x"));
  ASSERT_TRUE(store().add(account("b", Role::trainee), "x"));
  ASSERT_TRUE(store().sign_in("b's", "b", kNow + 1h));
  for (int i = 0; i <= SqliteAccounts::kSignIns; ++i)
    ASSERT_TRUE(store().sign_in("a " + std::to_string(i), "a", kNow + 1h * (i + 2)));
  EXPECT_FALSE(signed_in("a 0"));
  EXPECT_TRUE(signed_in("a 1"));
  EXPECT_TRUE(signed_in("b's"));
}

TEST_F(Accounts, AnInviteMakesOneAccountUntilItExpires) {
  ASSERT_TRUE(
      store().add_invite({"digest", Role::expert, Group::lived_experience, "a", kNow + 1h}));
  close();
  const auto invite = store().invite("digest", kNow);
  ASSERT_TRUE(invite->has_value());
  EXPECT_EQ((*invite)->role, Role::expert);
  EXPECT_EQ((*invite)->group, Group::lived_experience);
  EXPECT_EQ((*invite)->by, "a");
  EXPECT_EQ(store().invites(kNow)->size(), 1U);
  EXPECT_FALSE(store().invite("digest", kNow + 1h)->has_value());
  EXPECT_TRUE(store().invites(kNow + 1h)->empty());

  ASSERT_TRUE(store().accept("digest", account("b", Role::expert), "hash"));
  EXPECT_TRUE(store().find("Name of b")->has_value());
  EXPECT_FALSE(store().invite("digest", kNow)->has_value());
  EXPECT_EQ(store().accept("digest", account("c", Role::expert), "hash").error().code,
            Code::not_found);
  EXPECT_EQ(store().accounts()->size(), 1U);
}

TEST_F(Accounts, AWithdrawnInviteMakesNoAccount) {
  for (const char* digest : {"gone", "stays"})
    ASSERT_TRUE(store().add_invite({digest, Role::expert, Group::expert, "", kNow + 1h}));
  ASSERT_TRUE(store().withdraw_invite("gone"));
  close();
  EXPECT_EQ(store().withdraw_invite("gone").error().code, Code::not_found);
  EXPECT_FALSE(store().invite("gone", kNow)->has_value());
  EXPECT_EQ(store().accept("gone", account("b", Role::expert), "x").error().code, Code::not_found);
  ASSERT_EQ(store().invites(kNow)->size(), 1U);
  EXPECT_EQ(store().invites(kNow)->front().digest, "stays");
}

TEST_F(Accounts, ATakenNameLeavesTheInviteUnused) {
  ASSERT_TRUE(store().add(account("b", Role::admin), "x"));
  ASSERT_TRUE(store().add_invite({"digest", Role::expert, Group::expert, "", kNow + 1h}));
  EXPECT_EQ(store().accept("digest", account("b", Role::expert), "y").error().code, Code::conflict);
  EXPECT_TRUE(store().invite("digest", kNow)->has_value());
}

TEST_F(Accounts, OneInviteAcceptedBySeveralAtOnceMakesOneAccount) {
  ASSERT_TRUE(store().add_invite({"digest", Role::expert, Group::expert, "", kNow + 1h}));
  std::vector<std::thread> many;
  std::atomic<int> made = 0;
  for (int i = 0; i < 8; ++i) {
    many.emplace_back([&, &accounts = store(), i] {
      if (accounts.accept("digest", account(std::to_string(i), Role::expert), "x")) ++made;
    });
  }
  for (std::thread& one : many) one.join();
  EXPECT_EQ(made, 1);
  EXPECT_EQ(store().accounts()->size(), 1U);
}

}  // namespace
}  // namespace attune::store
