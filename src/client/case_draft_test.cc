#include "client/case_draft.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace attune::client {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using Piece = CaseDraft::Piece;

std::string skeleton() {
  std::ifstream in(ATTUNE_ROOT "/content/templates/case.yaml", std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  return text.replace(text.find("{story}"), 7, "  All of it.");
}

std::string pity(int count) {
  std::string yaml;
  for (int i = 0; i < count; ++i)
    yaml += "  - {intent: pity, emotion: neutral, text: \"Well " + std::to_string(i) + ".\"}\n";
  return yaml;
}

TEST(CaseDraft, IsTheSkeletonByteForByteUntilItIsGivenSomething) {
  EXPECT_EQ(CaseDraft(skeleton()).text(), skeleton());
}

TEST(CaseDraft, TakesWhatItsPartAllowsThoughTheRestIsMissing) {
  CaseDraft draft(skeleton());
  EXPECT_THAT(draft.take({{"place", "place: \"Bergen\"\n"}, {"lines pity", pity(4)}}), IsEmpty());
  EXPECT_THAT(draft.text(), AllOf(HasSubstr("\nplace: \"Bergen\"\n"), HasSubstr("Well 3."),
                                  HasSubstr("# pity: at least 4\n"), Not(HasSubstr("… pity")),
                                  HasSubstr("… praise")));
}

TEST(CaseDraft, RefusesTooLittleAWrongValueAndWordsSaidTwice) {
  CaseDraft draft(skeleton());
  const auto few = draft.take({{"lines pity", pity(3)}});
  ASSERT_THAT(few, SizeIs(1));
  EXPECT_THAT(few[0].what, HasSubstr("`pity` lines: 3, at least 4"));
  const auto wrong = draft.take({{"age", "age: 9\n"}});
  ASSERT_THAT(wrong, SizeIs(1));
  EXPECT_EQ(wrong[0].where, "age: 9");
  EXPECT_THAT(draft.take({{"lines pity", pity(4) + pity(1)}}), Not(IsEmpty()));
  EXPECT_THAT(draft.take({{"name", "name: [\"\n"}}), Not(IsEmpty()));
  EXPECT_EQ(draft.text(), skeleton());
}

TEST(CaseDraft, LeavesOutEntriesThatAreAtFaultIfEnoughAreLeft) {
  CaseDraft draft(skeleton());
  const auto drop = CaseDraft::Faulty::drop;
  EXPECT_THAT(draft.take({{"lines pity", pity(4) + pity(1)},
                          {"lines praise",
                           "  - {intent: praise, "
                           "emotion: neutral, text: \"Well {echoo}.\"}\n"}},
                         drop),
              Not(IsEmpty()));
  EXPECT_EQ(draft.text(), skeleton());
  EXPECT_THAT(draft.take({{"lines pity", pity(1) + pity(4)}}, drop), IsEmpty());
  EXPECT_EQ(draft.text(), [] {
    CaseDraft four(skeleton());
    EXPECT_THAT(four.take({{"lines pity", pity(4)}}), IsEmpty());
    return four.text();
  }());
  const std::string assumed = "  - assumed: [\"your boat\"]\n    text: ";
  EXPECT_THAT(draft.take({{"assumptions",
                           assumed + "[\"No boat.\"]\n" + assumed + "[\"I have no {boat}.\"]\n"}},
                         drop),
              IsEmpty());
  EXPECT_THAT(draft.text(), AllOf(HasSubstr("No boat."), Not(HasSubstr("{boat}"))));
}

TEST(CaseDraft, GathersEntriesThatComeInSeveralPieces) {
  const auto cue = [](const std::string& id) {
    return "  - {id: " + id +
           ", kind: loss, weight: 0.5, layer: first, window: 3, beneath: \"B.\", named: [a, b, c, "
           "d], "
           "explored: [e, f, g, h], another_way: \"W.\"}\n";
  };
  CaseDraft draft(skeleton());
  EXPECT_THAT(draft.take({{"cues", cue("one"), Piece::Extent::some}}), IsEmpty());
  EXPECT_THAT(draft.take({{"cues", cue("two"), Piece::Extent::some}}), IsEmpty());
  EXPECT_THAT(draft.take({{"cues", cue("two"), Piece::Extent::some}}), Not(IsEmpty()));
  EXPECT_THAT(draft.text(),
              AllOf(HasSubstr("id: one,"), HasSubstr("id: two,"), Not(HasSubstr("a-cue\n"))));
}

TEST(CaseDraft, SaysWhyAPartIsNotThere) {
  CaseDraft draft(skeleton());
  draft.refuse("note", "it\nwas short");
  draft.refuse("lines pity", "no");
  draft.note("story", {"She is 30."});
  EXPECT_THAT(draft.text(),
              AllOf(HasSubstr("# the model's draft was refused: it was short\nlayers:"),
                    HasSubstr("  # the model's draft was refused: no\n  # praise"),
                    HasSubstr("# She is 30.\nrisk:")));
}

}  // namespace
}  // namespace attune::client
