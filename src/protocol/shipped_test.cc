#include <map>
#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "language/reader.h"
#include "protocol/steps.h"

/// The protocols of content/protocols, each followed through a good talk and a poor one as the
/// reader reads them.
namespace attune::protocol {
namespace {

using conversation::Speaker;

const std::filesystem::path kRoot = ATTUNE_ROOT;

// Client and supporter in turn, the client first.
const std::vector<std::string> kGoodSupport = {
    "hi. not sure how this works",
    "Hello, and welcome. My name is Noor, I'm a peer volunteer here. What you write stays between "
    "us, unless I'm worried about somebody's safety. What brings you here tonight?",
    "my dad has dementia and i do everything. my sister just sends hearts in the group chat",
    "So you're the one who carries it day and night, and what comes back is a heart on a screen. "
    "That sounds lonely, and maybe a little infuriating.",
    "yes!! infuriating. nobody says that",
    "It has been building up for a while. What is the hardest part of a normal day?",
    "the evenings. he asks where mum is",
    "You lose her again every evening, and you have to be the one to answer him.",
    "... yes",
    "What have you tried so far, on those evenings?",
    "music sometimes. it helps a bit",
    "You found something that reaches him. Would it be okay if I shared a thought about your "
    "sister?",
    "sure",
    "Some people ask for one fixed evening instead of help in general. It's up to you whether that "
    "fits.",
    "one evening. i could ask for thursdays",
    "Thursdays. What would be a small first step towards that this week?",
    "i text her tomorrow",
    "That sounds like your own step. How was it to talk about this tonight?",
    "good. lighter",
    "I'm glad. There is also a carers group in most towns, and your doctor can put you in touch. "
    "Who else could you lean on?",
    "my friend ines maybe",
    "Ines sounds worth a call. Thank you for telling me all of this, take good care of yourself. "
    "Good night."};

const std::vector<std::string> kPoorSupport = {
    "hi. not sure how this works",
    "Hi, what's up?",
    "my dad has dementia and i do everything. my sister just sends hearts in the group chat",
    "You should put him in a home. You need to get some sleep and call your sister and tell her to "
    "do her share.",
    "i cant just do that",
    "You have to. Don't worry, it will all be fine.",
    "ok",
    "I won't tell anyone you feel like that.",
    "ok bye",
    "k"};

const std::vector<std::string> kGoodRisk = {
    "hi",
    "Hello, I'm Sam, one of the listeners. What's going on tonight?",
    "my partner left and took the kids. everyone would be better off without me",
    "When you say they'd be better off without you, are you thinking about killing yourself?",
    "yes. i think about it every day",
    "Thank you for telling me. That must be so heavy to carry alone, and I'm staying right here "
    "with you.",
    "i havent told anyone",
    "I won't promise to keep it secret, because your life matters and I don't want either of us to "
    "be alone with this. What keeps you here, even today?",
    "my little girl. she calls on sundays",
    "She matters so much to you that Sundays hold you. Is there a plan for how you would do it, or "
    "something at hand? I don't need any details.",
    "i have thought about it. nothing here now",
    "I'm glad you said so. Are you safe tonight, in the next few hours?",
    "i think so. the evenings are worst",
    "The evenings are worst, and this is one. Who could come and be with you tonight?",
    "my brother maybe. he lives close",
    "Does your brother know how bad it has become? Could you call him while I'm here?",
    "no. ok. i can text him",
    "I'd like to bring in my supervisor now too, so that you and I are not alone with this. Is "
    "that all right with you?",
    "ok",
    "She says the crisis line is there all night as well, and we can write to your doctor together "
    "in the morning.",
    "ok",
    "So what happens next: you text your brother now, he comes over, and tomorrow we tell the "
    "doctor. Does that sound possible?",
    "yes. he says he is coming",
    "Good. I'll stay here with you until he is at the door.",
    "thank you"};

const std::vector<std::string> kPoorRisk = {
    "hi",
    "Hello, what's going on tonight?",
    "my partner left and took the kids. everyone would be better off without me",
    "Don't say that, you have so much to live for! You should get some fresh air.",
    "please dont tell anyone but i want to die",
    "I promise I won't tell anyone. You're not really going to do anything silly, are you?",
    "no",
    "Good. You need to sleep. Everything looks better in the morning.",
    "ok",
    "Bye, take care."};

const std::vector<std::string> kAnsweredNo = {
    "feeling like a waste of space since the redundancy",
    "That redundancy took more than a job, by the sound of it. What has it been like?",
    "i just dont see the point in being here anymore",
    "I want to ask you straight, because I care about the answer. Do you mean that you're thinking "
    "of suicide?",
    "no. not like that. just worn out",
    "Thank you for telling me straight. Worn out right through, then.",
    "yeah",
    "If it ever does become that, you can say so to me.",
    "ok thanks"};

conversation::Observed read(const std::vector<std::string>& texts) {
  static const auto reader = language::Reader::open(kRoot / "models");
  EXPECT_TRUE(reader) << reader.error().message;
  conversation::Observed observed;
  std::vector<conversation::Turn> before;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const conversation::Turn turn{i % 2 == 0 ? Speaker::client : Speaker::supporter, texts[i]};
    observed.lines.push_back({static_cast<int>((i + 1) / 2), turn, (*reader)->read(turn, before)});
    before.push_back(turn);
  }
  return observed;
}

Protocol shipped(const std::string& name) {
  auto protocol = load_protocol(kRoot / "content/protocols" / (name + ".yaml"));
  EXPECT_TRUE(protocol) << protocol.error().message;
  return protocol ? std::move(*protocol) : Protocol{};
}

std::map<std::string, StepState> states(const Protocol& protocol,
                                        const std::vector<std::string>& talk) {
  std::map<std::string, StepState> all;
  for (const StepState& one : follow(protocol, read(talk), true)) all[one.step] = one;
  return all;
}

std::map<std::string, State> expected(const std::vector<std::pair<State, std::string>>& groups) {
  std::map<std::string, State> all;
  for (const auto& [state, steps] : groups) {
    std::string rest = steps + " ";
    for (std::size_t at; (at = rest.find(' ')) != rest.npos; rest.erase(0, at + 1))
      all[rest.substr(0, at)] = state;
  }
  return all;
}

void expect_states(const std::map<std::string, StepState>& all,
                   const std::vector<std::pair<State, std::string>>& groups) {
  const auto wanted = expected(groups);
  EXPECT_EQ(all.size(), wanted.size());
  for (const auto& [step, state] : wanted) EXPECT_EQ(name(all.at(step).state), name(state)) << step;
}

TEST(ShippedProtocols, AllLoad) {
  const auto all = load_protocols(kRoot / "content/protocols");
  ASSERT_TRUE(all) << all.error().message;
  ASSERT_EQ(all->size(), 2U);
  EXPECT_EQ((*all)[0].id, "general-support");
  EXPECT_FALSE((*all)[0].is_for_risk());
  EXPECT_EQ((*all)[1].id, "suicide-risk");
  EXPECT_TRUE((*all)[1].is_for_risk());
}

TEST(ShippedProtocols, AGoodSupportTalkHasEveryStep) {
  for (const auto& [step, state] : states(shipped("general-support"), kGoodSupport))
    EXPECT_EQ(name(state.state), "done") << step;
}

TEST(ShippedProtocols, APoorSupportTalkShowsWhatIsMissing) {
  expect_states(states(shipped("general-support"), kPoorSupport),
                {{State::done, "ask_openly"},
                 {State::late, "reflect_first"},
                 {State::missed, "who private leave tried what_helped elsewhere close"},
                 {State::due, "next_step"}});
}

TEST(ShippedProtocols, AGoodRiskTalkHasEveryStep) {
  for (const auto& [step, state] : states(shipped("suicide-risk"), kGoodRisk))
    EXPECT_EQ(name(state.state), "done") << step;
}

TEST(ShippedProtocols, APoorRiskTalkShowsWhatIsMissing) {
  const auto all = states(shipped("suicide-risk"), kPoorRisk);
  expect_states(all, {{State::missed, "ask secrecy consult"},
                      {State::not_due,
                       "stay keeps plan tonight with_them who_knows connect agree until_then"}});
  EXPECT_EQ(all.at("ask").turn, 2);
  EXPECT_EQ(all.at("secrecy").broken_turn, 3);
}

TEST(ShippedProtocols, ANoIsTakenForANo) {
  expect_states(states(shipped("suicide-risk"), kAnsweredNo),
                {{State::done, "ask secrecy"},
                 {State::not_due,
                  "stay keeps plan tonight with_them who_knows consult connect agree until_then"}});
}

TEST(ShippedProtocols, AServiceMayLeaveThePlanToOthers) {
  Protocol protocol = shipped("suicide-risk");
  ASSERT_EQ(protocol.options.size(), 1U);
  protocol.options[0].on = false;
  EXPECT_FALSE(states(protocol, kGoodRisk).contains("plan"));
}

TEST(ShippedProtocols, ATalkIsLookedAtByTheOneThatFits) {
  const auto all = load_protocols(kRoot / "content/protocols");
  EXPECT_EQ(fitting(*all, read(kGoodSupport))->id, "general-support");
  EXPECT_EQ(fitting(*all, read(kPoorRisk))->id, "suicide-risk");
  EXPECT_EQ(fitting({}, read(kPoorRisk)), nullptr);
}

TEST(ShippedProtocols, StepsAreToldWithTheWordsThatMetThem) {
  const std::string json = steps_json(shipped("general-support"), read(kGoodSupport), true);
  EXPECT_THAT(json, testing::HasSubstr(R"("id":"who")"));
  EXPECT_THAT(json, testing::HasSubstr(R"("state":"done","turn":1,"due":1,"words":"My name is)"));
}

}  // namespace
}  // namespace attune::protocol
