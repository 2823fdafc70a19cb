#include "review/agreement_report.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attune::review {
namespace {

using stats::Level;
using testing::HasSubstr;
using testing::Not;

class Agreement : public testing::Test {
 protected:
  Agreement()
      : file_(std::filesystem::path(testing::TempDir()) /
              (std::string("agree-") +
               testing::UnitTest::GetInstance()->current_test_info()->name() + ".csv")) {}
  ~Agreement() override { std::filesystem::remove(file_); }

  base::Result<RatingsFile> read(const std::string& text, Level level = Level::nominal) {
    auto all = read_all(text, level);
    if (!all) return tl::unexpected(all.error());
    return std::move(all->front());
  }
  base::Result<std::vector<RatingsFile>> read_all(const std::string& text, Level level,
                                                  const std::string& absent = "") {
    std::ofstream(file_) << text;
    return read_ratings(file_, level, absent);
  }
  AgreementReport report(const std::string& text, Level level) {
    return agreement(*read(text, level), level);
  }
  static const Finding& find(const AgreementReport& report, const std::string& name) {
    return *std::ranges::find(report.findings, name, &Finding::name);
  }

  const std::filesystem::path file_;
};

const std::string kTwo =
    "item,rater,value\na,x,1\na,y,1\nb,x,2\nb,y,3\nc,x,3\nc,y,3\nd,x,4\nd,y,5\n";

TEST_F(Agreement, OrderOfRowsAndOtherColumnsMoveNothing) {
  const auto once = read("item,rater,value\n1,ann,yes\n1,bo,no\n2,ann,yes\n2,bo,yes\n");
  const auto again =
      read("note,value,item,rater\n-,yes,2,bo\n-,no,1,bo\n-,yes,2,ann\n-,yes,1,ann\n");
  EXPECT_EQ(once->labels, again->labels);
  const auto kappa = [](const RatingsFile& file) {
    return find(agreement(file, Level::nominal), "krippendorff_alpha").estimate.value;
  };
  EXPECT_DOUBLE_EQ(kappa(*once), kappa(*again));
}

TEST_F(Agreement, WhatIsWrongIsNamedWithItsRow) {
  const auto message = [&](const std::string& text, Level level = Level::ordinal) {
    return read(text, level).error().message;
  };
  EXPECT_THAT(message("item,rater,value\n1,a,1\n1,a,2\n"), HasSubstr("row 3"));
  EXPECT_THAT(message("item,rater,value\n1,a,1\n1,b,good\n"), HasSubstr("row 3"));
  EXPECT_THAT(message("item,rater,value\n1,,1\n"), HasSubstr("row 2"));
  EXPECT_THAT(message("item,rater,value\n1,a,1\n2,a,1\n"), HasSubstr("two raters"));
  EXPECT_THAT(message("item,rater,value,conversation\n1,a,1,c\n1,b,1,d\n"),
              HasSubstr("another conversation"));
}

TEST_F(Agreement, AnEmptyValueIsAMissingOne) {
  const AgreementReport all =
      report("item,rater,value\n1,a,1\n1,b,\n2,a,1\n2,b,2\n3,a,2\n3,b,2\n", Level::nominal);
  EXPECT_EQ(all.ratings, 5u);
  EXPECT_EQ(all.missing, 1u);
  EXPECT_THAT(find(all, "fleiss_kappa").missing, HasSubstr("same number"));
  EXPECT_FALSE(std::isnan(find(all, "krippendorff_alpha").estimate.value));
}

TEST_F(Agreement, EachLevelHasItsStatistics) {
  const std::string nominal = to_json(report(kTwo, Level::nominal));
  EXPECT_THAT(nominal, HasSubstr("\"cohen_kappa\""));
  EXPECT_THAT(nominal, HasSubstr("\"gwet_ac1\""));
  EXPECT_THAT(nominal, Not(HasSubstr("icc")));
  const std::string ordinal = to_json(report(kTwo, Level::ordinal));
  EXPECT_THAT(ordinal, HasSubstr("\"cohen_kappa_quadratic\""));
  EXPECT_THAT(ordinal, HasSubstr("\"spearman\""));
  EXPECT_THAT(ordinal, HasSubstr("\"kendall_w\""));
  const std::string interval = to_json(report(kTwo, Level::interval));
  EXPECT_THAT(interval, HasSubstr("\"icc_2_1\""));
  EXPECT_THAT(interval, HasSubstr("\"bland_altman\""));
}

TEST_F(Agreement, RatersWhoNeverDifferSaySo) {
  const AgreementReport all =
      report("item,rater,value\n1,a,1\n1,b,1\n2,a,1\n2,b,1\n", Level::nominal);
  EXPECT_THAT(find(all, "cohen_kappa").missing, HasSubstr("alike"));
  EXPECT_THAT(to_text(all), HasSubstr("none: all ratings are alike"));
  EXPECT_THAT(to_json(all), HasSubstr("\"value\": null"));
}

// Made up: three talks, three raters, two criteria.
const std::string kLines =
    "{\"id\":\"a\",\"model\":\"m\",\"ratings\":{\"warm\":[1,2,0],\"clear\":[2,2,3]}}\n"
    "\n"
    "{\"id\":\"b\",\"ratings\":{\"warm\":[4,4,5],\"clear\":[5,4,null]}}\n"
    "{\"id\":\"c\",\"ratings\":{\"warm\":[3,2,3],\"clear\":[1,1,1]}}\n";

TEST_F(Agreement, LinesGiveEachCriterionAndAllTogether) {
  const auto all = *read_all(kLines, Level::ordinal);
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].criterion, "warm");
  EXPECT_EQ(all[1].criterion, "clear");
  EXPECT_EQ(all[2].criterion, "");
  EXPECT_EQ(all[2].ratings.items, 6u);
  EXPECT_EQ(all[2].ratings.raters, 3u);
  EXPECT_EQ(std::set<int>(all[2].groups.begin(), all[2].groups.end()).size(), 3u);
  std::vector<AgreementReport> reports;
  for (const RatingsFile& one : all) reports.push_back(agreement(one, Level::ordinal));
  EXPECT_EQ(reports[1].missing, 1u);
  EXPECT_EQ(reports[2].conversations, 3u);
  EXPECT_THAT(to_text(reports), HasSubstr("CRITERION clear"));
  EXPECT_THAT(to_json(reports), HasSubstr("\"all\": {"));
}

TEST_F(Agreement, AMarkThatMeansNoneCanBeNamed) {
  const auto as_it_stands = *read_all(kLines, Level::ordinal);
  const auto named = *read_all(kLines, Level::ordinal, "0");
  EXPECT_EQ(agreement(as_it_stands[0], Level::ordinal).missing, 0u);
  EXPECT_EQ(agreement(named[0], Level::ordinal).missing, 1u);
}

TEST_F(Agreement, ALineThatIsNoRatedTalkIsNamed) {
  const auto message = [&](const std::string& more) {
    return read_all(kLines + more, Level::ordinal).error().message;
  };
  EXPECT_THAT(message("{\"id\":\"d\"}\n"), HasSubstr("line 5"));
  EXPECT_THAT(message("{\"id\":\"d\",\"ratings\":{\"warm\":[[1]]}}\n"), HasSubstr("line 5"));
  EXPECT_THAT(message("{\"id\":\"d\",\"ratings\":{\"warm\":[\"good\"]}}\n"),
              HasSubstr("no number"));
  EXPECT_THAT(message("{\"id\":\"a\",\"ratings\":{\"warm\":[1]}}\n"),
              HasSubstr("rated this item before"));
}

TEST_F(Agreement, ConversationsAreDrawnWhole) {
  std::string text = "item,rater,value,conversation\n";
  for (int item = 0; item < 40; ++item)
    for (const char* rater : {"a", "b"}) {
      const bool differs = item / 10 == 2 && *rater == 'b';
      text += std::to_string(item) + "," + rater + "," + (item % 2 == 1 && !differs ? "1" : "0") +
              "," + std::to_string(item / 10) + "\n";
    }
  const AgreementReport grouped = report(text, Level::nominal);
  EXPECT_EQ(grouped.conversations, 4u);
  auto alone = *read(text);
  alone.groups.clear();
  const auto width = [](const AgreementReport& of) {
    const auto& kappa = find(of, "cohen_kappa").estimate;
    return kappa.high - kappa.low;
  };
  EXPECT_GT(width(grouped), width(agreement(alone, Level::nominal)));
}

}  // namespace
}  // namespace attune::review
