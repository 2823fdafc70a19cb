#include "server/review.h"

#include <future>
#include <set>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "fakes/memory_accounts.h"
#include "fakes/rooms_fixture.h"
#include "review/queue.h"
#include "server/routes.h"

namespace attune::server {
namespace {

using Json = nlohmann::ordered_json;
using conversation::Said;
using conversation::Speaker;
using testing::HasSubstr;

class ReviewTest : public RoomsFixture {
 protected:
  static Who person(const std::string& name, people::Role role, people::Group group) {
    return {"acc-" + name, name, role, group, false, true};
  }
  Response ask(Method method, const std::string& target, const Json& body = {}, Who who = {}) {
    std::promise<Response> promise;
    auto response = promise.get_future();
    Request request{.method = method, .path = target.substr(0, target.find('?'))};
    if (!body.is_null()) request.body = body.dump();
    const auto query = target.find('?');
    std::istringstream pairs(query == std::string::npos ? "" : target.substr(query + 1));
    for (std::string pair; std::getline(pairs, pair, '&');)
      request.query[pair.substr(0, pair.find('='))] = pair.substr(pair.find('=') + 1);
    request.who = std::move(who);
    route(who_.accounts == nullptr ? site_ : team_site_, std::move(request),
          Answer([&](Response answer) { promise.set_value(std::move(answer)); }));
    return response.get();
  }
  Json get(const std::string& target, Who who = {}) {
    return Json::parse(ask(Method::get, target, {}, std::move(who)).body);
  }

  /// A closed talk in the log, of `owner` where there are accounts.
  void leave_a_talk(const std::string& id, const std::string& owner = "",
                    conversation::Agreed agreed = {}) {
    std::vector<conversation::Event> events{session::open(desk(), 1, {})};
    std::get<conversation::Opened>(events[0].body).owner = owner;
    const auto add = [&](conversation::Body body) {
      events.push_back({static_cast<int>(events.size()) + 1, {}, std::move(body)});
    };
    add(Said{.turn = 0, .speaker = Speaker::client, .text = "Is it open?"});
    add(Said{.turn = 1, .text = "It is."});
    add(Said{.turn = 1, .speaker = Speaker::client, .text = "I can't sleep."});
    add(Said{.turn = 2, .text = "Have you tried tea?"});
    add(conversation::Closed{});
    add(agreed);
    log_.append(conversation::SessionId(id), std::move(events),
                [](const base::Result<void>& done) { ASSERT_TRUE(done); });
  }
  std::string batch(const Json& talks, const Json& raters, const Json& pairs = Json::array(),
                    const Who& who = {}) {
    const Response made = ask(Method::post, "/api/review/batches",
                              {{"title", "June"},
                               {"instruments", {"support-quality", "critique"}},
                               {"talks", talks},
                               {"pairs", pairs},
                               {"raters", raters}},
                              who);
    EXPECT_EQ(made.status, 201) << made.body;
    return made.status == 201 ? Json::parse(made.body).at("batch").get<std::string>() : "";
  }
  Json form(int value = 3) {
    Json answers = Json::object();
    for (const review::Item& item : instruments_.at("support-quality").items)
      answers[item.id] = value;
    return {{"sheets", {{{"instrument", "support-quality"}, {"answers", answers}}}},
            {"marks",
             {{{"instrument", "critique"},
               {"code", "premature_advice"},
               {"turn", 2},
               {"start", 0},
               {"end", 19},
               {"severity", 2},
               {"text", "too soon"}}}},
            {"comment", "warm, hasty"},
            {"seconds", 62.5}};
  }
  /// A list of an answer, by value: a loop over a part of a passing value would hang in the air.
  Json list(const std::string& target, const char* key, Who who = {}) {
    return get(target, std::move(who)).at(key);
  }
  std::string first_task(Who who = {}) {
    return get("/api/review/queue", std::move(who)).at("tasks").at(0).at("task");
  }
  Response hand_in(const std::string& task, const Json& body, Who who = {}) {
    return ask(Method::post, "/api/review/tasks/" + task + "/hand-in", body, std::move(who));
  }

  void use_accounts() {
    who_.accounts = &accounts_;
    for (const Who* who : {&ann_, &ben_, &tia_, &sue_})
      ASSERT_TRUE(accounts_.add({who->account, who->name, who->role, who->group}, "hash"));
  }

  fakes::MemoryAccounts accounts_;
  const Who ann_ = person("ann", people::Role::expert, people::Group::expert);
  const Who ben_ = person("ben", people::Role::expert, people::Group::lived_experience);
  const Who tia_ = person("tia", people::Role::trainee, people::Group::peer);
  const Who sue_ = person("sue", people::Role::supervisor, people::Group::expert);

 private:
  struct Mode {
    people::AccountStore* accounts = nullptr;
  } who_;
  Services team_services_{
      log_,       services_.desks, services_.reader, services_.texts, clock_,     workers_,
      outside_,   preferences_,    progress_texts_,  archive_,        protocols_, journal_,
      &accounts_, instruments_,    reviews_,         standing_,       studies_,   aside_};
  Rooms team_rooms_{{.kept = 4, .waiting = 3}, team_services_};
  Site team_site_{team_services_, team_rooms_, {}};
};

TEST_F(ReviewTest, ATalkGoesFromTheBatchToTheQueueAndBack) {
  leave_a_talk("one");
  EXPECT_EQ(get("/api/review/talks").at("talks").size(), 1U);  // kTalk still goes on
  batch({"one"}, {"me"});
  const Json queue = get("/api/review/queue");
  EXPECT_EQ(queue.at("of"), 1);
  EXPECT_EQ(queue.at("tasks").at(0).at("state"), "open");
  const std::string task = first_task();
  const Json page = get("/api/review/tasks/" + task);
  ASSERT_EQ(page.at("turns").size(), 4U);
  EXPECT_EQ(page.at("turns").at(1).at("turn"), 1);
  EXPECT_EQ(page.at("turns").at(1).at("text"), "It is.");
  EXPECT_TRUE(page.at("draft").is_null());
  EXPECT_EQ(hand_in(task, form()).status, 204);
  EXPECT_EQ(get("/api/review/queue").at("done"), 1);
  EXPECT_EQ(get("/api/review/ratings").at("ratings").at(0).at("form").at("comment"), "warm, hasty");
}

TEST_F(ReviewTest, ADraftIsKeptAndGoesWithHandingIn) {
  leave_a_talk("one");
  batch({"one"}, {"me"});
  const std::string task = first_task();
  const std::string path = "/api/review/tasks/" + task;
  Json half = {{"sheets", Json::array()}, {"comment", "war"}, {"left_out", {"understood"}}};
  EXPECT_EQ(ask(Method::put, path + "/draft", half).body, R"({"saved":true})");
  EXPECT_EQ(get(path).at("draft").at("comment"), "war");
  EXPECT_EQ(get(path).at("draft").at("left_out").at(0), "understood");
  EXPECT_EQ(get("/api/review/queue").at("tasks").at(0).at("state"), "begun");
  EXPECT_EQ(hand_in(task, half).status, 400);
  EXPECT_EQ(get(path).at("draft").at("comment"), "war");
  EXPECT_EQ(hand_in(task, form()).status, 204);
  EXPECT_TRUE(get(path).at("draft").is_null());
}

TEST_F(ReviewTest, ASecondFormStandsBesideTheFirst) {
  leave_a_talk("one");
  batch({"one"}, {"me"});
  const std::string task = first_task();
  EXPECT_EQ(hand_in(task, form(2)).status, 204);
  clock_.pass(std::chrono::seconds(1));
  EXPECT_EQ(hand_in(task, form(4)).status, 204);
  const Json own = get("/api/review/ratings").at("ratings");
  ASSERT_EQ(own.size(), 2U);
  EXPECT_GT(own.at(0).at("at"), own.at(1).at("at"));
  EXPECT_EQ(get("/api/review/talks").at("talks").at(0).at("rated"), 1);
}

TEST_F(ReviewTest, WhatIsNoFormIsRefusedWithoutQuotingIt) {
  leave_a_talk("one");
  batch({"one"}, {"me"});
  const std::string task = first_task();
  Json odd = form();
  odd["marks"][0]["start"] = 0.5;
  EXPECT_EQ(hand_in(task, odd).status, 400);
  odd = form();
  odd["marks"][0]["end"] = 200;
  const Response refused = hand_in(task, odd);
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, testing::Not(HasSubstr("too soon")));
  EXPECT_EQ(hand_in("unknown", form()).status, 404);
}

TEST_F(ReviewTest, PairsAreShownByTheRatersOwnSideAndKeptByTheBatchs) {
  for (const char* id : {"one", "two", "three", "four", "five", "six"}) leave_a_talk(id);
  batch(Json::array(), {"me"}, Json::parse(R"([["one","two"],["three","four"],["five","six"]])"));
  for (const Json& task : list("/api/review/queue", "tasks")) {
    EXPECT_EQ(task.at("kind"), "pair");
    const std::string id = task.at("task");
    EXPECT_TRUE(get("/api/review/tasks/" + id).at("left").contains("turns"));
    EXPECT_EQ(hand_in(id, {{"preferred", -2}, {"reason", ""}, {"seconds", 3}}).status, 204);
    EXPECT_EQ(hand_in(id, {{"preferred", 3}}).status, 400);
    EXPECT_EQ(hand_in(id, {{"reason", "none"}}).status, 400);
  }
  const auto book = reviews_.book().value();
  ASSERT_EQ(book->choices.size(), 3U);
  std::map<std::string, bool> swapped;
  for (const review::Task& task : review::tasks(book->batches.begin()->second, "me"))
    swapped[task.id] = task.swapped;
  for (const review::Choice& choice : book->choices)
    EXPECT_EQ(choice.preferred, swapped.at(choice.task) ? 2 : -2);
  for (const Json& one : list("/api/review/ratings", "ratings"))
    EXPECT_EQ(one.at("form").at("preferred"), -2);
}

/// Every text and key of a value, one a line.
std::string all_words(const Json& json) {
  if (json.is_string()) return json.get<std::string>() + "\n";
  std::string all;
  if (json.is_structured())
    for (const auto& [key, value] : json.items()) all += key + "\n" + all_words(value);
  return all;
}

TEST_F(ReviewTest, TheQueueAndItsTasksAreBlind) {
  use_accounts();
  leave_a_talk("session-one", "acc-tia", {.training = true});
  ASSERT_TRUE(reviews_.append({review::Talk{.id = "talk-two",
                                            .origin = review::Origin::simulated,
                                            .turns = {{Speaker::supporter, "Mm."}},
                                            .supporter = "code-7",
                                            .arm = "coach-off",
                                            .case_id = "ross",
                                            .basis = "consent"},
                               review::Gold{"talk-two", {}, "acc-sue"}},
                              {}));
  batch({"session-one", "talk-two"}, {"acc-ann", "acc-ben"}, Json::array(), sue_);
  for (const Json& task : list("/api/review/queue", "tasks", ben_)) {
    const Response done =
        hand_in(task.at("task"), {{"sheets", form(5).at("sheets")}, {"comment", "ben's"}}, ben_);
    EXPECT_EQ(done.status, 204) << done.body;
  }
  Json seen = Json::array({get("/api/review/queue", ann_)});
  for (const Json& task : seen[0].at("tasks"))
    seen.push_back(get("/api/review/tasks/" + task.at("task").get<std::string>(), ann_));
  const std::string words = all_words(seen);
  EXPECT_THAT(words, HasSubstr("Have you tried tea?"));
  for (const char* hidden :
       {"acc-", "tia", "Tia", "session-one", "talk-two", "code-7", "coach-off", "ross", "consent",
        "gold", "ben's", "simulated\nsimulated", "arm", "case", "supporter\nacc"})
    EXPECT_THAT(words, testing::Not(HasSubstr(hidden)));
  EXPECT_THAT(words, testing::Not(HasSubstr(desk().person.id)));
}

TEST_F(ReviewTest, NobodyOpensAnothersTask) {
  use_accounts();
  leave_a_talk("one", "acc-tia", {.training = true});
  batch({"one"}, {"acc-ann", "acc-ben"}, Json::array(), sue_);
  const std::string anns = first_task(ann_);
  EXPECT_NE(anns, first_task(ben_));
  EXPECT_EQ(ask(Method::get, "/api/review/tasks/" + anns, {}, ben_).status, 404);
  EXPECT_EQ(ask(Method::put, "/api/review/tasks/" + anns + "/draft", form(), ben_).status, 404);
  EXPECT_EQ(hand_in(anns, form(), ben_).status, 404);
  EXPECT_EQ(ask(Method::get, "/api/review/queue", {}, tia_).status, 403);
}

TEST_F(ReviewTest, TwoRatersAtOnceLoseNothing) {
  use_accounts();
  Json talks = Json::array();
  for (int i = 0; i < 12; ++i) {
    talks.push_back("talk-" + std::to_string(i));
    leave_a_talk(talks.back(), "acc-tia", {.training = true});
  }
  batch(talks, {"acc-ann", "acc-ben"}, Json::array(), sue_);
  const auto rate_all = [&](const Who& who) {
    for (const Json& task : list("/api/review/queue", "tasks", who)) {
      const std::string path = "/api/review/tasks/" + task.at("task").get<std::string>();
      EXPECT_EQ(ask(Method::put, path + "/draft", form(), who).status, 200);
      EXPECT_EQ(ask(Method::post, path + "/hand-in", form(), who).status, 204);
    }
  };
  std::thread other([&] { rate_all(ben_); });
  rate_all(ann_);
  other.join();
  EXPECT_EQ(reviews_.book().value()->ratings.size(), 24U);
  EXPECT_TRUE(reviews_.drafts()->empty());
  const Json made = list("/api/review/batches", "batches", sue_);
  for (const Json& one : made.at(0).at("raters")) {
    EXPECT_EQ(one.at("done"), 12);
    EXPECT_EQ(one.at("of"), 12);
  }
}

TEST_F(ReviewTest, WithdrawnTalksLeaveTheQueueAndTheirWordsGo) {
  use_accounts();
  leave_a_talk("one", "acc-tia", {.training = true});
  leave_a_talk("two", "acc-tia", {.training = true});
  batch({"one", "two"}, {"acc-ann"}, Json::array(), sue_);
  for (const Json& task : list("/api/review/queue", "tasks", ann_))
    EXPECT_EQ(hand_in(task.at("task"), form(), ann_).status, 204);
  log_.append(conversation::SessionId("one"), {{8, {}, conversation::Agreed{}}},
              [](const base::Result<void>& done) { ASSERT_TRUE(done); });
  EXPECT_EQ(get("/api/review/queue", ann_).at("of"), 1);
  const auto book = reviews_.book().value();
  ASSERT_EQ(book->ratings.size(), 2U);
  for (const review::Rating& rating : book->ratings) {
    EXPECT_EQ(rating.form.comment.empty(), rating.talk == "one");
    EXPECT_FALSE(rating.form.sheets.at(0).answers.empty());
  }
}

TEST_F(ReviewTest, BatchesOfWhatThereIsNotAreRefused) {
  leave_a_talk("one");
  const Json good = {
      {"title", "June"}, {"instruments", {"critique"}}, {"talks", {"one"}}, {"raters", {"me"}}};
  const auto status = [&](const char* key, const Json& value) {
    Json body = good;
    body[key] = value;
    return ask(Method::post, "/api/review/batches", body).status;
  };
  EXPECT_EQ(status("title", "June"), 201);
  EXPECT_EQ(status("title", " "), 400);
  EXPECT_EQ(status("instruments", {"sus"}), 400);
  EXPECT_EQ(status("instruments", {"unheard-of"}), 400);
  EXPECT_EQ(status("talks", {"talk"}), 400);  // goes on
  EXPECT_EQ(status("talks", {"one", "one"}), 400);
  EXPECT_EQ(status("pairs", Json::parse(R"([["one","one"]])")), 400);
  EXPECT_EQ(status("raters", {"somebody"}), 400);
  EXPECT_EQ(status("raters", Json::array()), 400);
  EXPECT_EQ(status("raters", 7), 400);
}

TEST_F(ReviewTest, WhatComesFromOutsideIsLookedAtBeforeItIsKept) {
  const Json file = {{"basis", "consent"},
                     {"note", "signed in May"},
                     {"text", R"({"speaker":"client","text":"I'm Sarah, call 07700 900123."})"
                              "\n"
                              R"({"speaker":"supporter","text":"Hello Sarah."})"},
                     {"preview", true}};
  const Json shown = Json::parse(ask(Method::post, "/api/review/import", file).body);
  const Json& talk = shown.at("talks").at(0);
  EXPECT_EQ(talk.at("replaced"), 3);
  EXPECT_EQ(talk.at("turns_preview").at(1).at("text"), "Hello [name 1].");
  EXPECT_EQ(talk.at("found").at(0), Json({{"was", "Sarah"}, {"as", "[name 1]"}}));
  EXPECT_TRUE(get("/api/review/talks").at("talks").empty());

  Json kept = file;
  kept["preview"] = false;
  const Response done = ask(Method::post, "/api/review/import", kept);
  EXPECT_THAT(done.body, testing::Not(HasSubstr("Sarah")));
  const auto book = reviews_.book().value();
  ASSERT_EQ(book->talks.size(), 1U);
  const review::Talk& one = book->talks.begin()->second;
  EXPECT_EQ(one.basis, "consent: signed in May");
  EXPECT_EQ(one.turns[0].text, "I'm [name 1], call [phone].");
  batch({one.id}, {"me"});
  EXPECT_EQ(get("/api/review/queue").at("of"), 1);

  kept["basis"] = "because";
  EXPECT_EQ(ask(Method::post, "/api/review/import", kept).status, 400);
  kept = file;
  kept["text"] = "nothing of the kind";
  EXPECT_THAT(ask(Method::post, "/api/review/import", kept).body,
              testing::Not(HasSubstr("nothing of the kind")));
}

TEST_F(ReviewTest, WhoHasYetToRateATalkDoesNotSeeWhereOthersDiffer) {
  use_accounts();
  leave_a_talk("one", "acc-tia", {.training = true});
  batch({"one"}, {"acc-ann", "acc-ben"}, Json::array(), sue_);
  EXPECT_EQ(hand_in(first_task(ann_), form(1), ann_).status, 204);
  review::Rating other = reviews_.book().value()->ratings.at(0);
  other.rater.id = "acc-ada";
  for (auto& [_, value] : other.form.sheets[0].answers) value = 5;
  ASSERT_TRUE(reviews_.append({other}, {}));
  EXPECT_FALSE(get("/api/review/disagreements", ann_).at("items").empty());
  EXPECT_TRUE(get("/api/review/disagreements", ben_).at("items").empty());
  EXPECT_EQ(hand_in(first_task(ben_), form(1), ben_).status, 204);
  EXPECT_FALSE(get("/api/review/disagreements", ben_).at("items").empty());
}

TEST_F(ReviewTest, WhereRatersDifferIsSettledAndTheirFormsStay) {
  use_accounts();
  leave_a_talk("one", "acc-tia", {.training = true});
  batch({"one"}, {"acc-ann"}, Json::array(), sue_);
  EXPECT_EQ(hand_in(first_task(ann_), form(1), ann_).status, 204);
  review::Rating other = reviews_.book().value()->ratings.at(0);
  other.rater.id = "acc-ada";
  for (auto& [_, value] : other.form.sheets[0].answers) value = 5;
  ASSERT_TRUE(reviews_.append({other}, {}));
  const Json items = get("/api/review/disagreements", ann_).at("items");
  EXPECT_EQ(items.size(), instruments_.at("support-quality").items.size());
  const Json& one = items.at(0);
  EXPECT_THAT(all_words(one), testing::Not(HasSubstr("acc-")));
  const Json word = {{"talk", "one"},          {"instrument", "support-quality"},
                     {"what", one.at("what")}, {"value", 3},
                     {"open", false},          {"reason", "half way"}};
  EXPECT_EQ(ask(Method::post, "/api/review/settle", word, ann_).status, 204);
  EXPECT_EQ(ask(Method::post, "/api/review/settle", word, tia_).status, 403);
  Json bad = word;
  bad["value"] = 99;
  EXPECT_EQ(ask(Method::post, "/api/review/settle", bad, ann_).status, 400);
  const Json after = get("/api/review/disagreements", ann_).at("items");
  EXPECT_EQ(after.back().at("settled").at("value"), 3);
  EXPECT_EQ(reviews_.book().value()->ratings.size(), 2U);
}

TEST_F(ReviewTest, AgreementIsToldWithHowRatersDoOnWhatIsKnown) {
  use_accounts();
  for (const char* id : {"one", "two", "three"}) leave_a_talk(id, "acc-tia", {.training = true});
  const std::string made =
      batch({"one", "two", "three"}, {"acc-ann", "acc-ben"}, Json::array(), sue_);
  EXPECT_EQ(ask(Method::put, "/api/review/gold/one", form(4), ann_).status, 204);
  int value = 2;
  for (const Who& who : {ann_, ben_})
    for (const Json& task : list("/api/review/queue", "tasks", who))
      EXPECT_EQ(hand_in(task.at("task"), form(2 + value++ % 3), who).status, 204);
  const Json told = get(
      "/api/review/agreement?batch=" + made + "&instrument=critique&item=premature_advice", sue_);
  EXPECT_EQ(told.at("items"), 6);
  EXPECT_DOUBLE_EQ(told.at("percent_agreement").at("value"), 1);
  EXPECT_EQ(told.at("gold").at(0), Json({{"rater", "acc-ann"}, {"n", 2}, {"same", 2}}));
  EXPECT_EQ(ask(Method::get, "/api/review/agreement?instrument=none&item=none", {}, sue_).status,
            404);
  EXPECT_EQ(ask(Method::get, "/api/review/agreement", {}, ann_).status, 403);
}

TEST_F(ReviewTest, InstrumentsAreToldWithTheirScales) {
  for (const Json& one : list("/api/review/instruments", "instruments")) {
    if (one.at("id") != "critique") continue;
    EXPECT_EQ(one.at("severity").at("2").get<std::string>().substr(0, 5), "clear");
    EXPECT_TRUE(one.at("codes").back().at("needs_text"));
  }
}

}  // namespace
}  // namespace attune::server
