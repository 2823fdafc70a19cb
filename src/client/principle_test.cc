#include "client/principle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attune::client {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(FindPhrase, KnowsThemWhateverTheCapitalsDotsAndContractions) {
  const std::vector<std::string> never = {"you're kind", "Thank you for listening"};
  EXPECT_EQ(find_phrase(never, "Well... thank you, for listening!"), 1U);
  EXPECT_EQ(find_phrase(never, "I think YOU ARE KIND"), 0U);
  EXPECT_EQ(find_phrase(never, "thank you. for listening I get paid"), std::nullopt);
  EXPECT_EQ(find_phrase(never, "thank you for the listening"), std::nullopt);
  EXPECT_EQ(find_phrase({"kind"}, "a kindness"), std::nullopt);
  EXPECT_EQ(find_phrase({"🙂"}, "fine 🙂"), 0U);
}

TEST(AskedIn, IsWhatTheTurnAsksOrElseItsLongestSentence) {
  EXPECT_THAT(asked_in("That is a lot. What was she like? Mm."), ElementsAre("What was she like?"));
  EXPECT_THAT(asked_in("Mm. You have carried this alone."),
              ElementsAre("You have carried this alone."));
  EXPECT_TRUE(asked_in("").empty());
}

Comment comment() {
  Comment one;
  one.principle = "He doesn't \"thank\" anybody.";
  one.by = "A supervisor";
  one.talk = {"Hello.", "What's\nthat like?"};
  one.seed = 18446744073709551615U;
  one.never = {"thank you"};
  return one;
}

const char* const kWritten = R"(  - id: he-doesnt-thank-anybody
    principle: "He doesn't \"thank\" anybody."
    by: "A supervisor"
    seed: 18446744073709551615
    talk:
      - "Hello."
      - "What's\nthat like?"
    never: ["thank you"]
)";

TEST(AddPrinciple, BeginsTheListAtTheFilesEnd) {
  EXPECT_EQ(add_principle("id: mina  # she\nlines: []", comment()).value(),
            std::string("id: mina  # she\nlines: []\nprinciples:\n") + kWritten);
}

TEST(AddPrinciple, GoesOnWithTheListAndLeavesAllElseAsItWas) {
  const std::string before = "# a\nprinciples:\n- id: one # kept\n";
  const std::string after = "\n# of the lines\nlines: []\n";
  const std::string both = add_principle(before + after, comment()).value();
  EXPECT_TRUE(both.starts_with(before + "- id: he-doesnt-thank-anybody\n  principle: ")) << both;
  EXPECT_TRUE(both.ends_with(after)) << both;
  EXPECT_THAT(add_principle(both, comment()).value(), HasSubstr("id: he-doesnt-thank-anybody-2\n"));
}

TEST(AddPrinciple, TakesAnEmptyListAndRefusesOneInBrackets) {
  EXPECT_EQ(add_principle("principles:\nid: a\n", comment()).value(),
            std::string("principles:\n") + kWritten + "id: a\n");
  EXPECT_THAT(add_principle("principles: []\n", comment()).error().message, HasSubstr("with `-`"));
  EXPECT_THAT(add_principle("principles: [{id: a}]\n", comment()).error().message,
              HasSubstr("with `-`"));
  EXPECT_EQ(add_principle("[]", comment()).error().code, base::Code::invalid);
}

}  // namespace
}  // namespace attune::client
