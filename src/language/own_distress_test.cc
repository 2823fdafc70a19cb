#include "language/own_distress.h"

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/yaml.h"

namespace attune::language {
namespace {

std::vector<std::string> lines(const std::string& file, const std::string& list) {
  std::ifstream in(std::string(ATTUNE_ROOT) + "/tests/data/" + file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  const auto root = base::yaml::parse(text.str());
  std::vector<std::string> all;
  if (!root) return all;
  for (const auto& node : (*root)[list].list()) all.push_back(node.scalar());
  return all;
}

/// The words found, as they stand in the text; "" when nothing is.
std::string found(const std::string& text) {
  const auto span = own_distress(text);
  if (!span) return "";
  return text.substr(static_cast<std::size_t>(span->start),
                     static_cast<std::size_t>(span->end - span->start));
}

void expect_all(const std::string& file) {
  const auto triggers = lines(file, "trigger"), quiet = lines(file, "quiet");
  ASSERT_GE(triggers.size(), 30U);
  ASSERT_GE(quiet.size(), 60U);
  for (const std::string& text : triggers) EXPECT_TRUE(own_distress(text)) << text;
  for (const std::string& text : quiet)
    EXPECT_FALSE(own_distress(text)) << text << "\n  by: " << found(text);
}

TEST(OwnDistress, IsHeardInManyVoicesAndNothingElseIs) {
  expect_all("own_distress.yaml");
}

TEST(OwnDistress, IsHeardInLinesWrittenAfterTheGrammar) {
  expect_all("own_distress_more.yaml");
}

TEST(OwnDistress, QuotesTheWordsThatShowIt) {
  EXPECT_EQ(found("I hear you. But I can't breathe right now."), "I can't breathe");
  EXPECT_EQ(found("Thank you. Honestly, i really just want to die too."),
            "i really just want to die");
}

TEST(OwnDistress, CountsCodePoints) {
  const auto span = own_distress("Café — “été”… \nI want to die.");
  ASSERT_TRUE(span);
  EXPECT_EQ(span->start, 15);
  EXPECT_EQ(span->end, 28);
}

TEST(OwnDistress, IsQuietOnNothing) {
  EXPECT_FALSE(own_distress(""));
  EXPECT_FALSE(own_distress(" \n.?"));
  EXPECT_FALSE(own_distress("\xff\xfe i"));
}

}  // namespace
}  // namespace attune::language
