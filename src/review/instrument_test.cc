#include "review/instrument.h"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attune::review {
namespace {

using testing::HasSubstr;

const std::map<std::string, Instrument>& house() {
  static const auto all =
      load_instruments(std::filesystem::path(ATTUNE_ROOT) / "content" / "instruments");
  base::expects(all.has_value());
  return *all;
}

std::optional<double> score(const std::string& instrument, const Answers& answers,
                            const std::string& id) {
  const auto all = scores(house().at(instrument), answers);
  return std::ranges::find(all, id, &Score::id)->value;
}

/// One answer to every item.
Answers all_alike(const Instrument& instrument, int answer) {
  Answers answers;
  for (const Item& item : instrument.items) answers[item.id] = answer;
  return answers;
}

TEST(Instruments, ThoseOfTheHouseLoad) {
  for (const char* id :
       {"support-quality", "critique", "miti", "psychocounsel", "empathy", "ctrs", "sus"})
    EXPECT_TRUE(house().contains(id)) << id;
  EXPECT_EQ(house().at("ctrs").items.size(), 11u);
  EXPECT_EQ(house().at("psychocounsel").items.size(), 7u);
  EXPECT_NE(house().at("critique").code("premature_advice"), nullptr);
  EXPECT_TRUE(house().at("critique").code("other")->needs_text);
  EXPECT_EQ(house().at("critique").target, Target::turn);
}

TEST(Instruments, UsabilityRunsFromNothingToAHundred) {
  const Instrument& sus = house().at("sus");
  EXPECT_EQ(score("sus", all_alike(sus, 3), "total"), 50);
  Answers best = all_alike(sus, 5);
  for (const char* id : {"s2", "s4", "s6", "s8", "s10"}) best[id] = 1;
  EXPECT_EQ(score("sus", best, "total"), 100);
  best.erase("s7");
  EXPECT_EQ(score("sus", best, "total"), std::nullopt) << "one was left out";
}

TEST(Instruments, RatiosOfNothingAreUndefined) {
  Answers counts{{"simple_reflection", 4}, {"complex_reflection", 6}, {"question", 5}};
  EXPECT_EQ(score("miti", counts, "reflections_to_questions"), 2);
  EXPECT_EQ(score("miti", counts, "complex_share"), 0.6);
  counts["question"] = 0;
  EXPECT_EQ(score("miti", counts, "reflections_to_questions"), std::nullopt);
  EXPECT_EQ(score("miti", counts, "technical"), std::nullopt);
}

TEST(Instruments, SumsAndMeans) {
  EXPECT_EQ(score("ctrs", all_alike(house().at("ctrs"), 4), "total"), 44);
  EXPECT_EQ(score("ctrs", all_alike(house().at("ctrs"), 4), "general"), 24);
  EXPECT_EQ(score("support-quality", {{"understood", 4}, {"stayed", 3}, {"room", 5}}, "mean"), 4);
}

TEST(Instruments, AnswersOutsideTheScaleAreNamed) {
  const Instrument& sus = house().at("sus");
  EXPECT_TRUE(check(sus, {{"s1", 5}}));
  EXPECT_THAT(check(sus, {{"s1", 6}}).error().message, HasSubstr("from 1 to 5"));
  EXPECT_FALSE(check(sus, {{"s99", 1}}));
  EXPECT_TRUE(check(house().at("miti"), {{"question", 40}}));
  EXPECT_FALSE(check(house().at("miti"), {{"question", -1}}));
}

class InstrumentFile : public testing::Test {
 protected:
  std::string fault(const std::string& rest) {
    const auto file = std::filesystem::path(testing::TempDir()) / "instrument.yaml";
    std::ofstream(file) << "format: attune-instrument\nversion: 1\nid: mine\ntitle: Mine\n"
                           "about: What it is.\nlicense: Ours.\ntarget: turn\n"
                        << rest;
    const auto read = load_instrument(file);
    std::filesystem::remove(file);
    return read ? "" : read.error().message;
  }
};

TEST_F(InstrumentFile, AServiceCanBringItsOwn) {
  EXPECT_EQ(fault("items:\n  - {id: calm, ask: Calm?, scale: {low: 0, high: 3}, "
                  "anchors: {0: no, 3: yes}}\n"),
            "");
  EXPECT_EQ(fault("codes:\n  - {id: late, title: Late, about: Came late.}\n"), "");
}

TEST_F(InstrumentFile, FaultsAreNamedWithTheirPlace) {
  EXPECT_THAT(fault(""), HasSubstr("neither items nor codes"));
  EXPECT_THAT(fault("items:\n  - {id: a, ask: A?}\n"), HasSubstr(":9:5: an item has either"));
  EXPECT_THAT(fault("items:\n  - {id: a, ask: A?, scale: {low: 3, high: 2}}\n"),
              HasSubstr("`high`"));
  EXPECT_THAT(fault("items:\n  - {id: a, ask: A?, scale: {low: 0, high: 2}, anchors: {5: b}}\n"),
              HasSubstr("no value of this scale"));
  EXPECT_THAT(fault("items:\n  - {id: a, ask: A?, count: true}\n"
                    "subscales:\n  - {id: s, title: S, items: [b], by: sum}\n"),
              HasSubstr("there is no item"));
  EXPECT_THAT(fault("items:\n  - {id: a, ask: A?, count: true}\n"
                    "  - {id: a, ask: B?, count: true}\n"),
              HasSubstr("stands twice"));
}

}  // namespace
}  // namespace attune::review
