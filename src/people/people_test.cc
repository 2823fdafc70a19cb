#include <fstream>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "people/accounts.h"
#include "people/roles.h"
#include "people/secrets.h"
#include "people/throttle.h"

namespace attune::people {
namespace {

using testing::HasSubstr;
using namespace std::chrono_literals;

/// The rows of docs/roles.md: act, then yes or no for each role.
std::map<std::string, std::vector<std::string>> documented() {
  std::ifstream file(std::string(ATTUNE_ROOT) + "/docs/roles.md");
  std::map<std::string, std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    std::vector<std::string> cells;
    std::istringstream parts(line);
    for (std::string cell; std::getline(parts, cell, '|');) {
      const auto from = cell.find_first_not_of(" `"), to = cell.find_last_not_of(" `");
      if (from != std::string::npos) cells.push_back(cell.substr(from, to - from + 1));
    }
    if (cells.size() == kRoles + 1 && !cells[0].starts_with("-"))
      rows[cells[0]] = {cells.begin() + 1, cells.end()};
  }
  return rows;
}

TEST(Roles, EveryCellStandsInTheDocument) {
  const auto rows = documented();
  ASSERT_TRUE(rows.contains("act")) << "the table's head";
  for (std::size_t r = 0; r < kRoles; ++r) EXPECT_EQ(rows.at("act")[r], name(static_cast<Role>(r)));
  for (std::size_t a = 0; a < kActs; ++a) {
    const Act act = static_cast<Act>(a);
    ASSERT_TRUE(rows.contains(std::string(name(act)))) << name(act);
    for (std::size_t r = 0; r < kRoles; ++r)
      EXPECT_EQ(rows.at(std::string(name(act)))[r], may(static_cast<Role>(r), act) ? "yes" : "no")
          << name(act) << " as " << name(static_cast<Role>(r));
  }
}

TEST(Roles, NamesGoBothWays) {
  for (std::size_t r = 0; r < kRoles; ++r)
    EXPECT_EQ(role(name(static_cast<Role>(r))), static_cast<Role>(r));
  EXPECT_EQ(role("root"), std::nullopt);
}

TEST(Groups, NamesGoBothWays) {
  for (const char* each : {"peer", "lived_experience", "expert"})
    EXPECT_EQ(name(group(each).value()), each);
  EXPECT_EQ(group("rater"), std::nullopt);
}

TEST(Roles, WhoPracticesNeverSeesTheCase) {
  EXPECT_FALSE(may(Role::trainee, Act::read_case_facts));
  EXPECT_FALSE(may(Role::supporter, Act::read_case_facts));
}

TEST(Passwords, ShortCommonAndNamedOnesAreRefused) {
  EXPECT_TRUE(check_password("river copper lantern", "mara"));
  EXPECT_THAT(check_password("short", "mara").error().message, HasSubstr("10 characters"));
  EXPECT_FALSE(check_password("1234567890", "mara"));
  EXPECT_FALSE(check_password("Password123", "mara"));
  EXPECT_FALSE(check_password("aaaaaaaaaaaa", "mara"));
  EXPECT_FALSE(check_password("mara is great", "Mara"));
  EXPECT_FALSE(check_password(std::string(300, 'x'), "mara"));
  EXPECT_FALSE(check_password("\xff\xfe bad bytes here", "mara"));
}

TEST(Passwords, AreKeptAsArgon2idAndFoundAgain) {
  const std::string hash = hash_password("river copper lantern").value();
  EXPECT_THAT(hash, HasSubstr("$argon2id$"));
  EXPECT_TRUE(is_password("river copper lantern", hash));
  EXPECT_FALSE(is_password("river copper lanterns", hash));
  EXPECT_NE(hash, hash_password("river copper lantern").value()) << "each has its own salt";
  EXPECT_FALSE(is_password("river copper lantern", "no hash at all"));
}

TEST(Tokens, DifferAndAreKeptAsDigests) {
  std::set<std::string> tokens;
  for (int i = 0; i < 100; ++i) tokens.insert(fresh_token());
  EXPECT_EQ(tokens.size(), 100u);
  EXPECT_EQ(tokens.begin()->size(), 43u);
  EXPECT_EQ(token_digest("a").size(), 64u);
  EXPECT_EQ(token_digest("a"), token_digest("a"));
  EXPECT_NE(token_digest("a"), token_digest("b"));
}

class Watch : public base::Clock {
 public:
  [[nodiscard]] base::Instant now() const override { return now_; }
  base::Instant now_{};
};

TEST(Throttled, FromTheFifthWrongTryOnEachWaitIsTwiceAsLong) {
  Watch watch;
  Throttle throttle(watch);
  for (int i = 0; i < 4; ++i) {
    throttle.failed("mara");
    EXPECT_EQ(throttle.wait_until("mara"), std::nullopt);
  }
  throttle.failed("mara");
  EXPECT_EQ(throttle.wait_until("mara"), watch.now() + 1min);
  EXPECT_EQ(throttle.wait_until("ross"), std::nullopt);
  watch.now_ += 1min;
  EXPECT_EQ(throttle.wait_until("mara"), std::nullopt);
  throttle.failed("mara");
  EXPECT_EQ(throttle.wait_until("mara"), watch.now() + 2min);
  for (int i = 0; i < 20; ++i) throttle.failed("mara");
  EXPECT_EQ(throttle.wait_until("mara"), watch.now() + 60min);
}

TEST(Throttled, TheRightPasswordAndADayForget) {
  Watch watch;
  Throttle throttle(watch);
  for (int i = 0; i < 6; ++i) throttle.failed("mara");
  throttle.succeeded("mara");
  EXPECT_EQ(throttle.wait_until("mara"), std::nullopt);
  for (int i = 0; i < 4; ++i) throttle.failed("mara");
  watch.now_ += 25h;
  throttle.failed("mara");
  EXPECT_EQ(throttle.wait_until("mara"), std::nullopt) << "yesterday's tries are forgotten";
}

TEST(Throttled, ManyKeysPushOutTheOldest) {
  Watch watch;
  Throttle throttle(watch);
  for (int i = 0; i < 6; ++i) throttle.failed("first");
  watch.now_ += 1s;
  for (int i = 0; i < 10'000; ++i) throttle.failed(std::to_string(i));
  EXPECT_EQ(throttle.wait_until("first"), std::nullopt);
}

}  // namespace
}  // namespace attune::people
