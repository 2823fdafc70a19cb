#include "protocol/protocol.h"

#include <fstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attune::protocol {
namespace {

using testing::HasSubstr;

const std::string kHead =
    "format: attune-protocol\nversion: 1\nid: a\ntitle: A talk\nabout: For peers.\n";
const std::string kStep =
    "steps:\n  - id: one\n    title: Ask\n    why: Because.\n    due: opening\n";

std::string whole(const std::string& more = "    met_by: {says: [\"hello\"]}\n") {
  return kHead + "when: general\n" + kStep + more;
}

std::string fault(const std::string& text) {
  const auto loaded = parse_protocol(text, "p.yaml");
  return loaded ? "" : loaded.error().message;
}

TEST(Protocol, IsReadAsWritten) {
  const auto loaded = parse_protocol(
      kHead +
          "when: {client: {risk: moderate, kinds: [ideation, plan], says: [\"can't go on\"]}}\n"
          "options: {plans: {use: true, about: Whether.}, rest: {use: false, about: Not.}}\n" +
          kStep +
          "    within: 2\n    met_by: {asks: [about_suicide], skill: [support], empathy: "
          "{explorations: 2}, consult: true}\n"
          "  - id: two\n    title: Then\n    why: Because.\n    due: {after: {step: one, client: "
          "[{risk: low, score: 0.5}, {says: [bye]}]}}\n    must_not: {says: [\"our secret\"]}\n    "
          "optional: true\n    option: "
          "rest\n",
      "p.yaml");
  ASSERT_TRUE(loaded) << loaded.error().message;
  EXPECT_TRUE(loaded->is_for_risk());
  EXPECT_EQ(loaded->when.at(0).risk, conversation::RiskLevel::moderate);
  EXPECT_EQ(loaded->when[0].kinds.size(), 2U);
  EXPECT_TRUE(loaded->when[0].says->first(language::wording("I cannot go on.")));
  ASSERT_EQ(loaded->steps.size(), 2U);
  const Step &one = loaded->steps[0], &two = loaded->steps[1];
  EXPECT_EQ(one.within, 2);
  EXPECT_EQ(one.met_by->asks.at(0).name, "about_suicide");
  EXPECT_EQ(one.met_by->skills.at(0), conversation::Skill::support);
  EXPECT_EQ(one.met_by->empathy[static_cast<std::size_t>(conversation::Mechanism::explorations)],
            2);
  EXPECT_TRUE(one.met_by->consult);
  EXPECT_FALSE(one.must_not);
  EXPECT_TRUE(loaded->asks_for(one));
  EXPECT_EQ(two.due.from, Due::From::after);
  EXPECT_EQ(two.due.step, "one");
  EXPECT_EQ(two.due.signs.size(), 2U);
  EXPECT_DOUBLE_EQ(two.due.signs[0].score, 0.5);
  EXPECT_TRUE(two.optional);
  EXPECT_FALSE(loaded->asks_for(two));
}

TEST(Protocol, SaysWhereTheFileIsWrongAndWhatMendsIt) {
  EXPECT_EQ(fault(whole()), "");
  EXPECT_EQ(fault(whole("    met_by: {skil: [support]}\n")),
            "p.yaml:12:14: unknown key \"skil\" in met_by; known are: asks, skill, empathy, says, "
            "consult");
}

struct Wrong {
  std::string text, says;
};

class Refused : public testing::TestWithParam<Wrong> {};
TEST_P(Refused, IsNamed) {
  EXPECT_THAT(fault(GetParam().text), HasSubstr(GetParam().says));
}
INSTANTIATE_TEST_SUITE_P(
    Protocol, Refused,
    testing::Values(
        Wrong{"a: [", "mend the YAML there"},
        Wrong{"format: attune-lexicon\n", "begin with format: attune-protocol"},
        Wrong{whole() + "more: 1\n", "unknown key \"more\" in the file"},
        Wrong{whole() + "id: b\n", "\"id\" stands twice"},
        Wrong{kHead + kStep, "the file lacks `when`"},
        Wrong{kHead + "when: risk\n" + kStep, "known are: general, {client: ...}"},
        Wrong{kHead + "when: general\n", "the file lacks `steps`"},
        Wrong{kHead + "when: general\nsteps: []\n", "`steps` has too few entries"},
        Wrong{whole(""), "step \"one\" can neither be done nor broken"},
        Wrong{whole("    met_by: {}\n"), "nothing could ever meet met_by"},
        Wrong{whole("    met_by: {asks: [nicely]}\n"),
              "unknown asks \"nicely\"; known are: about_"},
        Wrong{whole("    met_by: {skill: [charm]}\n"), "unknown skill \"charm\""},
        Wrong{whole("    met_by: {empathy: {warmth: 1}}\n"), "unknown key \"warmth\" in empathy"},
        Wrong{whole("    met_by: {empathy: {explorations: 3}}\n"), "no number from 1 to 2"},
        Wrong{whole("    met_by: {consult: perhaps}\n"), "unknown consult \"perhaps\""},
        Wrong{whole("    met_by: {says: [\"ask?\"]}\n"), "must end in a word"},
        Wrong{whole("    met_by: {says: [\"^\"]}\n"), "must end in a word"},
        Wrong{whole("    met_by: {says: [\"don't|won't ask\"]}\n"), "can never be found"},
        Wrong{whole("    met_by: {says: [\"so ...\"]}\n"), "\"...\" can never be found"},
        Wrong{whole("    met_by: {says: []}\n"), "`says` has too few entries"},
        Wrong{whole("    met_by: {says: [hello]}\n    within: 0\n"), "no number from 1 to 99"},
        Wrong{whole("    met_by: {says: [hello]}\n    option: x\n"), "there is no option \"x\""},
        Wrong{whole("    met_by: {says: [hello]}\n  - {id: one, title: T, why: W, due: ending}\n"),
              "step \"one\" stands twice"},
        Wrong{kHead + "when: general\nsteps: [{id: a, title: T, why: W, due: soon}]\n",
              "known are: opening, ending, {after: ...}"},
        Wrong{
            kHead + "when: general\nsteps: [{id: a, title: T, why: W, due: {after: {step: b}}}]\n",
            "no step \"b\" stands before this one"},
        Wrong{kHead + "when: general\nsteps: [{id: a, title: T, why: W, due: {after: {}}}]\n",
              "after what is not said"},
        Wrong{kHead + "when: {client: {risk: none}}\n" + kStep, "known are: low, moderate, high"},
        Wrong{kHead + "when: {client: {}}\n" + kStep, "would hold of every turn"},
        Wrong{kHead + "when: {client: {kinds: [doom]}}\n" + kStep, "unknown kinds \"doom\""},
        Wrong{kHead + "when: general\noptions: {x: {about: A}}\n" + kStep,
              "option \"x\" lacks `use`"}));

TEST(Protocol, SaysWhichFileIsMissing) {
  EXPECT_THAT(load_protocol("/nowhere/p.yaml").error().message, HasSubstr("/nowhere/p.yaml"));
  EXPECT_EQ(load_protocols("/nowhere").error().code, base::Code::not_found);
}

TEST(Protocol, OneIdIsOneFile) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "protocols";
  std::filesystem::create_directories(folder);
  for (const char* name : {"x.yaml", "y.yaml"}) std::ofstream(folder / name) << whole();
  EXPECT_THAT(load_protocols(folder).error().message, HasSubstr("another file's too"));
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace attune::protocol
