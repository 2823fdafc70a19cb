#include "study/demo_report.h"

#include <cmath>
#include <filesystem>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fakes/stage.h"

namespace attune::study {
namespace {

using review::RaterKind;
using testing::HasSubstr;
using testing::Not;

constexpr int kSeeds = 12;  // bench/worked_example has many more

/// All clients, and the example of every seed, made once.
class WorkedExample : public testing::Test {
 protected:
  struct House {
    fakes::Stage stage;
    std::map<std::string, review::Instrument> instruments =
        *review::load_instruments(stage.root / "content" / "instruments");
    client::Dynamics dynamics = *client::load_dynamics(stage.root / "content" / "dynamics.yaml");
    voice::Acts acts = *voice::load_acts(stage.root / "content" / "acts.yaml");
    std::map<std::string, std::unique_ptr<session::Desk>> desks;

    House() {
      for (const auto& file : std::filesystem::directory_iterator(stage.root / "content/clients"))
        desks[file.path().stem().string()] =
            std::make_unique<session::Desk>(*client::load_case(file.path()), dynamics,
                                            *stage.reader, *stage.meaning, *stage.coach, acts);
    }
    [[nodiscard]] Demo example(const DemoOptions& options) const {
      std::vector<session::Desk*> all;
      for (const auto& [_, desk] : desks) all.push_back(desk.get());
      return *demo(all, options);
    }
  };

  static void SetUpTestSuite() {
    house_ = new House;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
      examples_.push_back(house_->example({.seed = seed}));
      reports_.push_back(demo_report(examples_.back(), house_->instruments));
    }
  }
  static void TearDownTestSuite() {
    delete house_;
    house_ = nullptr;
    examples_.clear();
    reports_.clear();
  }

  static Demo example(const DemoOptions& options) { return house_->example(options); }
  static const std::map<std::string, review::Instrument>& instruments() {
    return house_->instruments;
  }
  static std::string journal(const Demo& demo) {
    std::string all;
    for (const review::Rating& rating : demo.book.ratings) all += to_json(review::Entry(rating));
    return all;
  }

  static inline House* house_ = nullptr;
  static inline std::vector<Demo> examples_;  ///< of the seeds from 1
  static inline std::vector<DemoReport> reports_;
};

TEST_F(WorkedExample, HasTheShapeOfThePublishedStudy) {
  for (const Demo& all : {example({.seed = 3, .experts = 5}), examples_.front()}) {
    EXPECT_EQ(all.talks.size(), 36u);
    EXPECT_EQ(all.book.talks.size(), 36u);
    EXPECT_EQ(all.book.ratings.size(),
              36u * static_cast<unsigned>(kDemoPeers + all.options.experts));
    EXPECT_EQ(demo_report(all, instruments()).supporters.size(), 12u);
    for (const auto& [_, talk] : all.book.talks) EXPECT_EQ(talk.origin, review::Origin::simulated);
  }
}

TEST_F(WorkedExample, OneSeedIsOneExample) {
  EXPECT_EQ(journal(example({.seed = 4})), journal(examples_[3]));
  EXPECT_NE(journal(examples_[3]), journal(examples_[4]));
}

TEST_F(WorkedExample, RatersStayWithinTheirInstruments) {
  const Demo& all = examples_.front();
  for (const review::Rating& rating : all.book.ratings) {
    for (const review::Sheet& sheet : rating.form.sheets)
      EXPECT_TRUE(check(instruments().at(sheet.instrument), sheet.answers));
    for (const review::Mark& mark : rating.form.marks) {
      EXPECT_NE(instruments().at(mark.instrument).code(mark.code), nullptr);
      EXPECT_TRUE(instruments().at(mark.instrument).severity.contains(mark.severity));
    }
  }
}

TEST_F(WorkedExample, AnswersAreAsLikelyAsTheyWereMade) {
  const PlantedTalk talk{
      "t", Leaning::advice, 10, {{2, {"premature_advice"}}, {5, {"missed_cue"}}}};
  const SimulatedRater rater{{"r", RaterKind::expert, ""}, 0.3};
  constexpr int kDraws = 4000;
  double sum = 0, marked = 0;
  for (std::uint64_t seed = 0; seed < kDraws; ++seed) {
    sum += answers(rater, talk, seed).at("understood");
    for (const review::Mark& mark : form(rater, talk, seed).marks)
      if (mark.turn == 2 && mark.code == "premature_advice") ++marked;
  }
  const double likely = chance(rater, "premature_advice", true);
  // Four standard errors: of a mean of answers with a spread of .8, and of a share.
  EXPECT_NEAR(sum / kDraws, expected(rater, "understood", talk), 4 * 0.8 / std::sqrt(kDraws));
  EXPECT_NEAR(marked / kDraws, likely, 4 * std::sqrt(likely * (1 - likely) / kDraws));
}

TEST_F(WorkedExample, TheMapFindsWhatWasPlanted) {
  double covered = 0, all = 0;
  for (const DemoReport& report : reports_) {
    covered += static_cast<double>(report.covered);
    all += static_cast<double>(report.of);
  }
  EXPECT_GT(all, kSeeds * 25);
  EXPECT_GE(covered / all, 0.9);
}

TEST_F(WorkedExample, GapsThatWerePlantedAreCalledAndOthersAreNot) {
  int called = 0, planted = 0, false_calls = 0;
  for (const DemoReport& report : reports_)
    for (const Recovered& one : report.figures) {
      if (one.planted.column != "peer_expert") continue;
      if (one.is_planted_equal()) {
        false_calls += one.called ? 1 : 0;
      } else if (one.planted.row == "premature_advice" || one.planted.row == "understood") {
        ++planted;
        called += one.called ? 1 : 0;
      }
    }
  EXPECT_EQ(planted, 2 * kSeeds);
  EXPECT_GE(called, planted * 9 / 10);
  EXPECT_LE(false_calls, 1);  // 36 chances, each below .05 after the correction for many
}

TEST_F(WorkedExample, EveryReportSaysThatItIsSimulated) {
  const DemoReport& report = reports_.front();
  for (const std::string& page : {to_text(report), to_json(report), to_html(report)}) {
    EXPECT_THAT(page, HasSubstr("imulated"));
    EXPECT_THAT(page, HasSubstr("does not show that"));
  }
}

TEST_F(WorkedExample, ThePageNeedsNothingFromOutsideAndEveryPlotHasATable) {
  const std::string page = to_html(reports_.front());
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(HasSubstr("src=")));
  EXPECT_THAT(page, Not(HasSubstr("nan")));
  for (std::size_t at = page.find("<svg"); at != std::string::npos;
       at = page.find("<svg", at + 1)) {
    const std::size_t table = page.find("<table", at), next = page.find("<svg", at + 1);
    EXPECT_LT(table, next);
  }
}

TEST_F(WorkedExample, TooFewClientsOrExpertsAreRefused) {
  EXPECT_EQ(demo({}, {}).error().code, base::Code::not_found);
  std::vector<session::Desk*> desks(3, &house_->stage.desk);
  EXPECT_EQ(demo(desks, {.experts = 1}).error().code, base::Code::invalid);
}

}  // namespace
}  // namespace attune::study
