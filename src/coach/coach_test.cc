#include "coach/coach.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "coach/check.h"
#include "coach/compose.h"
#include "coach/phrases_yaml.h"
#include "coach/situation.h"
#include "language/meaning.h"
#include "language/reader.h"

namespace attune::coach {
namespace {

using conversation::Observed;
using conversation::Speaker;
using conversation::Suggested;
using conversation::Suggestion;

struct Parts {
  std::unique_ptr<language::Reader> reader;
  std::unique_ptr<language::Meaning> meaning;
  std::unique_ptr<Coach> coach;
};

const Parts& parts() {
  static const Parts all = [] {
    const std::filesystem::path root(ATTUNE_ROOT);
    Parts opened;
    opened.reader = *language::Reader::open(root / "models");
    opened.meaning = *language::Meaning::open(root / "models", root / "content" / "lexicons");
    opened.coach =
        *Coach::open({root / "content" / "suggestions.yaml", root / "content" / "nudges.yaml"},
                     *opened.reader, *opened.meaning);
    return opened;
  }();
  return all;
}

/// A talk so far; reads as a dialogue.
class Talk {
 public:
  Talk& client(std::string words) {
    const auto reading = parts().reader->read({Speaker::client, words}, {});
    seen.lines.push_back({turn_, {Speaker::client, std::move(words)}, reading});
    return *this;
  }

  Talk& supporter(std::string words, conversation::Asks asks = {}) {
    conversation::Reading reading = parts().reader->read({Speaker::supporter, words}, {});
    reading.asks = asks;
    seen.lines.push_back({++turn_, {Speaker::supporter, std::move(words)}, std::move(reading)});
    return *this;
  }

  Talk& asks_about_suicide() {
    return supporter("Are you thinking about suicide?", {.about_suicide = true});
  }

  [[nodiscard]] Suggested cards(std::uint64_t seed = 1) const {
    return parts().coach->suggest(seen, seed);
  }

  Observed seen{"Sam", {}, {}};

 private:
  int turn_ = 0;
};

Talk started() {
  return Talk().client("Hello there.").supporter("Hello, I'm glad you wrote.");
}

std::set<std::string> skills(const Suggested& suggested) {
  std::set<std::string> all;
  for (const Suggestion& card : suggested.cards) all.insert(card.skill);
  return all;
}

std::string texts(const Suggested& suggested) {
  std::string all;
  for (const Suggestion& card : suggested.cards) all += card.kind + ": " + card.text + "\n";
  return all;
}

bool asks_or_stays(const Suggested& suggested) {
  const auto found = skills(suggested);
  return suggested.cards.size() == 3 &&
         std::all_of(found.begin(), found.end(),
                     [](const auto& skill) { return skill == "ask_directly" || skill == "stay"; });
}

TEST(Coach, IsSilentBeforeTheClientSpoke) {
  EXPECT_TRUE(Talk().cards().cards.empty());
  EXPECT_TRUE(Talk().supporter("Hello?").cards().cards.empty());
}

TEST(Coach, OffersOneOfEachKindForTheLastWords) {
  const Suggested offered = started().client("I sleep four hours.").cards();
  std::set<std::string> kinds;
  for (const Suggestion& card : offered.cards) kinds.insert(card.kind);
  EXPECT_EQ(kinds.size(), 3U);
  EXPECT_EQ(offered.turn, 1);
}

TEST(Coach, OffersTheSameForTheSameSeed) {
  const Talk talk = started().client("She left me and I can't eat.");
  EXPECT_EQ(texts(talk.cards(7)), texts(talk.cards(7)));
}

TEST(Coach, ShufflesTheOrderWithTheSeed) {
  const Talk talk = started().client("She left me and I can't eat.");
  std::set<std::string> first;
  for (std::uint64_t seed = 0; seed < 20; ++seed) first.insert(talk.cards(seed).cards.front().kind);
  EXPECT_EQ(first.size(), 3U);
}

// The same talk, with every hidden event different.
std::vector<conversation::Event> log(double hidden, std::string secret) {
  using namespace conversation;
  const Reading reading = parts().reader->read({Speaker::client, "I miss my brother."}, {});
  std::vector<Event> events;
  const auto add = [&](Body body) {
    events.push_back({static_cast<int>(events.size()) + 1, {}, body});
  };
  add(Opened{secret, secret, static_cast<std::uint64_t>(hidden * 1000), "m", "r", "v", {}, 0});
  add(Said{0, Speaker::client, "I miss my brother.", "", "", {900}, {secret}, false, hidden > 0.5});
  add(Read{0, Speaker::client, reading});
  add(Moved{
      0, State{.valence = hidden, .distress = hidden, .trust = hidden}, {{secret, hidden}}, {}});
  add(Intended{0, hidden > 0.5 ? Intent::hint : Intent::stay, secret, secret, true, secret, true,
               secret, ""});
  add(CueMoved{0, secret, hidden > 0.5 ? CueChange::opened : CueChange::missed, secret, hidden,
               true});
  add(Disclosed{0, secret});
  return events;
}

TEST(Coach, CannotBeReachedByHiddenState) {
  const auto one = conversation::observe(log(0.1, "plan"), "Sam");
  const auto other = conversation::observe(log(0.9, "debt"), "Sam");
  EXPECT_EQ(texts(parts().coach->suggest(one, 3)), texts(parts().coach->suggest(other, 3)));
}

TEST(Coach, NeverOffersTheSameTwiceInThirtyTurns) {
  Talk talk;
  std::set<std::string> seen;
  for (int turn = 0; turn < 30; ++turn) {
    talk.client("It's long, that's all. It's a long bit of day.");
    Suggested offered = talk.cards(5);
    for (const Suggestion& card : offered.cards)
      EXPECT_TRUE(seen.insert(card.text).second) << card.text;
    talk.seen.suggested.push_back(std::move(offered));
    talk.supporter("I see.");
  }
  EXPECT_EQ(seen.size(), 90U);
}

TEST(Coach, KeepsTheCardsOfOneTurnApart) {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const Suggested offered = started().client("I'm so tired. I sleep four hours.").cards(seed);
    int own_words = 0;
    for (const Suggestion& card : offered.cards) {
      own_words += card.text.find("you sleep four hours") != std::string::npos ? 1 : 0;
    }
    EXPECT_LE(own_words, 1) << texts(offered);
  }
}

std::set<std::string> fours(const std::string& text) {
  const PlainWords words = plain_words(text);
  std::set<std::string> all;
  for (std::size_t at = 0; at + 4 <= words.size(); ++at)
    all.insert(words[at].form + ' ' + words[at + 1].form + ' ' + words[at + 2].form + ' ' +
               words[at + 3].form);
  return all;
}

TEST(Coach, SaysNoFourWordsInTwoOfTheThree) {
  for (const char* said :
       {"I still went to the netball game last Saturday. We lost by three.",
        "Gareth left an envelope on my table in February. It can stay where it is.",
        "I keep every receipt in a tin and my wife counts them.", "I'm so tired of waiting."})
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      const Suggested offered = started().client(said).cards(seed);
      std::set<std::string> seen;
      for (const Suggestion& card : offered.cards)
        for (const std::string& four : fours(card.text))
          EXPECT_TRUE(seen.insert(four).second) << four << " in\n" << texts(offered);
    }
}

TEST(Coach, SaysTheClauseAsItIs) {
  int bare = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed)
    bare += texts(started().client("I keep every receipt in a tin.").cards(seed))
                .find(": You keep every receipt in a tin.\n") != std::string::npos;
  EXPECT_GE(bare, 3);
}

TEST(Coach, GivesBackTheClientsWords) {
  int given = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    given +=
        texts(started().client("I sleep four hours.").cards(seed)).find("ou sleep four hours") !=
        std::string::npos;
  }
  EXPECT_GE(given, 10);
}

bool stands_in(const Talk& talk, const std::string& words) {
  return std::any_of(talk.seen.lines.begin(), talk.seen.lines.end(), [&](const auto& line) {
    return line.said.text.find(words) != std::string::npos;
  });
}

TEST(Coach, NamesTheWordsThatACardServes) {
  const Talk talk = started().client("Right.\nI keep every receipt in a tin. Brett counts them.");
  for (std::uint64_t seed = 0; seed < 20; ++seed)
    for (const Suggestion& card : talk.cards(seed).cards)
      EXPECT_TRUE(card.cue.empty() || stands_in(talk, card.cue)) << card.cue;
  for (const Suggestion& card : talk.cards().cards) EXPECT_NE(card.cue, "Right.") << card.text;
}

TEST(Coach, NamesNoWordsWhereNoneAreServed) {
  const Talk talk = started().client("And so on, then.");
  for (const Suggestion& card : talk.cards().cards) EXPECT_EQ(card.cue, "") << card.text;
}

TEST(Coach, TakesUpWhatIsHeavyRatherThanWhatLeadsToIt) {
  const Talk talk = started().client(
      "Oh, I'm all right, thank you. There's another thing, while I think of it.\n"
      "My wife moved my coat to the cellar and nobody told me why.");
  int taken = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed)
    for (const Suggestion& card : talk.cards(seed).cards)
      taken += card.cue.find("coat") != std::string::npos || card.cue == "My wife" ? 1 : 0;
  EXPECT_GE(taken, 40);  // of 60
  for (const Suggestion& card : talk.cards().cards)
    EXPECT_EQ(card.cue.find("all right"), std::string::npos) << card.cue;
}

TEST(Coach, OffersToGoBackToWhatAReplyPassedBy) {
  const Talk passed = started()
                          .client("My brother sold our boat and never told me. I miss it so much.")
                          .supporter("OK.")
                          .client("...");
  int back = 0;
  for (const Suggestion& card : passed.cards().cards)
    back += passed.seen.lines[2].said.text.find(card.cue) != std::string::npos && !card.cue.empty();
  EXPECT_GE(back, 1) << texts(passed.cards());
}

TEST(Coach, GoesBackToWhatWasToldWhereTheLastWordsGiveNothing) {
  const std::string told = "My brother sold our boat and never told me.";
  const Talk talk = started()
                        .client(told)
                        .supporter("He sold it without a word, and it was yours as well.")
                        .client("dunno");
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const auto back = std::ranges::count_if(talk.cards(seed).cards, [&](const Suggestion& card) {
      return !card.cue.empty() && told.find(card.cue) != std::string::npos;
    });
    EXPECT_GE(back, 1) << texts(talk.cards(seed));
    EXPECT_LE(back, 2) << texts(talk.cards(seed));
  }
}

TEST(Coach, AnswersFirstWhetherSomebodyIsThere) {
  const Talk talk = Talk().client("hello? is this a real person. sorry. a bit nervous");
  for (std::uint64_t seed = 0; seed < 10; ++seed)
    for (const Suggestion& card : talk.cards(seed).cards)
      EXPECT_EQ(card.cue, "is this a real person.") << card.text;
}

// How many of the cards are phrases of a situation.
std::ptrdiff_t count_from(const std::string& id, const Suggested& offered) {
  static const Phrases phrases =
      *load_phrases(std::filesystem::path(ATTUNE_ROOT) / "content" / "suggestions.yaml");
  return std::ranges::count_if(offered.cards, [&](const Suggestion& card) {
    return std::ranges::any_of(phrases.find(id)->pools, [&](const Pool& pool) {
      return std::ranges::find(pool.say, card.text) != pool.say.end();
    });
  });
}

TEST(Coach, TakesAShortReplyToAPlainQuestionForItsAnswer) {
  const auto cards = [](const char* question, const char* answer) {
    return started().client("Hm.").supporter(question).client(answer).cards();
  };
  EXPECT_EQ(count_from("answers_age", cards("How old are you?", "27")), 3);
  EXPECT_EQ(count_from("answers_work", cards("And do you have a job?", "No.")), 3);
  EXPECT_EQ(count_from("answers_age", cards("How old are you?", "I don't know.")), 0);
  EXPECT_EQ(count_from("answers_age", cards("Nobody asks how old are you. Fine.", "27")), 0);
}

TEST(Coach, LooksForAnAnswerInTheFirstMessage) {
  const Talk talk = started()
                        .client("Hm.")
                        .supporter("Do you take any medication?")
                        .client("nah nothing\ni don't want to go to school tomorrow");
  EXPECT_EQ(count_from("answers_doctor", talk.cards()), 0);
}

TEST(Coach, SaysAgainOnlyThePoint) {
  const Talk talk = started().client(
      "The bus was late.\nAnother thing.\nI hid my coat in the cellar for a year.");
  int point = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const std::string all = texts(talk.cards(seed));
    EXPECT_EQ(all.find("bus was late"), std::string::npos) << all;
    point += all.find("ou hid your coat") != std::string::npos ? 1 : 0;
  }
  EXPECT_GE(point, 10);
}

TEST(Coach, AnswersAQuestionBeforeItGoesBack) {
  const Talk talk = started()
                        .client("My brother sold our boat and never told me.")
                        .supporter("He sold it without a word.")
                        .client("sorry, what do you mean?");
  for (const Suggestion& card : talk.cards().cards)
    EXPECT_EQ(card.text.find("boat"), std::string::npos) << card.text;
}

TEST(Compose, CountsWhatItTurnedDown) {
  Situation situation;
  for (Pool& pool : situation.pools) pool.say = {"Rather not.", "Go on, if you like."};
  const Fillings none;
  Draft draft;
  draft.ranks = {{{&situation, {}, &none}}};
  draft.passes = [](std::size_t, std::string_view card) { return card != "Rather not."; };
  for (draft.seed = 0; draft.seed < 20; ++draft.seed) {
    const Composed composed = compose(draft);
    EXPECT_LE(composed.refused, 3);
    for (const Suggestion& card : composed.cards) EXPECT_EQ(card.text, "Go on, if you like.");
  }
  draft.passes = [](std::size_t, std::string_view card) { return card.size() > 11; };
  EXPECT_EQ(compose(draft).cards.size(), 3U);
  EXPECT_GE(compose(draft).refused, 1);
}

TEST(Compose, NamesWhatATextDoes) {
  Situation situation;
  situation.pools[0] = {"affirm", "Why.", {"Who has seen you do that?"}};
  situation.pools[1] = {"affirm", "Why.", {"You stayed with it all winter."}};
  situation.pools[2] = {"open_question", "Why.", {"So the winter was long."}};
  const Fillings none;
  Draft draft;
  draft.ranks = {{{&situation, {}, &none}}};
  draft.passes = [](std::size_t, std::string_view) { return true; };
  for (const Suggestion& card : compose(draft).cards)
    EXPECT_EQ(card.skill, card.text.ends_with('?')                  ? "open_question"
                          : card.text.find("You") != card.text.npos ? "affirm"
                                                                    : "simple_reflection");
  EXPECT_EQ(compose(draft).cards.size(), 3U);
}

TEST(Coach, OnlyListensInGrief) {
  Talk talk = started().client("My father passed away in June. I might ask my brother to come.");
  for (int turn = 0; turn < 12; ++turn) {
    const Suggested cards = talk.cards(static_cast<std::uint64_t>(turn));
    for (const Suggestion& card : cards.cards)
      EXPECT_FALSE(card.kind == "motivational_interviewing" && wants_change(card.text))
          << card.text;
    talk.seen.suggested.push_back(cards);
  }
}

TEST(CoachAtRisk, NeverTurnsToAChange) {
  Talk talk = started().client("I wish I was dead.").asks_about_suicide().client("Yes. Often.");
  for (std::uint64_t seed = 0; seed < 30; ++seed)
    for (const Suggestion& card : talk.cards(seed).cards)
      EXPECT_FALSE(card.kind == "motivational_interviewing" && wants_change(card.text))
          << card.text;
}

TEST(CoachAtRisk, NamesTheWordsThatMadeTheQuestionDue) {
  const Talk talk = started().client("It rained. I wish I was dead. Anyway.");
  for (const Suggestion& card : talk.cards().cards) EXPECT_EQ(card.cue, "I wish I was dead.");
}

TEST(CoachAtRisk, NeverGivesBackHowSomebodyDied) {
  const Talk talk = started().client("Her cousin took his own life when we were in Grade 11.");
  for (std::uint64_t seed = 0; seed < 20; ++seed)
    EXPECT_EQ(texts(talk.cards(seed)).find("own life"), std::string::npos);
}

TEST(CoachAtRisk, AsksWhenSomebodyHurtsThemselves) {
  const Suggested offered = started().client("Nobody says the word. I hurt myself. There.").cards();
  EXPECT_EQ(skills(offered), std::set<std::string>{"ask_directly"});
}

TEST(CoachAtRisk, AsksDirectlyInAllThree) {
  for (const char* words :
       {"Some nights I wouldn't mind not waking up.", "I wish it were over, some nights.",
        "if i wisnae about there'd be more room in the house lol",
        "Some mornings I wish I could just not be anywhere for a bit.",
        "i dont always want to be here"}) {
    const Suggested offered = started().client(words).cards();
    EXPECT_THAT(skills(offered), testing::ElementsAre("ask_directly")) << words;
  }
}

TEST(CoachAtRisk, StaysDueUntilSomebodyAsked) {
  Talk talk = started()
                  .client("I wish I was dead.")
                  .supporter("Nice weather.")
                  .client("Is it? I see rain.");
  EXPECT_EQ(skills(talk.cards()), std::set<std::string>{"ask_directly"});
}

TEST(CoachAtRisk, StaysWithAnAnswer) {
  Talk talk = started().client("I wish I was dead.").asks_about_suicide();
  EXPECT_EQ(skills(talk.client("aye. sometimes").cards()), std::set<std::string>{"stay"});
}

TEST(CoachAtRisk, StaysOnceWithANoAndThenGoesOn) {
  Talk talk =
      started().client("I wish it were over.").asks_about_suicide().client("No. But thank you.");
  EXPECT_EQ(skills(talk.cards()), std::set<std::string>{"stay"});
  talk.supporter("Thank you for telling me.").client("I fix bikes for the kids on the street.");
  EXPECT_FALSE(asks_or_stays(talk.cards())) << texts(talk.cards());
}

TEST(CoachAtRisk, NeverAsksAgainWhoSaidNo) {
  Talk talk = started()
                  .client("I wish it were over.")
                  .asks_about_suicide()
                  .client("Not ever. On my worst nights I'm tired and I still want to live.");
  for (std::uint64_t seed = 0; seed < 25; ++seed) {
    const Suggested offered = talk.cards(seed);
    EXPECT_FALSE(skills(offered).contains("ask_directly")) << texts(offered);
    talk.seen.suggested.push_back(offered);
  }
}

TEST(CoachAtRisk, TakesANoForOneThatNamesWhatItDenies) {
  const auto reasons = [](const char* answer) {
    std::set<std::string> all;
    for (const auto& card :
         started().client("I wish it were over.").asks_about_suicide().client(answer).cards().cards)
      all.insert(card.why);
    return all;
  };
  const auto no = reasons("No, nothing like that.");
  EXPECT_EQ(reasons("No, I'm not suicidal. I don't mind you asking."), no);
  EXPECT_EQ(reasons("No, I don't want to die."), no);
  EXPECT_NE(reasons("No, I'm not suicidal, I just want it to be over."), no);
}

TEST(CoachAtRisk, StaysCloseAfterAYes) {
  Talk talk =
      started().client("I wish it were over.").asks_about_suicide().client("Sometimes, yes.");
  talk.supporter("Thank you for telling me.").client("It's mostly at night that it comes.");
  EXPECT_TRUE(asks_or_stays(talk.cards())) << texts(talk.cards());
}

TEST(CoachAtRisk, AsksAgainWhenANewHintFollowsANo) {
  Talk talk = started().client("I wish it were over.").asks_about_suicide().client("No, not that.");
  talk.supporter("All right.").client("Everyone would be better off without me, though.");
  EXPECT_EQ(skills(talk.cards()), std::set<std::string>{"ask_directly"});
}

TEST(CoachAtRisk, HasSomethingNewForThirtyTurns) {
  Talk talk;
  std::set<std::string> seen;
  for (int turn = 0; turn < 30; ++turn) {
    Suggested offered = talk.client("I wish I was dead.").cards();
    EXPECT_TRUE(asks_or_stays(offered));
    for (const Suggestion& card : offered.cards)
      EXPECT_TRUE(seen.insert(card.text).second) << card.text;
    talk.seen.suggested.push_back(std::move(offered));
    talk.supporter("Mm-hmm.");
  }
}

TEST(CoachAtRisk, QuestionsReadAsDirectAndNotAsLeading) {
  const auto phrases =
      load_phrases(std::filesystem::path(ATTUNE_ROOT) / "content" / "suggestions.yaml");
  ASSERT_TRUE(phrases);
  for (const std::string& ask : phrases->asks) {
    const auto reading = parts().reader->read({Speaker::supporter, ask}, {});
    ASSERT_TRUE(reading.asks);
    EXPECT_TRUE(reading.asks->about_suicide) << ask;
    EXPECT_FALSE(reading.asks->leading) << ask;
  }
}

TEST(Check, TurnsDownWhatNoCardMayHold) {
  const Check check(*parts().reader, {}, false);
  EXPECT_FALSE(check.passes("You should rest more."));
  EXPECT_FALSE(check.passes("At least you have a job."));
  EXPECT_FALSE(check.passes("I know how you feel."));
  EXPECT_FALSE(check.passes("That sounds like depression."));
  EXPECT_FALSE(check.passes("One thing. Two things. Three things."));
  EXPECT_TRUE(check.passes("What's that like for you?"));
}

TEST(Check, LetsAdviceThroughOnlyWhenItIsWelcome) {
  for (const char* advice :
       {"Have you tried a walk before bed?", "I'd suggest a lock on the front door.",
        "You might want to see a doctor about that."}) {
    EXPECT_FALSE(Check(*parts().reader, {}, false).passes(advice)) << advice;
    EXPECT_TRUE(Check(*parts().reader, {}, true).passes(advice)) << advice;
  }
}

TEST(Check, KnowsGoalsAndSteps) {
  EXPECT_TRUE(wants_change("What would be the smallest version of that?"));
  EXPECT_TRUE(wants_change("Which part of it would you most like to shift?"));
  EXPECT_FALSE(wants_change("What do you find yourself missing?"));
}

struct Spoken {
  const char* words;
  const char* situation;
};

class Situations : public testing::TestWithParam<Spoken> {};

TEST_P(Situations, AreFoundInTheLastWords) {
  static const Phrases phrases =
      *load_phrases(std::filesystem::path(ATTUNE_ROOT) / "content" / "suggestions.yaml");
  static const Recognizer recognizer(phrases, *parts().reader, *parts().meaning);
  const Talk talk = started().client(GetParam().words);
  EXPECT_EQ(recognizer.recognize({talk.seen, talk.seen.lines.size() - 1}).situation->id,
            GetParam().situation);
}

INSTANTIATE_TEST_SUITE_P(
    Words, Situations,
    testing::Values(Spoken{"What would you do?", "asks_advice"},
                    Spoken{"Am I a terrible daughter?", "asks_reassurance"},
                    Spoken{"you cannae tell anybody. this stays between us", "asks_secrecy"},
                    Spoken{"Are you even trained?", "asks_about_you"},
                    Spoken{"That won't work. You don't understand.", "pushes_back"},
                    Spoken{"haha never mind me", "joke"},
                    Spoken{"I shouted at her and I hate myself for it.", "shame"},
                    Spoken{"I haven't slept in weeks.", "exhaustion"},
                    Spoken{"i'm that lonely in here", "alone"},
                    Spoken{"The plant closed after thirty years.", "loss"},
                    Spoken{"My wife thinks I'm at work.", "hiding"},
                    Spoken{"I'm frightened of the sound of the gate.", "fear"},
                    Spoken{"Isaiah was frightened of the gate.", "neutral"},
                    Spoken{"Yes. That.", "confirms"}, Spoken{"No, not quite.", "corrects"},
                    Spoken{"...", "silent"}, Spoken{"Sorry, what do you mean?", "unclear"},
                    Spoken{"I should go. Good night.", "leaving"},
                    Spoken{"Are you there? I cannot tell with this thing.", "asks_presence"},
                    Spoken{"Forget I said that. It's late and I talk rubbish.", "takes_back"},
                    Spoken{"are you writing this down", "asks_you"},
                    Spoken{"You know any men my age? I mean to talk to.", "asks_you"},
                    Spoken{"Should I tell her? You may as well say.", "asks_you"},
                    Spoken{"That may suit other people.", "pushes_back"},
                    Spoken{"I don't know what to write.", "hard_to_answer"},
                    Spoken{"Sorry for going on. You have better things to do.", "apologizes"},
                    Spoken{"Please. Don't be sorry for me.", "deflects_sympathy"},
                    Spoken{"One moment.", "pausing"}, Spoken{"Do you judge me?", "asks_judged"},
                    Spoken{"Tell me a joke, then.", "asks_joke"},
                    Spoken{"Is that something for here?", "asks_fits"},
                    Spoken{"Maybe you've got a better one. Let's hear it.", "asks_advice"},
                    Spoken{"You're all the same.", "pushes_back"},
                    Spoken{"Do you like it there, where you are?", "asks_you"}));

TEST(Recognizer, DoesNotTakeADeniedFeelingForOne) {
  static const Phrases phrases =
      *load_phrases(std::filesystem::path(ATTUNE_ROOT) / "content" / "suggestions.yaml");
  const Recognizer recognizer(phrases, *parts().reader, *parts().meaning);
  const Talk talk = started().client("I'm not frightened of the gate at all.");
  EXPECT_NE(recognizer.recognize({talk.seen, talk.seen.lines.size() - 1}).situation->id, "fear");
}

TEST(Recognizer, KnowsWhenAdviceIsWelcome) {
  static const Phrases phrases =
      *load_phrases(std::filesystem::path(ATTUNE_ROOT) / "content" / "suggestions.yaml");
  const Recognizer recognizer(phrases, *parts().reader, *parts().meaning);
  const auto welcome = [&](const Talk& talk) {
    return recognizer.welcomes_advice({talk.seen, talk.seen.lines.size() - 1});
  };
  const conversation::Asks permission{.permission = true};
  EXPECT_FALSE(welcome(started().client("I sleep four hours.")));
  EXPECT_TRUE(
      welcome(started().client("Any tips?").supporter("What have you tried?").client("Tea.")));
  EXPECT_TRUE(welcome(
      started().client("Hm.").supporter("May I offer an idea?", permission).client("All right.")));
  EXPECT_FALSE(
      welcome(started().client("Hm.").supporter("May I offer an idea?", permission).client("No.")));
}

TEST(Denies, HearsANo) {
  EXPECT_TRUE(denies(plain_words("No. But thank you for asking.")));
  EXPECT_TRUE(denies(plain_words("naw. don't be daft")));
  EXPECT_TRUE(denies(plain_words("haha nah, nothing like that")));
  EXPECT_FALSE(denies(plain_words("aye. thoughts, past couple of weeks")));
  EXPECT_FALSE(denies(plain_words("Nobody asked me that before. Yes, a bit.")));
}

std::string remarked(const Talk& talk, const char* draft) {
  const auto remark = parts().coach->remark(talk.seen, draft);
  return remark ? std::string(name(remark->kind)) : "";
}

TEST(CoachOnDrafts, AdviceGetsARemarkUntilItIsWanted) {
  const char* advice = "You should get up earlier and make a better timetable.";
  EXPECT_EQ(remarked(Talk().client("My daughter set this up. She's gone now."), advice), "advice");
  EXPECT_EQ(remarked(Talk().client("What should I do? Do you have any tips?"), advice), "");
  EXPECT_EQ(remarked(Talk().client("What is that like for you?"), "It must be lonely."), "");
  EXPECT_EQ(remarked(Talk(), advice), "");
}

TEST(CoachOnDrafts, NoQuestionAboutSafetyIsRemarkedOn) {
  const Talk talk = Talk().client("I don't want to be here any more.");
  for (const char* draft :
       {"Are you thinking about suicide?", "You're not going to kill yourself, are you?",
        "Are you safe tonight? Do you have a plan? Is anyone with you?",
        "It will be fine. Are you thinking of ending your life? You should call your doctor."}) {
    EXPECT_EQ(remarked(talk, draft), "") << draft;
  }
}

TEST(CoachOnDrafts, EveryKindHasItsWords) {
  const auto phrases =
      load_phrases(std::filesystem::path(ATTUNE_ROOT) / "content/suggestions.yaml");
  ASSERT_TRUE(phrases);
  for (const std::string& text : phrases->remarks) {
    EXPECT_FALSE(text.empty());
    EXPECT_LE(count_sentences(text), 3) << text;
    EXPECT_LE(text.size(), 120U) << text;
  }
}

}  // namespace
}  // namespace attune::coach
