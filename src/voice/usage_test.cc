#include "voice/usage.h"

#include <gtest/gtest.h>

namespace attune::voice {
namespace {

Usage usage() {
  Usage made;
  for (const char* line :
       {"I was in the kitchen and I just sat there.", "It was late and I didn't know what to say.",
        "My mum was at work, so I went to the shop on my own.",
        "He said it was fine, then he left."})
    made.add(line);
  return made;
}

TEST(Usage, LetsNewThingsBeSaidInKnownWays) {
  EXPECT_FALSE(usage().is_babble("I was in the hall and it was late, so I just sat there."));
  EXPECT_FALSE(usage().is_babble("at work"));
  EXPECT_FALSE(usage().is_babble("mum left"));
}

TEST(Usage, FindsWordsWithoutSense) {
  EXPECT_TRUE(usage().is_babble("left shop mum kitchen own late fine work there say"));
  EXPECT_TRUE(usage().is_babble("i'dun thisp in shain'tum"));
  EXPECT_TRUE(usage().is_babble("ndheost"));
}

TEST(Usage, FindsSignsThatNobodyTypes) {
  EXPECT_TRUE(usage().is_babble("it was \x1f late"));
  EXPECT_TRUE(usage().is_babble("it was \xef\xbf\xbd late"));
  EXPECT_TRUE(usage().is_babble("it was \xc3 late"));
  EXPECT_FALSE(usage().is_babble("it was\nlate … 🙂 café"));
}

TEST(Usage, KnowsNothingBeforeItWasTold) {
  EXPECT_FALSE(Usage().is_babble("left shop mum kitchen own late fine work there say"));
  EXPECT_FALSE(Usage().is_babble(""));
}

}  // namespace
}  // namespace attune::voice
