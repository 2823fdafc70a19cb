#include "llm/breaker.h"

#include <gtest/gtest.h>

namespace attune::llm {
namespace {

using std::chrono::seconds;
using State = Breaker::State;

TEST(Breaker, OpensAfterFailuresInARow) {
  Breaker breaker(2, seconds(10));
  const Breaker::Time start{};
  breaker.failed(start);
  breaker.succeeded();
  breaker.failed(start);
  EXPECT_TRUE(breaker.admits(start));
  breaker.failed(start);
  EXPECT_EQ(breaker.state(), State::open);
  EXPECT_FALSE(breaker.admits(start + seconds(9)));
}

TEST(Breaker, AfterTheRestOneIsOnTrial) {
  Breaker breaker(1, seconds(10));
  const Breaker::Time start{};
  breaker.failed(start);
  EXPECT_TRUE(breaker.admits(start + seconds(10)));
  EXPECT_EQ(breaker.state(), State::half_open);
  EXPECT_FALSE(breaker.admits(start + seconds(10)));
  breaker.failed(start + seconds(11));
  EXPECT_FALSE(breaker.admits(start + seconds(20)));
  EXPECT_TRUE(breaker.admits(start + seconds(21)));
  breaker.succeeded();
  EXPECT_EQ(breaker.state(), State::closed);
  EXPECT_TRUE(breaker.admits(start + seconds(21)));
}

TEST(Breaker, AnAbandonedTrialLeavesRoomForAnother) {
  Breaker breaker(1, seconds(10));
  breaker.failed({});
  EXPECT_TRUE(breaker.admits(Breaker::Time(seconds(10))));
  breaker.abandoned();
  EXPECT_EQ(breaker.state(), State::open);
  EXPECT_TRUE(breaker.admits(Breaker::Time(seconds(10))));
}

}  // namespace
}  // namespace attune::llm
