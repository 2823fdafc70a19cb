#include "language/spelling.h"

#include <gtest/gtest.h>

#include <string>

namespace attune::language {
namespace {

const Spelling& spelling() {
  static const auto opened = Spelling::open(ATTUNE_ROOT "/models/spelling.bin");
  return *opened;
}

std::string forms_of(const Tokens& tokens) {
  std::string forms;
  for (const Token& token : tokens.list)
    forms += (forms.empty() ? "" : " ") + std::string(tokens.form(token));
  return forms;
}

std::string read_as(std::string_view text) {
  return forms_of(spelling().tokens(text));
}

TEST(Spelling, MendsOneSlip) {
  EXPECT_EQ(read_as("my best freind"), "my best friend");         // swapped
  EXPECT_EQ(read_as("so terified of it"), "so terrified of it");  // missing
  EXPECT_EQ(read_as("i feel hopelesss"), "i feel hopeless");      // one too many
  EXPECT_EQ(read_as("on saterday"), "on saturday");               // wrong
  EXPECT_EQ(read_as("ive been cryin"), "i've been crying");
  EXPECT_EQ(read_as("becuase i'm livvid"),
            "because i'm livid");  // often mistyped; rare but doubled
  EXPECT_EQ(read_as("want to kil him"), "want to kill him");
}

TEST(Spelling, PartsWordsRunTogether) {
  EXPECT_EQ(read_as("i hate mylife, aswell"), "i hate my life , as well");
  EXPECT_EQ(read_as("an indie band"), "an indie band");  // too short to be two
}

TEST(Spelling, LeavesRealWordsAlone) {
  for (const char* text : {"the form from the brake", "livid about the lorry", "my cares, my scars",
                           "lol gonna be ok", "that hit me", "his dose", "oof", "the wwe"})
    EXPECT_EQ(read_as(text), forms_of(tokenize(text)));
}

TEST(Spelling, LeavesNamesAlone) {
  EXPECT_EQ(read_as("I met Ailsaa and Hidayah"), "i met ailsaa and hidayah");
  EXPECT_EQ(read_as("I told Ken"), "i told ken");
  EXPECT_EQ(read_as("i dinna ken"), "i don't know");
}

TEST(Spelling, ReadsDialectsAndTextSpeak) {
  EXPECT_EQ(read_as("I cannae dae it masel"), "i can't do it myself");
  EXPECT_EQ(read_as("So sian lah, cannot sleep"), "so tired , cannot sleep");
  EXPECT_EQ(read_as("idk tbh, tmrw"), "i don't know honestly , tomorrow");
}

TEST(Spelling, CarriesNegationOn) {
  const Tokens tokens = spelling().tokens("I'm no scared, I cannae sleep well. Fine");
  for (const Token& token : tokens.list) {
    const auto form = tokens.form(token);
    if (form == "sleep" || form == "well" || form == "fine") {
      EXPECT_EQ(token.negated, form != "fine") << form;
    }
  }
}

TEST(Spelling, KeepsWhereWordsStand) {
  const Tokens tokens = spelling().tokens("so idk waht");
  ASSERT_EQ(tokens.list.size(), 5U);  // so, i, don't, know, what
  for (const std::size_t i : {1U, 2U, 3U}) {
    EXPECT_EQ(tokens.list[i].start, 3);
    EXPECT_EQ(tokens.list[i].end, 6);
  }
  EXPECT_EQ(tokens.form(tokens.list[4]), "what");
  EXPECT_EQ(tokens.list[4].start, 7);
}

TEST(Spelling, WithoutAModelMendsNoSlips) {
  Tokens tokens = tokenize("my freind cannae");
  Spelling().mend(tokens);
  EXPECT_EQ(tokens.form(tokens.list[1]), "freind");
  EXPECT_EQ(tokens.form(tokens.list[2]), "can't");
}

TEST(Spelling, EveryWordStandsForOthers) {
  // Else a word would be put in its own place for nothing, or lead on to another.
  for (const char* word : {"cannae", "dae", "idk", "tmrw", "masel", "ken", "wis"}) {
    const auto meant = standard(word);
    ASSERT_TRUE(meant) << word;
    EXPECT_NE(*meant, word);
    EXPECT_FALSE(standard(*meant)) << word;
  }
}

}  // namespace
}  // namespace attune::language
