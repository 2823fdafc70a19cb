
#include <algorithm>

#include <gtest/gtest.h>

#include "conversation/event_json.h"
#include "fakes/stage.h"
#include "session/session.h"

namespace attune::session {
namespace {

using namespace conversation;

using fakes::Stage;

class Session : public testing::Test {
 protected:
  static void SetUpTestSuite() { stage_ = new Stage; }
  static void TearDownTestSuite() {
    delete stage_;
    stage_ = nullptr;
  }

  Desk& desk() { return stage_->desk; }

  void take(const std::vector<Event>& events) {
    for (const Event& event : events) {
      fold(progress, event);
      log.push_back(event);
    }
    appends.push_back(log.size());
  }
  void open_talk(std::uint64_t seed = 1) {
    take({session::open(desk(), seed, {})});
    settle();
  }
  void settle() { take(session::settle(desk(), progress, {}).value()); }
  base::Result<std::vector<Event>> give(const Input& input) {
    return advance(desk(), progress, input, {});
  }
  Hear hear(const std::string& text) const {
    return {text, "key-" + std::to_string(1000 + progress.turn), progress.last, "", false};
  }
  void say(const std::string& text) {
    take(give(hear(text)).value());
    settle();
  }
  base::Code refusal(const Input& input) {
    auto events = give(input);
    return events ? base::Code::internal : events.error().code;
  }
  std::string bytes() const {
    std::string text;
    for (const Event& event : log) text += to_json(event) + "\n";
    return text;
  }

  Progress progress = session::begin(stage_->desk.person);
  std::vector<Event> log;
  std::vector<std::size_t> appends;  ///< sizes of the log after each

 private:
  static Stage* stage_;
};

Stage* Session::stage_ = nullptr;

TEST_F(Session, OpensWithTheClientsWords) {
  open_talk();
  ASSERT_EQ(progress.talk.size(), 1U);
  EXPECT_EQ(progress.talk.front().speaker, Speaker::client);
  EXPECT_EQ(progress.owed, Owed::nothing);
}

TEST_F(Session, AnswersEachTurnOnce) {
  open_talk();
  say("Hello Hidayah, what brings you here today?");
  say("How are you sleeping?");
  ASSERT_EQ(progress.talk.size(), 5U);
  EXPECT_EQ(progress.turn, 2);
  EXPECT_EQ(session::settle(desk(), progress, {})->size(), 0U);
}

TEST_F(Session, IsTheSameForEqualSeedsAndAnotherForOthers) {
  std::string first;
  std::string again;
  std::string other;
  for (auto [seed, out] : {std::pair{5, &first}, {5, &again}, {6, &other}}) {
    progress = session::begin(desk().person);
    log.clear();
    open_talk(static_cast<std::uint64_t>(seed));
    say("What has it been like for you?");
    say("That sounds lonely, doing all of it by yourself.");
    *out = bytes();
  }
  EXPECT_EQ(first, again);
  EXPECT_NE(first, other);
}

TEST_F(Session, OwesTheReplyAfterACrashBetweenAppends) {
  open_talk();
  say("What has it been like for you?");
  const std::string whole = bytes();
  // An append is all or none. Whichever of them a crash left, going on leads to the same bytes.
  for (const std::size_t kept : appends) {
    Progress resumed = session::begin(desk().person);
    std::string text;
    const auto absorb = [&](const std::vector<Event>& events) {
      for (const Event& event : events) {
        fold(resumed, event);
        text += to_json(event) + "\n";
      }
    };
    absorb({log.begin(), log.begin() + static_cast<std::ptrdiff_t>(kept)});
    absorb(session::settle(desk(), resumed, {}).value());
    if (resumed.turn == 0) {
      Hear first = hear("What has it been like for you?");
      first.key = "key-1000";
      first.seen = resumed.last;
      absorb(advance(desk(), resumed, first, {}).value());
      absorb(session::settle(desk(), resumed, {}).value());
    }
    EXPECT_EQ(text, whole) << "cut after event " << kept;
  }
}

TEST_F(Session, TakesARepeatedKeyOnce) {
  open_talk();
  const Hear message = hear("What has it been like for you?");
  take(give(message).value());
  settle();
  EXPECT_TRUE(give(message).value().empty());
  EXPECT_EQ(progress.turn, 1);
}

TEST_F(Session, RefusesWordsThatHadNotSeenTheLatest) {
  open_talk();
  Hear second_tab = hear("And your brothers?");
  second_tab.key = "another-key";
  say("What has it been like for you?");
  EXPECT_EQ(refusal(second_tab), base::Code::conflict);
}

TEST_F(Session, RefusesWhatIsNoMessage) {
  open_talk();
  EXPECT_EQ(refusal(hear("")), base::Code::invalid);
  EXPECT_EQ(refusal(hear(" \n\t")), base::Code::invalid);
  EXPECT_EQ(refusal(hear("\xff\xfe")), base::Code::invalid);
  EXPECT_EQ(refusal(hear(std::string("a\0b", 3))), base::Code::invalid);
  EXPECT_EQ(refusal(hear(std::string(8001, 'a'))), base::Code::too_large);
  EXPECT_TRUE(give(hear(std::string(8000, 'a'))).has_value());
  Hear keyless = hear("Hello");
  keyless.key = "short";
  EXPECT_EQ(refusal(keyless), base::Code::invalid);
}

TEST_F(Session, SaysGoodbyeAndCloses) {
  open_talk();
  say("What has it been like for you?");
  Hear goodbye = hear("I have to go now. Thank you for talking with me.");
  goodbye.goodbye = true;
  take(give(goodbye).value());
  settle();
  ASSERT_TRUE(progress.closed);
  EXPECT_EQ(progress.talk.back().speaker, Speaker::client);
  EXPECT_EQ(std::get<Closed>(log.back().body).how, Ending::goodbye);
  EXPECT_EQ(refusal(hear("Still there?")), base::Code::conflict);
}

TEST_F(Session, EndsAtOnceAndIsThenRated) {
  open_talk();
  say("What has it been like for you?");
  EXPECT_EQ(refusal(Rate{{{"understood", 3}}, {}}), base::Code::conflict);
  take(give(End{Ending::stop}).value());
  EXPECT_EQ(refusal(Rate{{{"understood", 6}}, {}}), base::Code::invalid);
  EXPECT_EQ(refusal(Rate{{{"charm", 3}}, {}}), base::Code::invalid);
  EXPECT_EQ(refusal(Rate{{{"understood", 3}}, 9}), base::Code::invalid);
  take(give(Rate{{{"understood", 3}, {"stayed", 4}, {"room", 2}}, 1}).value());
  EXPECT_TRUE(progress.rated);
}

TEST_F(Session, OffersThreeIdeasOnceATurn) {
  open_talk();
  take(give(Suggest{}).value());
  ASSERT_EQ(progress.observed.suggested.size(), 1U);
  EXPECT_EQ(progress.observed.suggested.front().cards.size(), 3U);
  EXPECT_TRUE(give(Suggest{}).value().empty());
  EXPECT_EQ(refusal(Adopt{"magic"}), base::Code::invalid);
  EXPECT_EQ(give(Adopt{"support"}).value().size(), 1U);
}

TEST_F(Session, IdeasDoNotChangeTheTalk) {
  open_talk();
  say("What has it been like for you?");
  const std::string plain = progress.talk.back().text;
  progress = session::begin(desk().person);
  log.clear();
  open_talk();
  take(give(Suggest{}).value());
  say("What has it been like for you?");
  EXPECT_EQ(progress.talk.back().text, plain);
}

TEST_F(Session, BranchesBeforeATurn) {
  open_talk();
  say("What has it been like for you?");
  say("You should just get more help.");
  const auto copy = branch(SessionId("first"), log, 2).value();
  Progress branched = session::begin(desk().person);
  for (const Event& event : copy) fold(branched, event);
  EXPECT_EQ(branched.turn, 1);
  EXPECT_EQ(branched.opened.branch_of->text(), "first");
  EXPECT_EQ(branched.opened.branch_at, copy.back().seq);
  EXPECT_EQ(branched.owed, Owed::nothing);
  EXPECT_EQ(branch(SessionId("first"), log, 3).error().code, base::Code::not_found);
  log.push_back({log.back().seq + 1, {}, Erased{}});
  EXPECT_EQ(branch(SessionId("first"), log, 2).error().code, base::Code::conflict);
}

TEST_F(Session, SuggestsByItselfWhereHelpIsAlways) {
  take({session::open(desk(), 1, {}, {.help = Help::always})});
  settle();
  say("What has this week been like for you?");
  const auto offered = [&](TurnNumber turn) {
    return std::ranges::count_if(log, [&](const Event& event) {
      const auto* suggested = std::get_if<Suggested>(&event.body);
      return suggested != nullptr && suggested->turn == turn;
    });
  };
  EXPECT_EQ(offered(0), 1);
  EXPECT_EQ(offered(1), 1);
  EXPECT_TRUE(give(Suggest{}).value().empty()) << "they are there already";
}

TEST_F(Session, RemarksOnATurnWhereHelpIsNotOff) {
  const auto nudges_of = [&](Help help) {
    log.clear();
    progress = session::begin(desk().person);
    take({session::open(desk(), 1, {}, {.help = help})});
    settle();
    say("I promise I won't tell anyone, whatever you say.");
    return progress.observed.nudged;
  };
  const auto nudged = nudges_of(Help::on_request);
  ASSERT_EQ(nudged.size(), 1u);
  EXPECT_EQ(nudged[0].kind, "secrecy");
  EXPECT_EQ(nudged[0].turn, 1);
  EXPECT_TRUE(nudges_of(Help::off).empty());
}

TEST_F(Session, RefusesIdeasWhereHelpIsOff) {
  take({session::open(desk(), 1, {}, {.help = Help::off})});
  settle();
  EXPECT_EQ(refusal(Suggest{}), base::Code::conflict);
}

TEST_F(Session, KeepsThatASupervisorWasTurnedToOnceATurn) {
  open_talk();
  take(give(Consult{}).value());
  EXPECT_EQ(progress.observed.consulted, std::vector<TurnNumber>{0});
  EXPECT_TRUE(give(Consult{}).value().empty());
  say("What has this week been like for you?");
  take(give(Consult{}).value());
  EXPECT_EQ(progress.observed.consulted, (std::vector<TurnNumber>{0, 1}));
}

TEST_F(Session, KeepsADisputeOfARemarkThatWasMade) {
  open_talk();
  say("What has this week been like for you?");
  EXPECT_EQ(refusal(Dispute{1, "advice", ""}), base::Code::invalid);
  take({{progress.last + 1, {}, Nudged{1, "advice", "text", "", 0.8, false}}});
  EXPECT_EQ(refusal(Dispute{1, "advice", std::string(501, 'x')}), base::Code::too_large);
  take(give(Dispute{1, "advice", "she had asked me"}).value());
  ASSERT_EQ(progress.observed.disputed.size(), 1u);
  EXPECT_EQ(progress.observed.disputed[0].reason, "she had asked me");
  EXPECT_TRUE(give(Dispute{1, "advice", "again"}).value().empty());
}

TEST_F(Session, AsksBeforeItTakesWordsThatMayBeAboutTheSupporter) {
  open_talk();
  Hear own = hear("I can't do this, honestly I want to die myself right now.");
  EXPECT_TRUE(wants_check_in(progress, own));
  own.in_exercise = true;
  EXPECT_FALSE(wants_check_in(progress, own));
  EXPECT_FALSE(wants_check_in(progress, hear("Are you thinking about ending your life?")));
}

}  // namespace
}  // namespace attune::session
