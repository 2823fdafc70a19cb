#include "server/practice.h"

#include <future>

#include <gmock/gmock.h>

#include "fakes/rooms_fixture.h"
#include "server/routes.h"

namespace attune::server {
namespace {

using conversation::Help;
using conversation::HelpWish;
using conversation::Theme;
using testing::HasSubstr;

class PracticeTest : public RoomsFixture {
 protected:
  Response ask(Method method, const std::string& path, const std::string& body = "") {
    std::promise<Response> promise;
    auto response = promise.get_future();
    Request request{.method = method, .path = path, .body = body};
    route(site_, std::move(request),
          Answer([&](Response answer) { promise.set_value(std::move(answer)); }));
    return response.get();
  }
  Response begin(const std::string& more = "") {
    return ask(Method::post, "/api/sessions",
               R"({"case":")" + desk().person.id + "\"" + more + "}");
  }
  conversation::Opened opened(const Response& created) {
    const std::string id = created.body.substr(7, 32);  // {"id":"..."}
    const auto events = log_.events(conversation::SessionId(id), 0);
    return std::get<conversation::Opened>(events->front().body);
  }
  /// A closed talk of three replies, in words of their own.
  void leave_a_talk(const std::string& id) {
    std::vector<conversation::Event> events{session::open(desk(), 1, {})};
    const auto add = [&](conversation::Body body) {
      events.push_back({static_cast<int>(events.size()) + 1, {}, std::move(body)});
    };
    for (int turn = 1; turn <= 3; ++turn) add(conversation::Said{.turn = turn, .text = "Mm."});
    add(conversation::Closed{});
    log_.append(conversation::SessionId(id), std::move(events),
                [](const base::Result<void>& done) { ASSERT_TRUE(done); });
  }
};

TEST_F(PracticeTest, PreferencesAreKeptAndTold) {
  EXPECT_EQ(ask(Method::get, "/api/preferences").body, R"({"help":"on_request","avoid":[]})");
  const std::string wish = R"({"help":"always","avoid":["grief","suicide"]})";
  EXPECT_EQ(ask(Method::put, "/api/preferences", wish).status, 200);
  EXPECT_EQ(ask(Method::get, "/api/preferences").body, wish);
  EXPECT_EQ(ask(Method::put, "/api/preferences", R"({"help":"always"})").status, 400);
  EXPECT_EQ(ask(Method::get, "/api/preferences").body, wish);
}

TEST_F(PracticeTest, ATalkGoesToResearchWhileItsSupporterAgrees) {
  const auto agree = [&](int seq, bool research) {
    log_.append(conversation::SessionId("one"),
                {{seq, {}, conversation::Agreed{.research = research}}},
                [](const base::Result<void>& done) { ASSERT_TRUE(done); });
  };
  const auto talks = [&] { return ask(Method::get, "/api/export").body.substr(0, 10); };
  leave_a_talk("one");
  EXPECT_EQ(talks(), R"({"talks":0)");
  agree(6, true);
  EXPECT_EQ(talks(), R"({"talks":1)");
  agree(7, false);
  EXPECT_EQ(talks(), R"({"talks":0)");
}

TEST_F(PracticeTest, ATalkWhoseWordsAreErasedHasNoDebriefAndCountsOn) {
  leave_a_talk("one");
  const auto skills = ask(Method::get, "/api/progress").body;
  ASSERT_TRUE(log_.redact(conversation::SessionId("one"), {}));
  EXPECT_EQ(ask(Method::get, "/api/progress").body, skills);
  for (const char* what : {"debrief", "steps"}) {
    const Response refused = ask(Method::get, std::string("/api/sessions/one/") + what);
    EXPECT_EQ(refused.status, 409) << what;
    EXPECT_THAT(refused.body, HasSubstr("erased as agreed"));
  }
  EXPECT_EQ(ask(Method::get, "/api/sessions/one/events").status, 200);
  EXPECT_EQ(ask(Method::post, "/api/sessions", R"({"branch_of":"one","branch_turn":2})").status,
            409);
}

TEST_F(PracticeTest, SomebodyLeftOutIsMarkedAndNotBegun) {
  EXPECT_THAT(ask(Method::get, "/api/cases").body,
              HasSubstr(R"("themes":["caregiving","illness","family","suicide"],"avoided":false)"));
  ASSERT_TRUE(preferences_.put("", {HelpWish::on_request, {Theme::illness}}));
  EXPECT_THAT(ask(Method::get, "/api/cases").body, HasSubstr(R"("avoided":true)"));
  const Response refused = begin();
  EXPECT_EQ(refused.status, 409);
  EXPECT_THAT(refused.body, testing::AllOf(HasSubstr("illness"), HasSubstr("settings"),
                                           testing::Not(HasSubstr("caregiving"))));
  ASSERT_TRUE(preferences_.put("", {}));
  EXPECT_EQ(begin().status, 201);
}

TEST_F(PracticeTest, ATalkBeginsWithTheHelpThatWasChosen) {
  EXPECT_EQ(opened(begin()).help, Help::on_request);
  ASSERT_TRUE(preferences_.put("", {HelpWish::off, {}}));
  EXPECT_EQ(opened(begin()).help, Help::off);
  const auto once = opened(begin(R"(,"help":"always")"));
  EXPECT_EQ(once.help, Help::always);
  EXPECT_FALSE(once.fading);
  EXPECT_EQ(begin(R"(,"help":"often")").status, 400);
}

TEST_F(PracticeTest, FadingHelpAsksTheTalksSoFar) {
  ASSERT_TRUE(preferences_.put("", {HelpWish::fading, {}}));
  const auto first = opened(begin());
  EXPECT_EQ(first.help, Help::always);
  EXPECT_TRUE(first.fading);
  for (const char* id : {"one", "two", "three"}) leave_a_talk(id);
  EXPECT_EQ(opened(begin()).help, Help::off);  // every fourth talk is without
}

TEST_F(PracticeTest, ProgressIsToldFromClosedTalks) {
  EXPECT_THAT(ask(Method::get, "/api/progress").body, HasSubstr(R"("talks":0)"));
  leave_a_talk("one");
  EXPECT_THAT(
      ask(Method::get, "/api/progress").body,
      testing::AllOf(HasSubstr(R"("talks":1)"), HasSubstr(R"("dependence":[{"session":"one")"),
                     HasSubstr(R"("next":null)")));  // the only person was just met
}

}  // namespace
}  // namespace attune::server
