#include "server/team.h"

#include <barrier>

#include <gmock/gmock.h>

#include "fakes/team_fixture.h"
#include "server/retention.h"

namespace attune::server {
namespace {

using conversation::Agreed;
using conversation::Opened;
using conversation::SessionId;
using people::Role;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using namespace std::chrono_literals;

constexpr const char* kPassword = "river copper lantern";
constexpr const char* kOther = "violet anchor sunday";
constexpr const char* kTerms = R"({"shared":true,"training":true,"research":false})";

std::string given(const std::string& name, const std::string& password) {
  return R"({"name":")" + name + R"(","password":")" + password + "\"}";
}

/// The token that `response` puts into a browser; "" for none.
std::string told(const Response& response) {
  const auto cookie = response.headers.find("Set-Cookie");
  if (cookie == response.headers.end()) return "";
  const auto from = cookie->second.find('=') + 1;
  return cookie->second.substr(from, cookie->second.find(';') - from);
}

class TeamTest : public TeamFixture {
 protected:
  TeamTest() {
    static const std::string hash = people::hash_password(kPassword).value();
    add("ada", Role::admin);
    add("tom", Role::trainee);
    add("tess", Role::trainee);
    EXPECT_TRUE(accounts_.add({.id = "m1", .name = "Mara", .role = Role::supporter}, hash));
  }
  Response sign_in(const std::string& password, const std::string& name = "mara") {
    return as("", Method::post, "/api/sign-in", given(name, password));
  }
  std::string me(const std::string& token) {
    return ask(from_page(token, Method::get, "/api/me")).body;
  }
  conversation::SessionSummary line_of(const std::string& talk) {
    return summary(SessionId(talk), events_of(talk));
  }
  /// As `who`, with {"case"} and `more`; its id.
  std::string begin(const std::string& who, const std::string& more = "") {
    const auto created = as(who, Method::post, "/api/sessions",
                            R"({"case":")" + desk().person.id + "\"" + more + "}");
    EXPECT_EQ(created.status, 201) << created.body;
    return created.body.substr(7, 32);  // {"id":"..."}
  }
};

TEST_F(TeamTest, NobodyIsToldWhereTheyAreAndNoMore) {
  EXPECT_EQ(me(""), R"({"mode":"team","account":null,"may":[],"token":"","service":{"name":)"
                    R"("Helpline North","days":30,"announced":false,"research":true}})");
}

TEST_F(TeamTest, SigningInPutsATokenIntoTheBrowser) {
  const Response in = sign_in(kPassword);
  ASSERT_EQ(in.status, 200);
  EXPECT_THAT(in.headers.at("Set-Cookie"),
              AllOf(HasSubstr("; Path=/; Max-Age=1209600; HttpOnly; SameSite=Strict"),
                    Not(HasSubstr("Secure"))));
  const std::string token = told(in);
  EXPECT_THAT(in.body, Not(HasSubstr(token)));
  EXPECT_EQ(me(token), in.body);
  EXPECT_THAT(in.body, AllOf(HasSubstr(R"("account":{"id":"m1","name":"Mara","role":"supporter")"),
                             HasSubstr(R"("may":["practice","share_own_talks","rate",)"),
                             HasSubstr(people::page_token(token))));
}

TEST_F(TeamTest, AWrongPasswordSaysNoMoreThanAWrongName) {
  const Response wrong = sign_in(kOther);
  EXPECT_EQ(wrong.status, 403);
  EXPECT_EQ(told(wrong), "");
  EXPECT_EQ(sign_in(kPassword, "nobody").body, wrong.body);
  EXPECT_EQ(as("", Method::post, "/api/sign-in", R"({"name":"mara"})").status, 400);
}

TEST_F(TeamTest, GuessingMustWait) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_in(kOther).status, 403);
  const Response refused = sign_in(kPassword);
  EXPECT_EQ(refused.status, 429);
  EXPECT_THAT(refused.body, HasSubstr("try again in 60 seconds"));
  clock_.pass(60s);
  EXPECT_EQ(sign_in(kPassword).status, 200);
}

TEST_F(TeamTest, SigningOutEndsThatBrowser) {
  const std::string token = told(sign_in(kPassword));
  const Response out = ask(from_page(token, Method::post, "/api/sign-out"));
  EXPECT_EQ(out.status, 204);
  EXPECT_THAT(out.headers.at("Set-Cookie"), HasSubstr("attune=; Path=/; Max-Age=0"));
  EXPECT_EQ(ask(from_page(token, Method::get, "/api/cases")).status, 401);
}

TEST_F(TeamTest, ASignInLapsesAndUseRenewsIt) {
  const std::string used = told(sign_in(kPassword)), left = told(sign_in(kPassword));
  clock_.pass(13 * 24h);
  EXPECT_THAT(me(used), HasSubstr("m1"));
  clock_.pass(13 * 24h);
  EXPECT_THAT(me(used), HasSubstr("m1"));
  EXPECT_THAT(me(left), HasSubstr(R"("account":null)"));
}

TEST_F(TeamTest, ANewPasswordKeepsThisBrowserAlone) {
  const std::string here = told(sign_in(kPassword)), there = told(sign_in(kPassword));
  const std::string body = std::string(R"({"old":")") + kPassword + R"(","new":")" + kOther + "\"}";
  EXPECT_EQ(ask(from_page(here, Method::post, "/api/password", body)).status, 204);
  EXPECT_THAT(me(here), HasSubstr("m1"));
  EXPECT_THAT(me(there), HasSubstr(R"("account":null)"));
  EXPECT_EQ(sign_in(kPassword).status, 403);
  EXPECT_EQ(sign_in(kOther).status, 200);
}

TEST_F(TeamTest, WhoIsMadeInactiveIsOutAtOnce) {
  const std::string token = browser_of("tom");
  EXPECT_EQ(ask(from_page(token, Method::get, "/api/cases")).status, 200);
  EXPECT_EQ(as("ada", Method::put, "/api/people/tom",
               R"({"role":"trainee","group":"peer","active":false})")
                .status,
            204);
  EXPECT_EQ(ask(from_page(token, Method::get, "/api/cases")).status, 401);
}

TEST_F(TeamTest, AnotherRoleCountsAtOnce) {
  const std::string token = browser_of("tom");
  EXPECT_EQ(as("ada", Method::put, "/api/people/tom",
               R"({"role":"supervisor","group":"expert","active":true})")
                .status,
            204);
  EXPECT_EQ(ask(from_page(token, Method::get, "/api/supervise")).status, 401) << "sign in anew";
  EXPECT_EQ(get("tom", "/api/supervise").status, 200);
}

TEST_F(TeamTest, TheLastAdminStays) {
  EXPECT_EQ(as("ada", Method::put, "/api/people/ada",
               R"({"role":"trainee","group":"peer","active":true})")
                .status,
            409);
  EXPECT_EQ(as("ada", Method::put, "/api/people/nobody",
               R"({"role":"trainee","group":"peer","active":true})")
                .status,
            404);
  EXPECT_EQ(as("ada", Method::put, "/api/people/tom", R"({"role":"root"})").status, 400);
}

class InvitedTest : public TeamTest {
 protected:
  std::string invite() {
    const auto letter = as("ada", Method::post, "/api/people/invites",
                           R"({"role":"expert","group":"lived_experience"})");
    const std::string link = R"("link":"http://127.0.0.1:8080/invite/)";
    EXPECT_THAT(letter.body, HasSubstr(link));
    return letter.body.substr(letter.body.find(link) + link.size(), 43);
  }
  Response accept(const std::string& token, const std::string& name) {
    return as("", Method::post, "/api/invites/" + token, given(name, kOther));
  }
};

TEST_F(InvitedTest, MakeAnAccountAndAreSignedIn) {
  const std::string token = invite();
  EXPECT_THAT(get("", "/api/invites/" + token).body,
              HasSubstr(R"({"role":"expert","group":"lived_experience","expires":)"));
  EXPECT_THAT(get("ada", "/api/people").body, HasSubstr(R"("by":"ada")"));
  const Response in = accept(token, "Lena");
  EXPECT_EQ(in.status, 200);
  EXPECT_THAT(me(told(in)),
              HasSubstr(R"("name":"Lena","role":"expert","group":"lived_experience")"));
  EXPECT_THAT(get("ada", "/api/people").body,
              AllOf(HasSubstr("Lena"), HasSubstr(R"("invites":[])")));
}

TEST_F(InvitedTest, CannotComeOnceItIsWithdrawnWhileOthersCan) {
  const std::string gone = invite(), stays = invite();
  const auto at = "/api/people/invites/" + people::token_digest(gone);
  EXPECT_THAT(get("ada", "/api/people").body,
              AllOf(HasSubstr(people::token_digest(gone)), HasSubstr(people::token_digest(stays)),
                    Not(HasSubstr(gone)), Not(HasSubstr(stays))));
  EXPECT_EQ(as("ada", Method::remove, at).status, 204);
  EXPECT_EQ(get("", "/api/invites/" + gone).status, 404);
  EXPECT_EQ(accept(gone, "Lena").status, 404);
  EXPECT_EQ(as("ada", Method::remove, at).status, 404);
  EXPECT_EQ(get("", "/api/invites/" + people::token_digest(stays)).status, 404)
      << "what names it opens nothing";
  EXPECT_EQ(accept(stays, "Lena").status, 200);
}

TEST_F(InvitedTest, ComeOnceAndInTime) {
  const std::string used = invite(), late = invite();
  EXPECT_EQ(accept(used, "mara").status, 409) << "the name is taken";
  EXPECT_EQ(accept(used, "Lena").status, 200);
  EXPECT_EQ(accept(used, "Another").status, 404);
  EXPECT_EQ(get("", "/api/invites/" + used).status, 404);
  clock_.pass(people::kInviteLasts);
  EXPECT_EQ(accept(late, "Another").status, 404);
  EXPECT_EQ(get("", "/api/invites/" + late).status, 404);
}

TEST_F(TeamTest, ATalkBeginsOnTheTermsThatWereTold) {
  const std::string quiet = begin("tom"),
                    open = begin("tom", R"(,"training":true,"research":true)");
  const auto talk = line_of(quiet);
  EXPECT_EQ(talk.owner, "tom");
  EXPECT_EQ(talk.days, 30);
  EXPECT_FALSE(talk.agreed.training || talk.agreed.research || talk.agreed.shared);
  EXPECT_TRUE(line_of(open).agreed.training && line_of(open).agreed.research);
  EXPECT_THAT(get("tom", "/api/sessions").body,
              HasSubstr(R"("shared":false,"training":true,"research":true,"announced":false,)"
                        R"("days":30,"erased":false)"));
}

TEST_F(TeamTest, ASecondTryAgreesToNothingByItself) {
  const std::string first = talk_of("tom", {.terms = {.shared = true, .training = true}});
  const auto again = as("tom", Method::post, "/api/sessions",
                        R"({"branch_of":")" + first + R"(","branch_turn":1})");
  ASSERT_EQ(again.status, 201);
  const auto talk = line_of(again.body.substr(7, 32));
  EXPECT_EQ(talk.owner, "tom");
  EXPECT_FALSE(talk.agreed.shared || talk.agreed.training || talk.agreed.research);
}

TEST_F(TeamTest, TermsChangeWheneverTheirOwnerLikes) {
  const std::string talk = begin("tom", R"(,"training":true)");
  const std::string at = "/api/sessions/" + talk + "/terms";
  EXPECT_EQ(as("tom", Method::put, at, kTerms).status, 204);
  EXPECT_TRUE(line_of(talk).agreed.shared);
  EXPECT_EQ(as("tom", Method::put, at, R"({"shared":false})").status, 400);
  EXPECT_EQ(as("tess", Method::put, at, kTerms).status, 404);
  EXPECT_EQ(
      as("tom", Method::put, at, R"({"shared":false,"training":false,"research":false})").status,
      204);
  EXPECT_FALSE(line_of(talk).agreed.shared || line_of(talk).agreed.training);
}

TEST_F(TeamTest, EverybodyHasTheirOwnTalksPreferencesAndProgress) {
  const std::string talk = begin("tom");
  static_cast<void>(talk_of("tom", {}));
  EXPECT_THAT(get("tom", "/api/sessions").body, HasSubstr(talk));
  EXPECT_EQ(get("tess", "/api/sessions").body, R"({"sessions":[]})");
  EXPECT_EQ(
      as("tom", Method::put, "/api/preferences", R"({"help":"off","avoid":["grief"]})").status,
      200);
  EXPECT_THAT(get("tom", "/api/preferences").body, HasSubstr("grief"));
  EXPECT_THAT(get("tess", "/api/preferences").body, Not(HasSubstr("grief")));
  EXPECT_THAT(get("tess", "/api/progress").body, HasSubstr(R"("talks":0)"));
}

TEST_F(TeamTest, ProgramsHaveNoClientsHere) {
  for (const std::string id : {"", "tom", "ada"}) {
    const Response models = get(id, "/v1/models");
    EXPECT_EQ(models.status, 403);
    EXPECT_THAT(models.body, HasSubstr("team mode"));
    EXPECT_EQ(as(id, Method::post, "/v1/chat/completions", "{}").status, 403);
  }
}

class LiveTeamTest : public TeamTest {
 protected:
  std::shared_ptr<Ear> follow(const std::string& talk, const std::string& token) {
    auto ear = std::make_shared<Ear>();
    receive_ = go_live(site_, talk, from_page(token, Method::get, "/"), ear);
    return ear;
  }
};

TEST_F(LiveTeamTest, OnlyItsSupporterFollowsATalk) {
  const std::string talk = talk_of("tom", {.closed = false, .terms = {.shared = true}});
  EXPECT_THAT(follow(talk, browser_of("tom"))->wait_for(R"("ready")"), HasSubstr("last"));
  const auto nobody = follow(talk, "");
  EXPECT_THAT(nobody->wait_for("error"), HasSubstr(R"("code":"sign_in")"));
  nobody->wait_for_close();
  for (const char* id : {"tess", "ada"}) {
    const auto other = follow(talk, browser_of(id));
    EXPECT_THAT(other->wait_for("error"), HasSubstr(R"("code":"not_found")"));
    other->wait_for_close();
    EXPECT_EQ(other->count(R"("event")"), 0);
  }
}

TEST_F(LiveTeamTest, WordsOfWhoeverIsSignedOutAreTurnedBack) {
  const std::string talk = talk_of("tom", {.closed = false});
  const std::string token = browser_of("tom"), before = log_text(talk);
  const auto ear = follow(talk, token);
  ear->wait_for(R"("ready")");
  ASSERT_TRUE(accounts_.change({.id = "tom", .active = false}));
  say("key-00002", "Are you still there?");
  EXPECT_THAT(ear->wait_for("error"),
              AllOf(HasSubstr(R"("code":"sign_in")"), HasSubstr(R"("key":"key-00002")")));
  ear->wait_for_close();
  EXPECT_EQ(log_text(talk), before);
}

class RetentionTest : public TeamTest {
 protected:
  void look() {
    retention_.tick(site_);
    all_meet();  // it has looked
    all_meet();  // and what it began is done
  }
  bool is_erased(const std::string& talk) { return line_of(talk).erased; }

 private:
  /// Both workers at once have nothing left of what was taken before.
  void all_meet() {
    const auto here = std::make_shared<std::barrier<>>(3);  // whoever leaves last lets it go
    for (int i = 0; i < 2; ++i) EXPECT_TRUE(workers_.offer([here] { here->arrive_and_wait(); }));
    here->arrive_and_wait();
  }

  Retention retention_;
};

TEST_F(RetentionTest, WordsGoWhenTheirDaysAreOver) {
  const std::string talk = talk_of("tom", {.days = 30}), kept = talk_of("tom", {.days = 0});
  clock_.pass(30 * 24h - 1s);
  look();
  EXPECT_FALSE(is_erased(talk));
  clock_.pass(1h);
  look();
  EXPECT_TRUE(is_erased(talk));
  EXPECT_FALSE(is_erased(kept));
  EXPECT_THAT(log_text(talk), Not(HasSubstr("That sounds heavy")));
  EXPECT_EQ(get("tom", "/api/sessions/" + talk + "/debrief").status, 409);
}

TEST_F(RetentionTest, LooksOnceAnHourAtMost) {
  const std::string first = talk_of("tom", {.days = 1});
  clock_.pass(30min);
  const std::string second = talk_of("tom", {.days = 1});
  clock_.pass(24h - 30min);
  look();
  EXPECT_TRUE(is_erased(first));
  clock_.pass(30min);
  look();
  EXPECT_FALSE(is_erased(second));
  clock_.pass(30min);
  look();
  EXPECT_TRUE(is_erased(second));
}

Request with(const std::map<std::string, std::string>& headers, const std::string& peer = "") {
  Request request;
  request.headers = headers;
  request.peer = peer;
  return request;
}

TEST(PublicTeam, TrustsItsProxyAndSecuresItsCookie) {
  fakes::MemoryAccounts accounts;
  base::SimulatedClock clock;
  Team team({.address = parse_public_address("https://attune.example.org").value()}, accounts,
            clock);
  EXPECT_THAT(team.cookie("abc"), AllOf(HasSubstr("__Host-attune=abc;"), HasSubstr("; Secure")));
  EXPECT_EQ(team.browser(with({{"cookie", "attune=x; __Host-attune=abc"}})), "abc");
  EXPECT_EQ(team.browser(with({{"cookie", "attune=x,__Host-attune=abc,b=c"}})), "abc");
  EXPECT_EQ(team.browser(with({{"cookie", "attune=x"}})), "");
  EXPECT_EQ(team.caller(with({{"x-forwarded-for", "10.0.0.1, 192.0.2.7"}}, "127.0.0.1")),
            "192.0.2.7");
  EXPECT_EQ(team.caller(with({}, "127.0.0.1")), "127.0.0.1");
  EXPECT_EQ(team.link(with({}), "/invite/x"), "https://attune.example.org/invite/x");
}

TEST(LanTeam, TrustsNoProxy) {
  fakes::MemoryAccounts accounts;
  base::SimulatedClock clock;
  Team team({.address = parse_public_address("http://192.0.2.1:8080").value()}, accounts, clock);
  EXPECT_EQ(team.caller(with({{"x-forwarded-for", "10.0.0.1"}}, "192.0.2.9")), "192.0.2.9");
  EXPECT_THAT(team.cookie("abc"), Not(HasSubstr("Secure")));
}

}  // namespace
}  // namespace attune::server
