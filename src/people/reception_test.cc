#include "people/reception.h"

#include <gmock/gmock.h>

#include "fakes/memory_accounts.h"
#include "people/secrets.h"

namespace attune::people {
namespace {

using base::Code;
using testing::HasSubstr;
using namespace std::chrono_literals;

constexpr const char* kPassword = "river copper lantern";
constexpr const char* kOther = "violet anchor sunday";

class ReceptionTest : public testing::Test {
 protected:
  ReceptionTest() {
    // One hash for all tests: making it takes a while.
    static const std::string hash = hash_password(kPassword).value();
    EXPECT_TRUE(store_.add({.id = "a1", .name = "Mara", .role = Role::admin}, hash));
    EXPECT_TRUE(store_.add({.id = "r1", .name = "Ross"}, hash));
  }
  base::Result<SignedIn> sign_in(const std::string& name, const std::string& password,
                                 const std::string& address = "") {
    return reception_.sign_in({name, password, address});
  }
  std::string invitation() { return reception_.invite("a1", Role::expert, Group::expert)->token; }

  fakes::MemoryAccounts store_;
  base::SimulatedClock clock_;
  Reception reception_{store_, clock_};
};

TEST(Names, HaveALengthAndNoOddEnds) {
  EXPECT_TRUE(check_name("Jo"));
  EXPECT_TRUE(check_name("Núria Ó Briain"));
  EXPECT_TRUE(check_name(std::string(64, 'x')));
  for (const std::string& name :
       {std::string("J"), std::string(65, 'x'), std::string(" Jo"), std::string("Jo "),
        std::string("J\no"), std::string("J\0o", 3), std::string("\xff\xfe"), std::string()})
    EXPECT_EQ(check_name(name).error().code, Code::invalid) << name;
}

TEST(PageTokens, FitTheirBrowserAlone) {
  const std::string one = fresh_token(), other = fresh_token();
  EXPECT_TRUE(is_page_token(page_token(one), one));
  EXPECT_FALSE(is_page_token(page_token(one), other));
  EXPECT_FALSE(is_page_token("", one));
  EXPECT_FALSE(is_page_token(one, one));
  EXPECT_NE(page_token(one), token_digest(one)) << "the store does not tell it";
}

TEST_F(ReceptionTest, TheRightPasswordSignsInForTwoWeeks) {
  const auto in = sign_in("mara", kPassword);
  ASSERT_TRUE(in);
  EXPECT_EQ(in->account.id, "a1");
  clock_.pass(kSignInLasts - 1s);
  EXPECT_EQ(reception_.who(in->token)->value().name, "Mara");
  clock_.pass(1s);
  EXPECT_FALSE(reception_.who(in->token)->has_value());
}

TEST_F(ReceptionTest, UseKeepsABrowserSignedIn) {
  const auto in = sign_in("Mara", kPassword);
  clock_.pass(kSignInLasts - 1s);
  EXPECT_TRUE(reception_.renew(in->token, in->account));
  clock_.pass(kSignInLasts - 1s);
  EXPECT_TRUE(reception_.who(in->token)->has_value());
}

TEST_F(ReceptionTest, WrongNamesAndWrongPasswordsLookAlike) {
  const auto wrong = sign_in("Mara", "river copper lanterns").error();
  EXPECT_EQ(wrong.code, Code::forbidden);
  EXPECT_EQ(sign_in("Nobody", kPassword).error().message, wrong.message);
  ASSERT_TRUE(store_.change({.id = "r1", .active = false}));
  EXPECT_EQ(sign_in("Ross", kPassword).error().message, wrong.message);
}

TEST_F(ReceptionTest, GuessingIsSlowedDownByName) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_in("Mara", "wrong").error().code, Code::forbidden);
  const auto refused = sign_in("MARA", kPassword).error();
  EXPECT_EQ(refused.code, Code::busy);
  EXPECT_THAT(refused.message, HasSubstr("try again in 60 seconds"));
  EXPECT_TRUE(sign_in("Ross", kPassword));
  clock_.pass(60s);
  EXPECT_TRUE(sign_in("Mara", kPassword));
}

TEST_F(ReceptionTest, GuessingManyNamesIsSlowedDownByAddress) {
  for (int i = 0; i < 50; ++i) {
    const std::string name = "name " + std::to_string(i);
    EXPECT_EQ(sign_in(name, "wrong", "192.0.2.7").error().code, Code::forbidden);
  }
  EXPECT_EQ(sign_in("Mara", kPassword, "192.0.2.7").error().code, Code::busy);
  EXPECT_TRUE(sign_in("Mara", kPassword, "192.0.2.8"));
}

TEST_F(ReceptionTest, WhoIsTurnedInactiveIsOutAtOnce) {
  const auto in = sign_in("Ross", kPassword);
  ASSERT_TRUE(store_.change({.id = "r1", .active = false}));
  EXPECT_FALSE(reception_.who(in->token)->has_value());
}

TEST_F(ReceptionTest, ANewPasswordEndsOtherSignIns) {
  const auto here = sign_in("Ross", kPassword), there = sign_in("Ross", kPassword);
  const auto change = [&](const std::string& before, const std::string& after) {
    return reception_.change_password(here->account, here->token, {before, after});
  };
  EXPECT_EQ(change(kOther, kOther).error().code, Code::forbidden);
  EXPECT_EQ(change(kPassword, "short").error().code, Code::invalid);
  ASSERT_TRUE(change(kPassword, kOther));
  EXPECT_TRUE(reception_.who(here->token)->has_value());
  EXPECT_FALSE(reception_.who(there->token)->has_value());
  EXPECT_FALSE(sign_in("Ross", kPassword));
  EXPECT_TRUE(sign_in("Ross", kOther));
}

TEST_F(ReceptionTest, AnInvitationMakesOneAccount) {
  const std::string token = invitation();
  EXPECT_EQ(reception_.invited(token)->role, Role::expert);
  EXPECT_EQ(reception_.accept(token, "mara", kOther).error().code, Code::conflict);
  EXPECT_EQ(reception_.accept(token, "Lena", "short").error().code, Code::invalid);
  EXPECT_EQ(reception_.accept(token, "L", kOther).error().code, Code::invalid);
  const auto in = reception_.accept(token, "Lena", kOther);
  ASSERT_TRUE(in);
  EXPECT_EQ(in->account.role, Role::expert);
  EXPECT_EQ(in->account.group, Group::expert);
  EXPECT_EQ(reception_.who(in->token)->value().name, "Lena");
  EXPECT_EQ(reception_.accept(token, "Another", kOther).error().code, Code::not_found);
  EXPECT_EQ(reception_.invited(token).error().code, Code::not_found);
}

TEST_F(ReceptionTest, AnInvitationLapses) {
  const std::string token = invitation();
  clock_.pass(kInviteLasts);
  EXPECT_EQ(reception_.invited(token).error().code, Code::not_found);
  EXPECT_EQ(reception_.accept(token, "Lena", kOther).error().code, Code::not_found);
  EXPECT_EQ(reception_.invited("made up").error().code, Code::not_found);
}

}  // namespace
}  // namespace attune::people
