#include "language/spelling.h"

#include <gtest/gtest.h>

#include <initializer_list>
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
  EXPECT_EQ(read_as("she rememberd"), "she remembered");                         // not "remember"
  EXPECT_EQ(read_as("Becuase of it. Retirment"), "because of it . retirement");  // no names
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
  EXPECT_EQ(read_as("So sian lah, cannot sleep"), "so tired , can't sleep");
  EXPECT_EQ(read_as("idk tbh, tmrw"), "i don't know honestly , tomorrow");
}

TEST(Spelling, ReadsPhrasesAsPlainOnes) {
  EXPECT_EQ(read_as("God willing, no cap"), "hopefully , honestly");
  EXPECT_EQ(read_as("Inshallah I sleep"), "hopefully i sleep");
  EXPECT_EQ(read_as("about my self harm"), "about my self harm");  // not "myself"
}

TEST(Spelling, ReadsWordsByThoseBesideThem) {
  EXPECT_EQ(read_as("ur not alone, its a lot"), "you're not alone , it's a lot");
  EXPECT_EQ(read_as("your friend and its name"), "your friend and its name");
  EXPECT_EQ(read_as("a cup o tea an then sleep"), "a cup of tea and then sleep");
  EXPECT_EQ(read_as("an hour, an SSRI, at 5 am now"), "an hour , an ssri , at 5 am now");
  EXPECT_EQ(read_as("am so tired. why am i here. then"), "i'm so tired . why am i here . then");
}

TEST(Spelling, ReadsSomePhrasesOnlyWhereASentenceBegins) {
  EXPECT_EQ(read_as("you okay?"), "are you okay ?");
  EXPECT_EQ(read_as("as long as you okay it"), "as long as you okay it");
}

TEST(Spelling, PutsTheMarkThatAQuestionLacks) {
  EXPECT_EQ(read_as("wait, has he done it"), "wait , has he done it ?");
  EXPECT_EQ(read_as("if it went well what would it look like"),
            "if it went well what would it look like ?");
  for (const char* text : {"i know what it is", "that is what i do", "tell me how you are",
                           "Are you in? I am.", "hope you have a seat"})
    EXPECT_EQ(read_as(text).find(" ?", 12), std::string::npos) << text;
}

struct Line {
  const char *typed, *read;
};

TEST(Spelling, ReadsQuestionsThatEndInAParticle) {
  for (const auto& [typed, read] : std::initializer_list<Line>{
           {"you eat lunch already anot", "have you eat lunch already ?"},
           {"he scold you ah", "does he tell you off ?"},
           {"you okay one meh", "are you okay ?"},
           {"you scared of him is it", "are you scared of him ?"},
           {"can tell her or not", "can you tell her ?"},
           {"your husband know or not. I worry", "does your husband know ? i worry"},
           {"at least you got eat, hor?", "at least did you eat ?"},
           {"we start slowly, can?", "we start slowly , is that okay ?"}})
    EXPECT_EQ(read_as(typed), read) << typed;
}

TEST(Spelling, ReadsQuestionsWithoutTheirAuxiliaryOrInAnotherOrder) {
  for (const auto& [typed, read] : std::initializer_list<Line>{
           {"then how you feel?", "then how do you feel ?"},
           {"so now you thinking of doing what", "so now what are you thinking of doing ?"},
           {"why she so angry with you", "why is she so angry with you ?"},
           {"last night you sleep how many hours", "last night how many hours do you sleep ?"},
           {"since how long you live here?", "since how long do you live here ?"},
           {"he has ever hurt you?", "has he ever hurt you ?"},
           {"you can go to your sister?", "can you go to your sister ?"},
           {"you done told your folks yet", "have you told your folks yet ?"},
           {"so what happened after that", "so what happened after that ?"},
           {"how much do you drink", "how much do you drink ?"}})
    EXPECT_EQ(read_as(typed), read) << typed;
}

TEST(Spelling, LeavesWhatOnlyLooksLikeAQuestion) {
  for (const char* text :
       {"whether you like it or not", "i don't know if she knows or not", "how you feel matters",
        "you know what", "what happened was awful", "you want to stop?", "you're tired of it?",
        "that is how it is", "i know what you want", "the first part , where he jumps", "help meh"})
    EXPECT_EQ(read_as(text), forms_of(tokenize(text))) << text;
}

TEST(Spelling, KeepsAPhraseWhereItStood) {
  const Tokens tokens = spelling().tokens("well god willing yes");
  ASSERT_EQ(tokens.list.size(), 3U);  // well, hopefully, yes
  EXPECT_EQ(tokens.list[1].start, 5);
  EXPECT_EQ(tokens.list[1].end, 16);
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
