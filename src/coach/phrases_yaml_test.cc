#include "coach/phrases_yaml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "coach/check.h"
#include "coach/compose.h"

namespace attune::coach {
namespace {

using testing::HasSubstr;

const std::filesystem::path kContent =
    std::filesystem::path(ATTUNE_ROOT) / "content" / "suggestions.yaml";

// The real file with its first `from` replaced by `to`.
std::filesystem::path changed(const std::string& from, const std::string& to) {
  std::ifstream in(kContent);
  std::string text(std::istreambuf_iterator<char>(in), {});
  const std::size_t at = text.find(from);
  EXPECT_NE(at, text.npos);
  const auto file = std::filesystem::path(testing::TempDir()) / "changed_suggestions.yaml";
  std::ofstream(file) << text.replace(at, from.size(), to);
  return file;
}

std::string fault(const std::string& from, const std::string& to) {
  const auto loaded = load_phrases(changed(from, to));
  return loaded ? "" : loaded.error().message;
}

TEST(PhrasesYaml, ReadsTheProjectsFile) {
  const auto phrases = load_phrases(kContent);
  ASSERT_TRUE(phrases) << phrases.error().message;
  EXPECT_NE(phrases->find("risk_hint"), nullptr);
  EXPECT_EQ(phrases->find("no such"), nullptr);
}

TEST(PhrasesYaml, NamesPlaceAndMendOfAFault) {
  EXPECT_THAT(fault("\nversion: 1", "\nversion: 2"),
              HasSubstr("unknown version; write version: 1"));
  EXPECT_THAT(fault("\nversion: 1", "\nversion: 1\ncolour: red"),
              HasSubstr("unknown key \"colour\""));
  EXPECT_THAT(fault("{ask}\"", "{aks}\""), HasSubstr("unknown slot"));
  EXPECT_THAT(fault("skill: ask_directly", "skill: ask"), HasSubstr("unknown skill \"ask\""));
  EXPECT_THAT(fault("to: shame", "to: shme"), HasSubstr("names no situation"));
  EXPECT_THAT(fault("- id: silent", "- id: quiet"), HasSubstr("\"quiet\" can never be found"));
  EXPECT_THAT(fault("  anger: [", "  rage: ["), HasSubstr("unknown emotion \"rage\""));
  EXPECT_THAT(fault("situations:\n", "situations: [\n"), HasSubstr("changed_suggestions.yaml:"));
}

TEST(PhrasesYaml, CountsLinesAndColumnsFromOne) {
  const auto file = std::filesystem::path(testing::TempDir()) / "short_suggestions.yaml";
  std::ofstream(file) << "format: attune-suggestions\nversion: 1\n  \nwrong: 1\n";
  EXPECT_THAT(load_phrases(file).error().message,
              HasSubstr("short_suggestions.yaml:4:1: unknown key"));
}

TEST(PhrasesYaml, SaysWhenThereIsNoFile) {
  const auto loaded = load_phrases("no/such/file.yaml");
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, base::Code::not_found);
}

Fillings samples(const Phrases& phrases) {
  Fillings fillings;
  fillings.clauses = {{{"you sleep four hours", Tense::now}, {}}};
  fillings.quotes = {{"hardly any sleep", {}}};
  fillings.people = {{"your sister", {}}, {"Lurdes", {}}};
  fillings.things = {{"the gate", {}}};
  fillings.name = "Sam";
  fillings.asks = phrases.asks;
  for (const Feeling& feeling : phrases.feelings) {
    (feeling.joy ? fillings.joys : fillings.feelings).push_back({feeling.say, {}});
  }
  fillings.seems = fillings.feelings;
  return fillings;
}

TEST(PhrasesYaml, HoldsNoBannedWordsAndNoThirdSentence) {
  const auto phrases = load_phrases(kContent);
  ASSERT_TRUE(phrases);
  const Fillings fillings = samples(*phrases);
  for (const Situation& situation : phrases->situations) {
    for (const Pool& pool : situation.pools) {
      for (const std::string& phrase : pool.say) {
        for (const auto& [card, from] : fill(phrase, fillings)) {
          EXPECT_FALSE(holds_banned(card)) << situation.id << ": " << card;
          EXPECT_LE(count_sentences(card), 2) << situation.id << ": " << card;
          EXPECT_EQ(card.find('{'), card.npos) << situation.id << ": " << card;
        }
      }
    }
  }
}

TEST(PhrasesYaml, OffersThreeWithoutSlotsInEachPool) {
  const auto phrases = load_phrases(kContent);
  ASSERT_TRUE(phrases);
  for (const Situation& situation : phrases->situations) {
    // There the slot is always filled, or nothing is offered.
    const std::set<std::string> filled{"risk_hint", "passed_by", "told_before"};
    if (filled.contains(situation.id)) continue;
    for (const Pool& pool : situation.pools) {
      const auto plain =
          std::count_if(pool.say.begin(), pool.say.end(),
                        [](const std::string& phrase) { return phrase.find('{') == phrase.npos; });
      EXPECT_GE(plain, 3) << situation.id;
    }
  }
}

}  // namespace
}  // namespace attune::coach
