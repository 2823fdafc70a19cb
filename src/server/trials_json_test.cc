#include "server/trials.h"

#include <set>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "fakes/team_fixture.h"

namespace attune::server {
namespace {

using Json = nlohmann::json;
using people::Role;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kOne = "/api/trials/one";

/// A plan for the one client of the fixture: with ideas and without, a talk each.
std::string plan_text(const std::string& client, const std::string& more = "") {
  return R"(format: attune-trial
version: 1
id: one
title: The secret question
question: Do ideas help?
conditions:
  - {id: with, title: "with the hidden help", help: always}
  - {id: without, title: "without it", help: "off"}
arms:
  - {id: helped, title: Helped arm, talks: [{client: )" +
         client + R"(, condition: with}]}
  - {id: bare, title: Bare arm, talks: [{client: )" +
         client + R"(, condition: without}]}
randomization: {blocks: [2], seed: 7}
consent: You may say no.
before: [self-efficacy]
raters: {instruments: [support-quality], number: 2}
primary: {id: q, title: Q, measure: ratings, instrument: support-quality, score: mean, compare: [with, without], test: welch_t}
sample: {smallest: 0.8, power: 0.8, alpha: 0.05, people: 52}
analysis: As drawn.
)" + more;
}

class TrialsTest : public TeamFixture {
 protected:
  TrialsTest() {
    add("lead", Role::supervisor);
    add("admin", Role::admin);
    for (const char* id : {"ann", "ben"}) add(id, Role::trainee);
    for (const char* id : {"rob", "ria"}) add(id, Role::expert);
  }

  Json post(const std::string& who, const std::string& path, const Json& body, int status = 200) {
    const Response response = as(who, Method::post, path, body.dump());
    EXPECT_EQ(response.status, status) << path << ": " << response.body;
    return response.body.empty() ? Json() : Json::parse(response.body);
  }
  Json step(const std::string& who) { return Json::parse(get(who, "/api/trial").body); }
  Json study() { return Json::parse(get("lead", kOne).body); }

  void begin_study() {
    post("lead", "/api/trials", {{"text", plan_text(desk().person.id)}}, 201);
    post("lead", std::string(kOne) + "/freeze", Json::object());
  }
  void enroll(const std::vector<std::string>& people) {
    post("lead", std::string(kOne) + "/enroll", {{"people", people}});
  }
  Json sheets() {
    Json sheet{{"instrument", "self-efficacy"}}, body;
    for (const auto& item : instruments_.at("self-efficacy").items) sheet["answers"][item.id] = 5;
    body["sheets"].push_back(sheet);
    return body;
  }
  /// Agrees, answers, and begins the talk; its id.
  std::string into_talk(const std::string& who) {
    post(who, "/api/trial/consent", {{"agree", true}});
    post(who, "/api/trial/answers", sheets());
    return post(who, "/api/trial/talk", Json::object(), 201).at("id");
  }
  void end(const std::string& session) {
    const conversation::SessionId id(session);
    auto progress = session::begin(desk().person);
    for (const auto& event : events_of(session)) session::fold(progress, event);
    log_.append(id, {{progress.last + 1, clock_.now(), conversation::Closed{}}},
                [](const base::Result<void>& done) { ASSERT_TRUE(done); });
  }
  conversation::Agreed terms(const std::string& session) {
    const auto all = log_.sessions();
    for (const auto& summary : *all)
      if (summary.id.text() == session) return summary.agreed;
    return {};
  }
};

TEST_F(TrialsTest, SomebodyGoesThroughAStudyStepByStep) {
  begin_study();
  EXPECT_EQ(step("ann").at("trial"), nullptr);
  enroll({"ann"});
  EXPECT_EQ(step("ann").at("step"), "consent");
  EXPECT_EQ(step("ann").at("text"), "You may say no.");
  const std::string talk = into_talk("ann");
  EXPECT_EQ(step("ann").at("talk").at("session"), talk);
  EXPECT_EQ(post("ann", "/api/trial/talk", Json::object()).at("id"), talk);
  end(talk);
  EXPECT_EQ(step("ann").at("step"), "done");
  EXPECT_EQ(study().at("people").at(0).at("step"), "done");
}

TEST_F(TrialsTest, TalkHasTheArmsHelpAndIsLentToResearch) {
  begin_study();
  enroll({"ann", "ben"});
  std::set<std::string> helps;
  for (const char* who : {"ann", "ben"}) {
    const std::string talk = into_talk(who);
    const auto opened = std::get<conversation::Opened>(events_of(talk).front().body);
    EXPECT_EQ(opened.owner, who);
    helps.insert(std::string(conversation::name(opened.help)));
    EXPECT_TRUE(terms(talk).research);
    EXPECT_FALSE(terms(talk).training);
    EXPECT_FALSE(terms(talk).shared);
  }
  EXPECT_EQ(helps, (std::set<std::string>{"always", "off"}));
}

TEST_F(TrialsTest, NobodyReadsAnArmBeforeTheEnd) {
  begin_study();
  enroll({"ann"});
  std::string told = post("ann", "/api/trial/consent", {{"agree", true}}).dump();
  told += post("ann", "/api/trial/answers", sheets()).dump() + step("ann").dump();
  const std::string talk = post("ann", "/api/trial/talk", Json::object(), 201).at("id");
  told += step("ann").dump() + get("ann", "/api/sessions/" + talk + "/events").body;
  for (const char* secret : {"Helped arm", "Bare arm", "hidden help", R"("helped")", R"("bare")",
                             R"("salt")", R"("seed")"})
    EXPECT_THAT(told, Not(HasSubstr(secret)));
  const Json seen = study();
  EXPECT_EQ(seen.at("flow").at("arms"), Json::array());
  EXPECT_THAT(seen.at("people").dump(), Not(HasSubstr("arm")));
  EXPECT_EQ(get("admin", std::string(kOne) + "/export").status, 409);
  EXPECT_EQ(Json::parse(get("lead", std::string(kOne) + "/report").body).at("open"), false);
  post("lead", std::string(kOne) + "/close", Json::object());
  EXPECT_EQ(study().at("flow").at("arms").size(), 2U);
  EXPECT_EQ(get("admin", std::string(kOne) + "/export").status, 200);
}

TEST_F(TrialsTest, RefusingChangesNothingElse) {
  begin_study();
  enroll({"ann"});
  EXPECT_EQ(post("ann", "/api/trial/consent", {{"agree", false}}).at("trial"), nullptr);
  post("ann", "/api/trial/talk", Json::object(), 409);
  EXPECT_EQ(
      as("ann", Method::post, "/api/sessions", Json{{"case", desk().person.id}}.dump()).status,
      201);
  EXPECT_EQ(study().at("flow").at("refused"), 1);
  EXPECT_EQ(study().at("flow").at("allocated"), 0);
}

TEST_F(TrialsTest, WithdrawingErasesAnswersAndTakesTalksBack) {
  begin_study();
  enroll({"ann"});
  const std::string talk = into_talk("ann");
  end(talk);
  EXPECT_EQ(step("ann").at("step"), "done");
  EXPECT_EQ(post("ann", "/api/trial/consent", {{"agree", false}}).at("trial"), nullptr);
  EXPECT_FALSE(terms(talk).research);
  const auto entries = journal_.entries(trial::kJournal, 0).value();
  for (const auto& entry : entries) EXPECT_THAT(entry.text, Not(HasSubstr("\"stay\"")));
  EXPECT_EQ(study().at("to_rate"), Json::array());
  post("lead", std::string(kOne) + "/close", Json::object());
  EXPECT_THAT(get("admin", std::string(kOne) + "/export").body, Not(HasSubstr("P001")));
}

TEST_F(TrialsTest, RatersGetABatchThatTellsThemNothing) {
  begin_study();
  enroll({"ann"});
  const std::string talk = into_talk("ann");
  const std::string raters = std::string(kOne) + "/raters";
  post("lead", raters, {{"raters", {"rob", "ria"}}}, 409);
  end(talk);
  EXPECT_EQ(step("ann").at("step"), "done");
  post("lead", raters, {{"raters", {"rob", "ann"}}}, 404);
  post("lead", raters, {{"raters", {"rob"}}}, 400);
  const Json seen = post("lead", raters, {{"raters", {"rob", "ria"}}});
  EXPECT_EQ(seen.at("given"), 1);
  EXPECT_EQ(seen.at("to_rate"), Json::array());
  const std::string batch = journal_.entries("review", 0).value().at(0).text;
  EXPECT_THAT(batch, HasSubstr(talk));
  EXPECT_THAT(batch, Not(HasSubstr("secret question")));
}

TEST_F(TrialsTest, DeletedTalkIsBegunAgain) {
  begin_study();
  enroll({"ann"});
  const std::string talk = into_talk("ann");
  EXPECT_EQ(as("ann", Method::remove, "/api/sessions/" + talk).status, 204);
  EXPECT_EQ(step("ann").at("talk").at("session"), nullptr);
  EXPECT_NE(post("ann", "/api/trial/talk", Json::object(), 201).at("id"), talk);
}

TEST_F(TrialsTest, FrozenPlanAndWrongPlanAreRefusedPlainly) {
  const Response wrong = as("lead", Method::post, "/api/trials",
                            Json{{"text", "format: attune-trial\nversion: 1\n"}}.dump());
  EXPECT_EQ(wrong.status, 400);
  EXPECT_THAT(wrong.body, HasSubstr("plan:1:1"));
  begin_study();
  EXPECT_EQ(
      as("lead", Method::post, "/api/trials", Json{{"text", plan_text(desk().person.id)}}.dump())
          .status,
      409);
  EXPECT_EQ(as("ann", Method::get, "/api/trials").status, 403);
  EXPECT_EQ(as("lead", Method::get, std::string(kOne) + "/export").status, 403);
}

TEST_F(TrialsTest, TermsOfATalkKeepWhatTheStudyAskedFor) {
  begin_study();
  enroll({"ann"});
  const std::string talk = into_talk("ann");
  const auto put = [&](bool research) {
    const Json wish{{"shared", true}, {"training", false}, {"research", research}};
    const Response kept = as("ann", Method::put, "/api/sessions/" + talk + "/terms", wish.dump());
    EXPECT_EQ(kept.status, 204) << kept.body;
    return terms(talk);
  };
  EXPECT_TRUE(put(true).research);
  EXPECT_FALSE(put(false).research);
}

TEST_F(TrialsTest, ReportPageBringsItsOwnStyle) {
  begin_study();
  const Response page = get("lead", std::string(kOne) + "/report.html");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.headers.at("Content-Security-Policy"), HasSubstr("style-src 'unsafe-inline'"));
  EXPECT_THAT(page.body, HasSubstr("The secret question"));
}

}  // namespace
}  // namespace attune::server
