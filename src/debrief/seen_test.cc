#include "debrief/seen.h"

#include <algorithm>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "debrief/seen_look.h"
#include "debrief/staged_talk.h"
#include "language/meaning.h"

namespace attune::debrief {
namespace {

using conversation::Speaker;
using conversation::Turn;
using testing::HasSubstr;
using testing::Not;

/// A talk read as `attune debrief` reads it.
class SeenTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const std::filesystem::path root = ATTUNE_ROOT;
    reader_ = *language::Reader::open(root / "models");
    meaning_ = *language::Meaning::open(root / "models", root / "content" / "lexicons");
  }
  static void TearDownTestSuite() {
    reader_.reset();
    meaning_.reset();
  }

  /// The client begins.
  void talk(const std::vector<std::string>& said) {
    std::vector<Turn> turns;
    observed_ = {};
    fits_.clear();
    for (const std::string& words : said) {
      const bool client = turns.size() % 2 == 0;
      const Turn turn{client ? Speaker::client : Speaker::supporter, words};
      if (!client) fits_.push_back(language::fit(turn, turns, *meaning_));
      observed_.lines.push_back({static_cast<int>(fits_.size()), turn, reader_->read(turn, turns)});
      turns.push_back(turn);
    }
  }

  SeenSource source() {
    return {.id = "t",
            .title = "",
            .observed = observed_,
            .fits = fits_,
            .cards = reader_->cards(),
            .texts = house_texts()};
  }

  SeenLook seen() {
    const SeenTalk folded = fold_seen(observed_, fits_, house_texts());
    return look(source(), folded, seen_risk(folded, house_texts()));
  }

  std::string all() { return seen_json(source()); }

  static std::unique_ptr<language::Reader> reader_;
  static std::unique_ptr<language::Meaning> meaning_;
  conversation::Observed observed_;
  std::vector<language::Fit> fits_;
};

std::unique_ptr<language::Reader> SeenTest::reader_;
std::unique_ptr<language::Meaning> SeenTest::meaning_;

std::string joined(const std::vector<SafetyPoint>& points) {
  std::string out;
  for (const SafetyPoint& point : points) out += point.text + "\n";
  return out;
}

bool has_title(const SeenLook& look, const std::string& kind) {
  const auto& titles = house_texts().of("seen_title." + kind);
  return std::ranges::any_of(look.moments, [&](const Moment& moment) {
    return std::ranges::count(titles, moment.title) > 0;
  });
}

bool is_from(const std::string& text, const std::string& key) {
  return std::ranges::count(house_texts().of(key), text) > 0;
}

TEST_F(SeenTest, RiskThatNobodyAskedAboutComesFirst) {
  talk({"I lost my job. Sometimes I think about killing myself.", "What was the job?",
        "A baker. Never mind.", "Do you like baking?", "I did."});
  const SeenLook look = seen();
  ASSERT_EQ(look.safety.size(), 2U);
  EXPECT_EQ(look.safety[0].turn, 1);
  EXPECT_THAT(look.safety[0].text, HasSubstr("Sometimes I think about killing myself"));
  EXPECT_TRUE(is_from(look.next, "next.ask_plainly")) << look.next;
}

TEST_F(SeenTest, WordsOfSelfHarmAreNoMannerOfSpeaking) {
  talk({"I've been hurting myself again.", "What did you have for lunch?", "Soup."});
  const std::string points = joined(seen().safety);
  EXPECT_THAT(points, Not(HasSubstr("manner of speaking")));
  EXPECT_THAT(points, testing::ContainsRegex("self-harm|[Hh]urting"));
}

TEST_F(SeenTest, AskedPlainlyAndInTimeNothingIsDue) {
  talk({"Nobody would notice if I was dead.", "Are you having thoughts of suicide?",
        "No, not like that.", "I'm glad I asked.", "Me too."});
  const SeenLook look = seen();
  EXPECT_THAT(look.safety, testing::IsEmpty());
  ASSERT_FALSE(look.worked.empty());
  EXPECT_TRUE(is_from(look.worked[0].why, "seen_worked.asked_no")) << look.worked[0].why;
}

TEST_F(SeenTest, AskingTwoRepliesLaterIsLate) {
  talk({"I want to die.", "What happened?", "Everything.", "Since when?", "Since May.",
        "Are you thinking about suicide?", "No. I just said it."});
  const SeenLook look = seen();
  ASSERT_FALSE(look.safety.empty());
  EXPECT_EQ(look.safety[0].turn, 3);
  EXPECT_THAT(look.safety[0].text, testing::ContainsRegex("sooner"));
}

TEST_F(SeenTest, AfterAYesWhatWasNotAskedIsNamed) {
  talk({"I want to die.", "Are you having thoughts of suicide?", "Yes. Most nights.",
        "I see. Did you watch the game?", "No."});
  EXPECT_THAT(joined(seen().safety), HasSubstr("what keeps them going"));
}

TEST_F(SeenTest, SecrecyAndLeadingQuestionsAreSaid) {
  talk({"Can I tell you something?", "Of course, I won't tell anyone, it stays between us.",
        "I feel down.", "You're not thinking of suicide, are you?", "No."});
  const std::string points = joined(seen().safety);
  EXPECT_THAT(points, HasSubstr("secre"));
  EXPECT_THAT(points, HasSubstr("no"));
}

TEST_F(SeenTest, EverydayWordsAreNoDanger) {
  talk({"I'm going to go now, this traffic is killing me.", "Okay!",
        "My cousin studied medicine, I want to diet too.", "Good luck.", "Bye."});
  EXPECT_THAT(seen().safety, testing::IsEmpty());
}

TEST_F(SeenTest, HeavyWordsPassedByAreLookedAtAndQuotedWhole) {
  talk({"Hi.", "Hello.", "I feel so sad and lonely since she left. My cat is called Tom.",
        "Which team do you support?", "Liverpool."});
  const SeenLook look = seen();
  ASSERT_TRUE(has_title(look, "passed"));
  EXPECT_EQ(look.moments[0].quote.turn, 2);
  const std::string said = look.moments[0].beneath + look.moments[0].another_way;
  if (said.find("sad") != std::string::npos) {
    EXPECT_THAT(said, HasSubstr("I feel so sad and lonely since she left"));
  }
  EXPECT_THAT(said, Not(HasSubstr("Tom")));
}

TEST_F(SeenTest, APoorTalkAndAGoodOneGiveDifferentMoments) {
  talk({"My boyfriend moved out on Sunday.",
        "You should delete his number and join a gym. You need to keep busy.",
        "I don't have the energy.", "How long were you together?", "Four years.",
        "Oh, it can't be that bad. At least you have a job, others have it much worse.", "Sure."});
  const SeenLook poor = seen();
  EXPECT_TRUE(has_title(poor, "advice"));
  EXPECT_TRUE(has_title(poor, "minimizes"));
  talk({"My boyfriend moved out on Sunday.",
        "He moved out on Sunday. What have these days been like?",
        "Quiet. Awful, I keep setting out two cups in the morning.",
        "Two cups. That sounds lonely, and as if the morning had not heard yet.",
        "Yes. I feel lonely and ashamed that I can't stop, my friends say move on and I nod and "
        "then I come home and I talk to his empty chair as if he could hear me."});
  const SeenLook good = seen();
  EXPECT_THAT(good.moments, testing::IsEmpty());
  EXPECT_FALSE(good.worked.empty());
}

TEST_F(SeenTest, AThirdQuestionInARowIsLookedAt) {
  talk({"My boat sank.", "Where do you live?", "In town.", "Are you married?", "Yes.",
        "What is your job?", "Nurse."});
  EXPECT_TRUE(has_title(seen(), "questions"));
}

TEST_F(SeenTest, GriefAndDangerHideTheRatiosAndSayWhy) {
  const std::vector<std::string> plain = {
      "I smoke too much.",
      "What do you like about it?",
      "The break.",
      "It sounds as if the break matters more to you than the smoke.",
      "Maybe.",
      "What else gives you a rest?",
      "Not much. I work nights.",
      "Nights are long, and you're tired of being the one who is awake.",
      "Yes.",
      "What would help?",
      "Sleep."};
  talk(plain);
  EXPECT_THAT(all(), HasSubstr("\"shown\":true"));
  std::vector<std::string> grief = plain;
  grief[0] = "I smoke too much since my mum died.";
  talk(grief);
  EXPECT_THAT(all(), HasSubstr(R"("shown":false,"hidden":"grief")"));
  grief[0] = "I smoke too much and I want to die.";
  talk(grief);
  EXPECT_THAT(all(), HasSubstr(R"("shown":false,"hidden":"risk")"));
  talk({"Hi.", "Hello."});
  EXPECT_THAT(all(), HasSubstr(R"("shown":false,"hidden":"few")"));
}

TEST_F(SeenTest, NothingHiddenIsGuessedAt) {
  talk({"Hi.", "Hello, what brings you?", "My knee."});
  const SeenLook look = seen();
  EXPECT_TRUE(is_from(look.unsaid, "seen.unsaid"));
  EXPECT_THAT(all(), HasSubstr("\"unsaid\":[]"));
}

TEST_F(SeenTest, NudgesAndStepsArePrintedWhenThereAreAny) {
  talk({"Hi.", "Hello, what brings you?", "My knee."});
  SeenSource with = source();
  EXPECT_THAT(as_text(seen_sheet(with)), Not(HasSubstr("Steps of the protocol")));
  with.nudges = {{.turn = 1, .kind = "open", .text = "A remark on it."}};
  with.protocol = {{"Ask what brings them", "done", 1}};
  const std::string text = as_text(seen_sheet(with));
  EXPECT_THAT(text, HasSubstr("Reply 1. A remark on it."));
  EXPECT_THAT(text, HasSubstr("Ask what brings them: done (reply 1)"));
  EXPECT_THAT(seen_json(with), HasSubstr(R"("protocol":{"steps":[{"title":"Ask what brings)"));
}

TEST_F(SeenTest, ThePageEscapesEveryWordAndNeedsNothingFromOutside) {
  talk({"<script>alert(1)</script> & \"I\" feel sad", "<img src=x onerror=y> What's <b>that</b>?",
        "'Nothing'"});
  SeenSource evil = source();
  evil.id = "<i>";
  evil.title = "</title><script>";
  const Sheet sheet = seen_sheet(evil);
  const std::string html = as_html(std::span(&sheet, 1));
  for (const char* never : {"<script", "<img", "<b>", "<i>", "http:", "https:", "url(", "@import"})
    EXPECT_THAT(html, Not(HasSubstr(never)));
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;I&quot;"));
  const std::vector<Sheet> two{sheet, sheet};
  EXPECT_THAT(as_html(two), HasSubstr("<a href=\"#talk-2\">"));
}

TEST_F(SeenTest, TextIsWrappedAndBytesAreEqualForEqualTalks) {
  talk({"I moved here in March and I know nobody yet, and the weekends go on and on and on and on.",
        "The weekends go on. What are they like?", "Long."});
  const std::string text = as_text(seen_sheet(source()));
  EXPECT_EQ(text, as_text(seen_sheet(source())));
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 110U) << line;
  EXPECT_EQ(all(), all());
}

TEST_F(SeenTest, ATalkWithoutRepliesIsSaidToBeOne) {
  talk({"Is anybody there?"});
  EXPECT_TRUE(is_from(seen().next, "seen_next.nothing"));
  EXPECT_THAT(as_text(seen_sheet(source())), Not(HasSubstr("What worked")));
}

TEST(WholeSheet, HasTheNoteAndWhatWasUnsaid) {
  StagedTalk talk;
  talk.client("Hi.").reply("Hi.").opens("ring").client("I still wear it.");
  talk.reply("Okay.").client("Well.").reply("How was that?").client("Bye.");
  talk.misses("ring").ends(conversation::Ending::now);
  const client::Case person = staged_person("moderate");
  const std::vector<language::Card> cards;
  const Sheet sheet = whole_sheet(
      conversation::SessionId("s"),
      {.person = person, .events = talk.events(), .cards = cards, .texts = house_texts()});
  EXPECT_EQ(sheet.client, "Mara");
  EXPECT_FALSE(sheet.unsaid.empty());
  EXPECT_FALSE(sheet.moments.empty());
  EXPECT_THAT(as_text(sheet), HasSubstr("This exercise is over."));
}

}  // namespace
}  // namespace attune::debrief
