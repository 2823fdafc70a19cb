#include "study/policy.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

namespace attune::study {
namespace {

using conversation::Observed;
using conversation::Speaker;

const Policy kMore{{}, {{Formula::more}}, {}, {}};

Observed after(const std::string& client) {
  Observed observed;
  observed.lines.push_back({0, {Speaker::client, client}, {}});
  return observed;
}

std::string said(const Policy& policy, const std::string& client, int turn = 1) {
  return make_supporter(policy, 3)->say(after(client), turn);
}

bool is_valid(const Policy& policy) {
  const auto fits = [](const Move& move) { return !move.empty() && move.size() <= kLongestMove; };
  return policy.opening.size() <= kLongestOpening && !policy.cycle.empty() &&
         policy.cycle.size() <= kLongestCycle && std::ranges::all_of(policy.opening, fits) &&
         std::ranges::all_of(policy.cycle, fits) && fits(policy.to_question.value_or(Move(1))) &&
         fits(policy.to_little.value_or(Move(1)));
}

TEST(Policy, StaysWithinItsLimitsHoweverOftenItChanges) {
  Policy policy = kMore;
  std::set<std::string> seen;
  for (std::uint64_t seed = 1; seed <= 2'000; ++seed) {
    const Policy changed = mutate(policy, seed);
    ASSERT_NE(changed, policy) << seed;
    policy = changed;
    ASSERT_TRUE(is_valid(policy)) << describe(policy);
    seen.insert(describe(policy));
  }
  EXPECT_GT(seen.size(), 1'000U);
}

TEST(Policy, ChangesAlikeForTheSameSeed) {
  EXPECT_EQ(mutate(kMore, 7), mutate(kMore, 7));
}

TEST(Policy, TellsItsRulesInWords) {
  const Policy policy{{{Formula::permission}},
                      {{Formula::reflection, Formula::feeling}, {Formula::more}},
                      Move{Formula::freedom},
                      Move{Formula::presence}};
  EXPECT_EQ(describe(policy),
            "permission: reflection + feeling, more; to a question: freedom; to few words: "
            "presence");
}

TEST(Policy, ReflectsTheLastWordsTurnedRound) {
  const Policy policy{{}, {{Formula::reflection}}, {}, {}};
  const std::string text = said(policy, "It was a long week. I miss my brother and I can't sleep.");
  EXPECT_NE(text.find("you miss your brother and you can't sleep"), std::string::npos) << text;
  EXPECT_EQ(text.find("long week"), std::string::npos) << text;
}

TEST(Policy, PicksALongWord) {
  const Policy policy{{}, {{Formula::word}}, {}, {}};
  EXPECT_NE(said(policy, "we had the inspection").find("inspection"), std::string::npos);
}

TEST(Policy, AnswersQuestionsAndFewWordsByTheirRules) {
  const Policy policy{{}, {{Formula::silence}}, Move{Formula::freedom}, Move{Formula::suicide}};
  EXPECT_NE(said(policy, "what would you do?"), "...");
  EXPECT_NE(said(policy, "dunno"), "...");
  EXPECT_EQ(said(policy, "it went on like that for most of the year"), "...");
}

TEST(Policy, OpensOnceAndGoesRound) {
  const Policy policy{{{Formula::freedom}}, {{Formula::silence}, {Formula::praise}}, {}, {}};
  const std::string long_words = "it went on like that for most of the year";
  EXPECT_NE(said(policy, long_words, 1), "...");
  EXPECT_EQ(said(policy, long_words, 2), "...");
  EXPECT_NE(said(policy, long_words, 3), "...");
  EXPECT_EQ(said(policy, long_words, 4), "...");
}

}  // namespace
}  // namespace attune::study
