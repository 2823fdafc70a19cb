#include "review/research.h"

#include <gmock/gmock.h>

#include "conversation/memory_journal.h"
#include "fakes/memory_log.h"
#include "review/book.h"
#include "review/hide_names.h"

namespace attune::review {
namespace {

using namespace conversation;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(HideNames, HidesTheNameAndNotTheWordThatLooksLikeIt) {
  const HideNames hide({"Will Ng", "anna", "Zoë"});
  EXPECT_EQ(hide("I'm Will. will you stay, WILL?"), "I'm [name]. will you stay, [name]?");
  EXPECT_EQ(hide("Anna's turn, anna; Annabel is not, nor is Ng."),
            "[name]'s turn, [name]; Annabel is not, nor is Ng.");
  EXPECT_EQ(hide("Zoë, 3 times"), "[name], 3 times");
  EXPECT_EQ(HideNames({})("Anna"), "Anna");
}

/// Talks of a few people, and what raters said of them.
class Research : public testing::Test {
 protected:
  Research() {
    talk("s-anna", "acc-anna", "I am Anna, and I listen. Call 555 123 4567.", 3);
    talk("s-ben", "acc-ben", "Tell me, \"slowly\",\nif you like.", 5);
    rate("s-anna", "acc-cora", RaterKind::expert);
    rate("s-ben", "acc-cora", RaterKind::expert);
    rate("s-ben", "m-1", RaterKind::model);
  }

  static base::Instant day(int days) { return base::Instant(std::chrono::days(20000 + days)); }

  void append(const std::string& id, Body body, base::Instant at) {
    log_.append(SessionId(id), {{++last_[id], at, std::move(body)}},
                [](const base::Result<void>& done) { ASSERT_TRUE(done); });
  }
  void agree(const std::string& id, bool research) {
    append(id, Agreed{.training = true, .research = research}, day(6));
  }
  void talk(const std::string& id, const std::string& owner, const std::string& reply, int on) {
    append(id, Opened{.case_id = "dark", .case_hash = "00", .owner = owner}, day(on));
    append(id, Agreed{.research = true}, day(on));
    append(id, Said{.speaker = Speaker::client, .text = "Hi."}, day(on));
    append(id, Said{.turn = 1, .text = reply, .key = "key-" + id}, day(on));
    append(id, CueMoved{.turn = 1, .cue = "ring", .change = CueChange::opened}, day(on));
    append(id, Closed{}, day(on));
    append(id, Rated{"self", "support-quality", {{"heard", 4}}, 1}, day(on));
  }
  void rate(const std::string& talk, const std::string& rater, RaterKind kind) {
    Rating rating{.task = "task-77", .talk = talk, .rater = {rater, kind, ""}, .at = day(9)};
    rating.form.sheets = {{"support-quality", {}, {{"heard", 2}}}};
    rating.form.marks = {{"critique", "advice", 1, 2, 4, 3, "as Cora said"}};
    rating.form.comment = "Anna means well";
    keep(rating);
  }
  void keep(const Entry& entry) {
    ASSERT_TRUE(journal_.append("review", {to_json(entry)}, day(9), ""));
  }
  ResearchExport made(std::uint64_t seed = 7) {
    return research_export(log_, journal_,
                           {.seed = seed,
                            .names = {"Anna", "Ben", "Cora"},
                            .cue_kinds = {{"dark", {{"ring", "loss"}}}}})
        .value();
  }
  static std::string all_of(const ResearchExport& made) {
    std::string all;
    for (const auto& [name, text] : made.files) all += text;
    return all;
  }

  fakes::MemoryLog log_;
  MemoryJournal journal_;
  std::map<std::string, int> last_;
};

TEST_F(Research, HoldsWhatWasAgreedToAndNoAccountNameOrDate) {
  const ResearchExport research = made();
  EXPECT_EQ(research.talks, 2U);
  EXPECT_EQ(research.ratings, 3U);
  const std::string all = all_of(research);
  for (const char* telling :
       {"acc-", "s-anna", "s-ben", "Anna", "Cora", "task-77", "key-", "17280", "2024"})
    EXPECT_THAT(all, Not(HasSubstr(telling)));
  EXPECT_THAT(
      research.files.at("talks.jsonl"),
      AllOf(HasSubstr("I am [name 1], and I listen. Call [phone]."), HasSubstr(R"("kind":"loss")"),
            HasSubstr(R"("day":0)"), HasSubstr(R"("day":2)"), HasSubstr(R"("heard":4)")));
  EXPECT_THAT(research.files.at("turns.csv"),
              HasSubstr("\"Tell me, \"\"slowly\"\",\nif you like.\""));
  EXPECT_THAT(research.files.at("ratings.jsonl"),
              AllOf(HasSubstr(R"("comment":"[name 1] means well")"), HasSubstr(R"("id":"R01")"),
                    HasSubstr(R"("id":"m-1")"), HasSubstr(R"("at":518400000)")));
  EXPECT_THAT(
      research.files.at("ratings.csv"),
      AllOf(StartsWith("item,rater,value,conversation,question,group\n"), HasSubstr(",R01,2,"),
            HasSubstr(",4,"), HasSubstr("support-quality.heard,self")));
}

TEST_F(Research, HoldsWhatWasSettledAndKnownUnderCodeNames) {
  keep(Settled{"s-ben", "critique", "advice", 1, 0, "Ben asked", "acc-dora", false, day(4)});
  keep(
      Settled{"s-ben", "critique", "advice", 1, 2, "as Cora said, too", "acc-dora", false, day(9)});
  keep(Settled{"s-ben", "support-quality", "heard", {}, {}, "", "acc-dora", true, day(10)});
  Gold gold{.talk = "s-anna", .by = "acc-dora"};
  gold.form.sheets = {{"support-quality", {}, {{"heard", 3}}}};
  gold.form.marks = {{"critique", "advice", 1, 2, 4, 3, "as Cora said"}};
  keep(gold);
  const ResearchExport research = made();
  std::map<std::string, std::string> codes;
  for (const CodeName& name : research.key) codes[name.account] = name.code;
  const std::string by = codes.at("acc-dora"), &talks = research.files.at("talks.jsonl");
  const std::string ben =
      talks.substr(talks.find(R"(","supporter":")" + codes.at("acc-ben")) - 3, 3);
  EXPECT_EQ(research.files.at("settled.csv"),
            "item,value,open,conversation,question,rater,day,reason\n" + ben + ",,1," + ben +
                ",support-quality.heard," + by + ",7,\n" + ben + " 1,2,0," + ben +
                ",critique.advice," + by + ",6,\"as [name] said, too\"\n");
  EXPECT_THAT(research.files.at("gold.jsonl"),
              AllOf(HasSubstr(R"("type":"gold")"), HasSubstr(R"("by":")" + by + '"'),
                    HasSubstr(R"("heard":3)"), HasSubstr(R"("start":0,"end":0)"),
                    HasSubstr("as [name] said")));
  for (const char* telling : {"acc-", "s-anna", "s-ben", "Cora"})
    EXPECT_THAT(all_of(research), Not(HasSubstr(telling)));
}

TEST_F(Research, WithdrawnOrErasedTalksAreInNoLaterExport) {
  keep(Settled{"s-ben", "critique", "advice", 1, 2, "why", "acc-dora", false, day(9)});
  keep(Gold{.talk = "s-anna", .by = "acc-dora"});
  EXPECT_THAT(made().files.at("gold.jsonl"), HasSubstr("gold"));
  agree("s-anna", false);
  EXPECT_EQ(made().files.at("gold.jsonl"), "");
  EXPECT_THAT(made().files.at("settled.csv"), HasSubstr("why"));
  EXPECT_EQ(made().talks, 1U);
  EXPECT_EQ(made().ratings, 2U);
  EXPECT_THAT(all_of(made()), Not(HasSubstr("listen")));
  agree("s-anna", true);
  EXPECT_EQ(made().talks, 2U);
  ASSERT_TRUE(log_.redact(SessionId("s-ben"), day(90)));
  EXPECT_EQ(made().talks, 1U);
  EXPECT_THAT(all_of(made()), Not(HasSubstr("slowly")));
  agree("s-anna", false);
  const ResearchExport nothing = made();
  EXPECT_EQ(nothing.talks + nothing.ratings, 0U);
  EXPECT_EQ(nothing.files.at("talks.jsonl"), "");
  EXPECT_EQ(nothing.files.at("gold.jsonl"), "");
  EXPECT_THAT(nothing.files.at("settled.csv"), testing::EndsWith("reason\n")) << "no row";
  EXPECT_TRUE(nothing.key.empty());
}

TEST_F(Research, TalksThatGoOnOrBeganAsAnotherStayOut) {
  append("s-open", Opened{.case_id = "dark", .case_hash = "00", .owner = "acc-anna"}, day(8));
  append("s-open", Agreed{.research = true}, day(8));
  talk("s-third", "acc-anna", "Again.", 8);
  EXPECT_EQ(made().talks, 3U);
  append("s-second", Opened{.case_id = "dark", .case_hash = "00", .branch_of = SessionId("s-anna")},
         day(8));
  append("s-second", Agreed{.research = true}, day(8));
  append("s-second", Closed{}, day(8));
  EXPECT_EQ(made().talks, 3U);
}

TEST_F(Research, OneDocumentHoldsTheFilesAndNotTheKey) {
  const std::string document = to_json(made());
  EXPECT_THAT(document, AllOf(StartsWith(R"({"talks":2,"ratings":3,"files":{"codebook.md":)"),
                              HasSubstr(R"("talks.jsonl":)"), Not(HasSubstr("acc-"))));
}

TEST_F(Research, AMarkOnWordsKeepsItsPlaceUnlessSomethingIsHidden) {
  const std::string marks = made().files.at("marks.csv");
  EXPECT_THAT(marks, HasSubstr("critique,advice,0,0,3,as [name] said"));  // Anna's talk
  EXPECT_THAT(marks, HasSubstr("critique,advice,2,4,3,as [name] said"));  // Ben's
}

TEST_F(Research, CodeNamesHangOnTheSeedAndTheKeyGivesThemBack) {
  for (int i = 0; i < 6; ++i)
    talk("s-more" + std::to_string(i), "acc-" + std::to_string(i), "Hm.", 7);
  const auto codes = [&](std::uint64_t seed) {
    std::map<std::string, std::string> known;
    for (const CodeName& name : made(seed).key) known[name.account] = name.code;
    return known;
  };
  EXPECT_EQ(codes(1).size(), 9U);  // eight supporters and a rater
  EXPECT_EQ(codes(1), codes(1));
  EXPECT_NE(codes(1), codes(2));
}

}  // namespace
}  // namespace attune::review
