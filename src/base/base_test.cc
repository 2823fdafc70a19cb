#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "base/draw.h"
#include "base/result.h"
#include "base/utf8.h"

namespace attune::base {
namespace {

TEST(Draw, DependsOnSeedTurnAndPurposeAlone) {
  EXPECT_EQ(draw(7, 3, "line"), draw(7, 3, "line"));
  const std::set<double> values{draw(7, 3, "line"), draw(8, 3, "line"), draw(7, 4, "line"),
                                draw(7, 3, "typing")};
  EXPECT_EQ(values.size(), 4U);
}

TEST(Draw, IsSpreadEvenly) {
  double sum = 0;
  for (std::uint64_t turn = 0; turn < 10000; ++turn) sum += draw(1, turn, "test");
  // The mean of 10,000 uniform draws has a standard error of 0.0029.
  EXPECT_NEAR(sum / 10000, 0.5, 0.012);
}

TEST(Draw, IsTheSameOnEveryMachine) {
  EXPECT_EQ(hash("attune"), 0x4273899b8f99aa6ULL);
}

TEST(Utf8, RefusesIllFormedBytes) {
  EXPECT_TRUE(is_utf8("caf\xc3\xa9 \xf0\x9f\x98\x80"));
  EXPECT_FALSE(is_utf8("\xc0\xaf"));
  EXPECT_FALSE(is_utf8("\xed\xa0\x80"));
  EXPECT_FALSE(is_utf8("\xf4\x90\x80\x80"));
  EXPECT_FALSE(is_utf8("cut \xe2\x82"));
}

TEST(Utf8, RepairsByReplacement) {
  EXPECT_EQ(to_utf8("a\xff\x62"), "a\xef\xbf\xbd\x62");
  EXPECT_EQ(to_utf8("caf\xc3\xa9"), "caf\xc3\xa9");
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(length("caf\xc3\xa9 \xf0\x9f\x98\x80"), 6U);
}

TEST(Error, CarriesTheStepThatFailed) {
  const Error error = wrap("reading a.yaml", Error{Code::invalid, "line 3 has no id"});
  EXPECT_EQ(error.message, "reading a.yaml: line 3 has no id");
  EXPECT_EQ(name(error.code), "invalid");
}

}  // namespace
}  // namespace attune::base
