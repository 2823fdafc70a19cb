#include "server/alignment.h"

#include <future>

#include <gmock/gmock.h>

#include "fakes/rated_talks.h"
#include "fakes/rooms_fixture.h"

namespace attune::server {
namespace {

using testing::HasSubstr;
using testing::Not;

class AlignmentTest : public RoomsFixture {
 protected:
  Response ask(Method method, const std::string& path, const std::string& body = "",
               const std::map<std::string, std::string>& query = {}) {
    std::promise<Response> promise;
    auto response = promise.get_future();
    Request request{.method = method, .path = path, .query = query, .body = body};
    route(site_, std::move(request),
          Answer([&](Response answer) { promise.set_value(std::move(answer)); }));
    return response.get();
  }

  /// A closed talk of six replies with a remark on the third: nobody asked for advice.
  void leave_a_talk(const std::string& id) {
    std::vector<conversation::Event> events{session::open(desk(), 1, {})};
    const auto add = [&](conversation::Body body) {
      events.push_back({static_cast<int>(events.size()) + 1, {}, std::move(body)});
    };
    for (int turn = 1; turn <= 6; ++turn) {
      add(conversation::Said{.turn = turn, .text = "Reply " + std::to_string(turn)});
      add(conversation::Read{.turn = turn, .speaker = conversation::Speaker::supporter});
      if (turn == 3)
        add(conversation::Nudged{
            .turn = 3, .kind = "advice", .text = "A remark.", .probability = 1});
      add(conversation::Said{
          .turn = turn, .speaker = conversation::Speaker::client, .text = "Answer."});
    }
    add(conversation::Closed{});
    add(conversation::Rated{.rater = "self", .instrument = "support-quality"});
    log_.append(conversation::SessionId(id), std::move(events),
                [](const base::Result<void>& done) { ASSERT_TRUE(done); });
  }

  /// Twelve talks in which an expert finds advice elsewhere than the program did.
  void have_experts_disagree() {
    for (int i = 0; i < 12; ++i) {
      const std::string id = "talk-" + std::to_string(100 + i);
      leave_a_talk(id);
      review::Rating rating{
          .task = id, .talk = id, .rater = {"expert", review::RaterKind::expert, ""}};
      rating.form.marks.push_back({"critique", "premature_advice", 2, 0, 0, 1, ""});
      ASSERT_TRUE(reviews_.append({rating}, {}));
    }
  }
};

TEST_F(AlignmentTest, TheMapIsOfOwnRatingsOrOfTheExample) {
  EXPECT_THAT(ask(Method::get, "/api/review/map").body,
              HasSubstr(R"({"simulated":false,"talks":0,)"));
  Standing with_example({reviews_, log_, services_.desks, instruments_, [] {
                           auto rated = fakes::RatedTalks{.talks = 6}.make();
                           return review::Example{std::move(rated.book), std::move(rated.beneath)};
                         }});
  EXPECT_THAT((*with_example.to_look_at())->map, HasSubstr(R"("talks":6)"));
  EXPECT_TRUE((*with_example.now())->book->ratings.empty()) << "nothing rests on it";
  have_experts_disagree();
  EXPECT_THAT((*with_example.to_look_at())->map, HasSubstr(R"("talks":12)"));
}

TEST_F(AlignmentTest, TheExampleIsMadeAsideOnceAndNoTalkWaits) {
  std::promise<void> begun, go;
  int made = 0;
  Standing standing({reviews_, log_, services_.desks, instruments_, [&] {
                       ++made;
                       begun.set_value();
                       go.get_future().wait();
                       auto rated = fakes::RatedTalks{.talks = 6}.make();
                       return review::Example{std::move(rated.book), std::move(rated.beneath)};
                     }});
  Workers aside{{.threads = 1}};
  for (int i = 0; i < 3; ++i) standing.look_ahead(aside);
  begun.get_future().wait();
  EXPECT_TRUE((*standing.now())->book->ratings.empty()) << "and that need not wait";
  go.set_value();
  EXPECT_THAT((*standing.to_look_at())->map, HasSubstr(R"("talks":6)"));
  EXPECT_EQ(made, 1);
}

TEST_F(AlignmentTest, TheExampleIsNotMadeWhereThereAreRatings) {
  have_experts_disagree();
  bool made = false;
  Standing standing({reviews_, log_, services_.desks, instruments_, [&] {
                       made = true;
                       return review::Example{};
                     }});
  ASSERT_TRUE(standing.now());
  {
    Workers aside{{.threads = 1}};
    standing.look_ahead(aside);
  }
  EXPECT_FALSE(made);
}

TEST_F(AlignmentTest, ACellOpensOntoItsReplies) {
  have_experts_disagree();
  const Response turns = ask(Method::get, "/api/review/map/turns", "",
                             {{"row", "critique.premature_advice"}, {"column", "expert"}});
  EXPECT_THAT(turns.body, HasSubstr(R"("turn":2,"client":"Answer.","reply":"Reply 2","values":[)"
                                    R"({"group":"expert","value":1.0,"text":"","severity":1},)"
                                    R"({"group":"program","value":0.0,"text":""}]})"));
  EXPECT_EQ(ask(Method::get, "/api/review/map/turns", "", {{"row", "nothing"}}).status, 400);
}

TEST_F(AlignmentTest, WhatIsNotTrustedIsHiddenFromSupportersAndTheySeeWhy) {
  leave_a_talk("mine");
  EXPECT_THAT(ask(Method::get, "/api/sessions/mine/events").body, HasSubstr("A remark."));
  EXPECT_THAT(ask(Method::get, "/api/sessions/mine/debrief").body, HasSubstr("A remark."));
  have_experts_disagree();
  EXPECT_THAT(ask(Method::get, "/api/review/trust").body,
              HasSubstr(R"("state":"not_yet","text":"not yet trusted here: 12 ratings, κ )"));
  EXPECT_THAT(ask(Method::get, "/api/sessions/mine/events").body, Not(HasSubstr("A remark.")));
  const std::string debrief = ask(Method::get, "/api/sessions/mine/debrief").body;
  EXPECT_THAT(debrief, Not(HasSubstr("A remark.")));
  EXPECT_THAT(debrief, HasSubstr(R"({"score":"nudge.advice","title":)"));
}

TEST_F(AlignmentTest, TheFloorIsTheServicesOwn) {
  EXPECT_THAT(ask(Method::get, "/api/review/trust").body, HasSubstr(R"({"floor":0.4,)"));
  EXPECT_THAT(ask(Method::put, "/api/review/trust", R"({"floor":0.55})").body,
              HasSubstr(R"({"floor":0.55,)"));
  EXPECT_EQ(ask(Method::put, "/api/review/trust", R"({"floor":2})").status, 400);
  EXPECT_EQ(ask(Method::put, "/api/review/trust", "floor").status, 400);
  EXPECT_THAT(ask(Method::get, "/api/review/trust").body, HasSubstr(R"({"floor":0.55,)"));
}

TEST_F(AlignmentTest, AScoreIsRecalibratedAndTakenBackOnlyWhereThatMeansSomething) {
  const std::string score = "/api/review/trust/concern.empathy";
  EXPECT_EQ(ask(Method::post, score + "/recalibrate").status, 400);
  EXPECT_EQ(ask(Method::post, score + "/revert").status, 409);
  EXPECT_EQ(ask(Method::post, "/api/review/trust/luck/recalibrate").status, 404);
  ASSERT_TRUE(reviews_.append(
      {review::Recalibrated{.score = "concern.empathy", .left = std::vector<stats::Steps>(5)}},
      {}));
  EXPECT_THAT(ask(Method::get, "/api/review/trust").body, HasSubstr(R"("version":1)"));
  EXPECT_THAT(ask(Method::post, score + "/revert").body, Not(HasSubstr(R"("version":1)")));
}

}  // namespace
}  // namespace attune::server
