#include "server/access.h"

#include <fstream>
#include <set>
#include <sstream>

#include <gmock/gmock.h>

#include "fakes/json_keys.h"
#include "fakes/team_fixture.h"

namespace attune::server {
namespace {

using people::Role;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::vector<std::string> kRoleIds{"trainee", "supporter", "expert", "supervisor", "admin"};

class AccessTest : public TeamFixture {
 protected:
  AccessTest() {
    for (const std::string& id : kRoleIds) add(id, people::role(id).value());
    add("owner", Role::trainee);
  }
};

std::string verb(Method method) {
  if (method == Method::get) return "GET";
  if (method == Method::post) return "POST";
  return method == Method::put ? "PUT" : "DELETE";
}

std::string path_of(const Route& route, const std::string& id) {
  return std::string(route.before) + (route.has_id ? id : "") + std::string(route.behind);
}

std::string name_of(const Route& route) {
  return verb(route.method) + " " + path_of(route, "ID");
}

bool is_of_programs(const Route& route) {
  return route.before.starts_with("/v1");
}

/// "nothing", "a sign-in" or the name of an act, by request: the second table of docs/roles.md.
std::map<std::string, std::string> documented() {
  std::ifstream file(kRoot / "docs" / "roles.md");
  std::map<std::string, std::string> asked;
  for (std::string line; std::getline(file, line);) {
    std::istringstream parts(line);
    std::string none, request, asks;
    std::getline(parts, none, '|');
    std::getline(parts, request, '|');
    std::getline(parts, asks, '|');
    if (request.find('/') == std::string::npos || !line.starts_with("| `")) continue;
    const auto quoted = [](const std::string& text) {
      const auto from = text.find('`');
      return from == std::string::npos ? ""
                                       : text.substr(from + 1, text.find('`', from + 1) - from - 1);
    };
    const std::string act = quoted(asks);
    asked[quoted(request)] = !act.empty()                                ? act
                             : asks.find("sign-in") != std::string::npos ? "a sign-in"
                                                                         : "nothing";
  }
  return asked;
}

std::string asked_by(const Needs& needs) {
  if (needs.act()) return std::string(people::name(*needs.act()));
  return needs.sign_in_needed() ? "a sign-in" : "nothing";
}

TEST_F(AccessTest, EveryRouteStandsInTheDocumentWithWhatItAsksFor) {
  auto asked = documented();
  for (const Route& route : routes()) {
    ASSERT_TRUE(asked.contains(name_of(route))) << name_of(route) << " is missing in docs/roles.md";
    EXPECT_EQ(asked.at(name_of(route)), asked_by(route.needs)) << name_of(route);
    asked.erase(name_of(route));
  }
  for (const auto& [request, what] : asked) ADD_FAILURE() << request << " is no route";
}

/// What the table of roles says of `role` and a route, or of nobody for "".
int refusal_for(const std::string& role, const Route& route) {
  const std::string asks = documented().at(name_of(route));
  if (is_of_programs(route)) return 403;
  if (asks == "nothing") return 0;
  if (role.empty()) return 401;
  if (asks == "a sign-in") return 0;
  for (std::size_t act = 0; act < people::kActs; ++act) {
    if (people::name(static_cast<people::Act>(act)) == asks)
      return people::may(people::role(role).value(), static_cast<people::Act>(act)) ? 0 : 403;
  }
  return -1;
}

TEST_F(AccessTest, EveryRouteAnswersEveryRoleAsTheTableSays) {
  auto everybody = kRoleIds;
  everybody.emplace_back();
  for (const Route& route : routes()) {
    for (const std::string& role : everybody) {
      const int status = as(role, route.method, path_of(route, "no-such-id")).status;
      const int refused = refusal_for(role, route);
      if (refused == 0) {
        EXPECT_TRUE(status != 401 && status != 403) << name_of(route) << " as " << role;
      } else {
        EXPECT_EQ(status, refused) << name_of(route) << " as " << role;
      }
    }
  }
}

TEST_F(AccessTest, NobodyChangesAnythingWithoutTheTokenOfThePage) {
  for (const Route& route : routes()) {
    if (route.method == Method::get || !route.needs.sign_in_needed()) continue;
    for (const std::string& role : kRoleIds) {
      Request forged = from_page(browser_of(role), route.method, path_of(route, "no-such-id"));
      forged.headers["x-attune-token"] = people::page_token(browser_of(role));
      EXPECT_EQ(ask(forged).status, 403) << name_of(route) << " as " << role;
      forged.headers.erase("x-attune-token");
      EXPECT_EQ(ask(forged).status, 403) << name_of(route) << " as " << role;
    }
  }
}

TEST_F(AccessTest, ATalkOfSomebodyElseIsNowhereToBeFound) {
  for (const Plan& plan : {Plan{.closed = false}, Plan{.closed = true},
                           Plan{.closed = false, .terms = {.shared = true}, .announced = true},
                           Plan{.terms = {.training = true, .research = true}}}) {
    const std::string talk = talk_of("owner", plan);
    const std::string before = log_text(talk);
    for (const Route& route : routes()) {
      if (!route.before.starts_with("/api/sessions/")) continue;
      const std::string body = route.behind == "/terms"
                                   ? R"({"shared":true,"training":true,"research":true})"
                                   : R"({"text":"What is that like?"})";
      for (const std::string& role : kRoleIds) {
        const Response other = as(role, route.method, path_of(route, talk), body);
        const Response none = as(role, route.method, path_of(route, "no-such-id"), body);
        EXPECT_EQ(other.status, 404) << name_of(route) << " as " << role;
        EXPECT_EQ(other.body, none.body) << "nothing tells that there is one";
      }
    }
    for (const std::string& role : kRoleIds) {
      EXPECT_EQ(get(role, "/api/sessions").body, R"({"sessions":[]})") << role;
      EXPECT_EQ(as(role, Method::post, "/api/sessions",
                   R"({"branch_of":")" + talk + R"(","branch_turn":1})")
                    .status,
                404);
    }
    EXPECT_EQ(log_text(talk), before);
  }
}

TEST_F(AccessTest, ItsSupporterReachesAllOfATalk) {
  for (const Route& route : routes()) {
    if (!route.before.starts_with("/api/sessions/")) continue;
    const std::string talk = talk_of("owner", {.closed = route.behind == "/debrief"});
    const std::string body = route.behind == "/terms"
                                 ? R"({"shared":true,"training":false,"research":false})"
                                 : R"({"text":"What is that like?"})";
    const int status = as("owner", route.method, path_of(route, talk), body).status;
    EXPECT_TRUE(status == 200 || status == 204) << name_of(route) << " " << status;
  }
}

const std::set<std::string> kHidden{"state",  "cue",  "layer",   "seed",  "case_hash", "causes",
                                    "memory", "trap", "intent",  "lines", "exhausted", "owner",
                                    "risk",   "talk", "empathy", "mind",  "concerns"};

TEST_F(AccessTest, NothingHiddenReachesASupporterBeforeTheEnd) {
  const std::string talk = talk_of("owner", {.closed = false});
  std::set<std::string> stored;
  for (const auto& event : events_of(talk))
    stored.merge(fakes::json_keys(conversation::to_json(event)));
  ASSERT_TRUE(stored.contains("seed") && stored.contains("state")) << "there is something to hide";
  const auto shown = fakes::json_keys(get("owner", "/api/sessions/" + talk + "/events").body);
  ASSERT_TRUE(shown.contains("text"));
  for (const std::string& key : kHidden) EXPECT_FALSE(shown.contains(key)) << key;
}

TEST_F(AccessTest, NoRouteTellsASupporterTheSeedOrTheTruthBeforeTheEnd) {
  const std::string talk = talk_of("owner", {.closed = false});
  for (const Route& route : routes()) {
    if (route.method == Method::remove) continue;
    const std::string body =
        as("owner", route.method, path_of(route, talk), R"({"text":"What is that like?"})").body;
    EXPECT_THAT(body,
                AllOf(Not(HasSubstr(std::to_string(kSeed))), Not(HasSubstr(desk().person.hash))))
        << name_of(route);
    for (const auto& layer : desk().person.layers)
      EXPECT_THAT(body, AllOf(Not(HasSubstr(layer.about)), Not(HasSubstr(layer.unsaid))));
    for (const auto& cue : desk().person.cues) EXPECT_THAT(body, Not(HasSubstr(cue.beneath)));
  }
}

class SupervisedTest : public AccessTest {
 protected:
  int status(const std::string& id, Method method, const std::string& path,
             const std::string& body = "") {
    return as(id, method, path, body).status;
  }
  bool reads(const std::string& id, const std::string& talk) {
    const int events = status(id, Method::get, "/api/sessions/" + talk + "/events");
    EXPECT_EQ(events == 200, status(id, Method::get, "/api/sessions/" + talk + "/debrief") == 200);
    EXPECT_TRUE(events == 200 || events == 404);
    return events == 200;
  }
};

TEST_F(SupervisedTest, ReadWhatWasSharedOrAnnouncedOnceItHasEnded) {
  const auto read = [&](const Plan& plan) { return reads("supervisor", talk_of("owner", plan)); };
  EXPECT_TRUE(read({.terms = {.shared = true}}));
  EXPECT_TRUE(read({.announced = true}));
  EXPECT_FALSE(read({}));
  EXPECT_FALSE(read({.terms = {.training = true, .research = true}}));
  EXPECT_FALSE(read({.closed = false, .terms = {.shared = true}}));
  EXPECT_FALSE(read({.closed = false, .announced = true}));
}

TEST_F(SupervisedTest, AreTheOnlyOnesWhoDo) {
  const std::string talk = talk_of("owner", {.terms = {.shared = true}, .announced = true});
  for (const char* id : {"trainee", "supporter", "expert", "admin"})
    EXPECT_FALSE(reads(id, talk)) << id;
}

TEST_F(SupervisedTest, DoNothingElseWithIt) {
  const std::string talk = talk_of("owner", {.terms = {.shared = true}});
  const std::string before = log_text(talk), at = "/api/sessions/" + talk;
  const auto refused = [&](Method method, const std::string& path, const std::string& body = "") {
    EXPECT_EQ(status("supervisor", method, path, body), 404) << path;
  };
  refused(Method::get, at + "/steps");
  refused(Method::post, at + "/draft", R"({"text":"What is that like?"})");
  refused(Method::put, at + "/terms", R"({"shared":true,"training":true,"research":true})");
  refused(Method::post, "/api/sessions", R"({"branch_of":")" + talk + R"(","branch_turn":1})");
  refused(Method::remove, at);
  EXPECT_EQ(log_text(talk), before);
  EXPECT_EQ(get("supervisor", "/api/sessions").body, R"({"sessions":[]})");
  EXPECT_THAT(get("supervisor", "/api/progress").body, HasSubstr(R"("talks":0)"));
}

TEST_F(SupervisedTest, LoseWhatIsWithdrawn) {
  const std::string talk = talk_of("owner", {.terms = {.shared = true}});
  EXPECT_TRUE(reads("supervisor", talk));
  const auto list = [&] { return get("supervisor", "/api/supervise").body; };
  EXPECT_THAT(list(), AllOf(HasSubstr(talk), HasSubstr(R"("supporter":"owner")")));
  EXPECT_EQ(status("owner", Method::put, "/api/sessions/" + talk + "/terms",
                   R"({"shared":false,"training":false,"research":false})"),
            204);
  EXPECT_FALSE(reads("supervisor", talk));
  EXPECT_EQ(list(), R"({"sessions":[]})");
}

TEST_F(SupervisedTest, SeeInTheirListWhatTheyMayReadOfOthers) {
  const std::string shared = talk_of("owner", {.terms = {.shared = true}});
  const std::string hidden = talk_of("trainee", {});
  const std::string own = talk_of("supervisor", {.terms = {.shared = true}});
  const std::string list = get("supervisor", "/api/supervise").body;
  EXPECT_THAT(list, HasSubstr("\"" + shared + "\""));
  EXPECT_THAT(list, AllOf(Not(HasSubstr("\"" + hidden + "\"")), Not(HasSubstr("\"" + own + "\""))));
}

TEST_F(SupervisedTest, GetNoTalkWhoseWordsWereErased) {
  const std::string talk = talk_of("owner", {.terms = {.shared = true}});
  ASSERT_TRUE(log_.redact(conversation::SessionId(talk), clock_.now()));
  EXPECT_FALSE(reads("supervisor", talk));
}

/// A shared second try shows beside it the first one only where that was shared too.
TEST_F(SupervisedTest, GetNoFirstTryThatWasNotShared) {
  for (const bool first_shared : {false, true}) {
    const std::string first = talk_of("owner", {.terms = {.shared = first_shared}});
    auto events = session::branch(conversation::SessionId(first), events_of(first), 1).value();
    const conversation::SessionId second("again-" + first);
    for (const conversation::Body& body : std::initializer_list<conversation::Body>{
             conversation::Agreed{.shared = true},
             conversation::Said{.turn = 1, .text = "What hurts most?", .key = "key-00009"},
             conversation::Closed{}, conversation::Rated{.rater = "self"}})
      events.push_back({events.back().seq + 1, clock_.now(), body});
    log_.append(second, events, [](const base::Result<void>& done) { ASSERT_TRUE(done); });
    const std::string debrief =
        get("supervisor", "/api/sessions/" + second.text() + "/debrief").body;
    EXPECT_THAT(debrief, HasSubstr("What hurts most?"));
    EXPECT_EQ(debrief.find("What is it like?") != std::string::npos, first_shared);
  }
}

}  // namespace
}  // namespace attune::server
