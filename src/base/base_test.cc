#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "base/draw.h"
#include "base/markup.h"
#include "base/result.h"
#include "base/sheet.h"
#include "base/utf8.h"
#include "base/yaml.h"

namespace attune::base {
namespace {

TEST(Draw, DependsOnSeedTurnAndPurposeAlone) {
  EXPECT_EQ(draw(7, 3, "line"), draw(7, 3, "line"));
  const std::set<double> values{draw(7, 3, "line"), draw(8, 3, "line"), draw(7, 4, "line"),
                                draw(7, 3, "typing")};
  EXPECT_EQ(values.size(), 4U);
}

TEST(Draw, IsSpreadEvenly) {
  double sum = 0;
  for (std::uint64_t turn = 0; turn < 10000; ++turn) sum += draw(1, turn, "test");
  // The mean of 10,000 uniform draws has a standard error of 0.0029.
  EXPECT_NEAR(sum / 10000, 0.5, 0.012);
}

TEST(Markup, WordsNeverBecomeMarkup) {
  EXPECT_EQ(element("p", "a < b & \"c\" > 'd'", "soft"),
            "<p class=\"soft\">a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;</p>\n");
  EXPECT_EQ(svg::text({1, 2.26}, "<x>", "end"),
            "<text x=\"1.0\" y=\"2.3\" text-anchor=\"end\">&lt;x&gt;</text>\n");
}

TEST(Markup, ATableNamesItsRowsAndColumns) {
  EXPECT_EQ(table_rows({"", "n"}, {{"a", "1"}}),
            "<thead><tr><td></td><th scope=\"col\">n</th></tr></thead>\n<tbody>\n"
            "<tr><th scope=\"row\">a</th><td>1</td></tr>\n</tbody></table>\n");
}

TEST(Yaml, GivesScalarsListsAndMapsWithTheirPlaces) {
  const auto root = yaml::parse("name: \"Ross: 20\"\nlist:\n  - one\n  - {a: b}\nempty:\n");
  ASSERT_TRUE(root);
  EXPECT_EQ((*root)["name"].scalar(), "Ross: 20");
  const auto list = (*root)["list"].list();
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[1]["a"].scalar(), "b");
  EXPECT_EQ(list[1].mark().line, 3);
  EXPECT_EQ(list[1].mark().column, 4);
  EXPECT_TRUE((*root)["empty"]);
  EXPECT_FALSE((*root)["empty"].is_scalar());
  EXPECT_FALSE((*root)["missing"]);
  EXPECT_EQ((*root)["missing"]["deeper"].scalar(), "");
}

TEST(Yaml, KeepsKeysThatStandTwice) {
  const auto root = yaml::parse("a: 1\na: 2\n");
  ASSERT_TRUE(root);
  EXPECT_EQ(root->entries().size(), 2U);
  EXPECT_EQ((*root)["a"].scalar(), "1");
}

TEST(Yaml, SaysWhereATextIsNone) {
  EXPECT_EQ(yaml::parse("a: b\nc: [d").error().mark.line, 2);
  EXPECT_EQ(yaml::parse("").error().what, "not one YAML document but 0");
  EXPECT_EQ(yaml::parse("--- a\n--- b\n").error().what, "not one YAML document but 2");
  EXPECT_FALSE(yaml::parse("a: &x 1\nb: *x\n"));
  EXPECT_EQ(yaml::parse(std::string(20000, '[')).error().what, "nested too deeply");
}

TEST(Draw, IsTheSameOnEveryMachine) {
  EXPECT_EQ(hash("attune"), 0x4273899b8f99aa6ULL);
}

TEST(Utf8, RefusesIllFormedBytes) {
  EXPECT_TRUE(is_utf8("caf\xc3\xa9 \xf0\x9f\x98\x80"));
  EXPECT_FALSE(is_utf8("\xc0\xaf"));
  EXPECT_FALSE(is_utf8("\xed\xa0\x80"));
  EXPECT_FALSE(is_utf8("\xf4\x90\x80\x80"));
  EXPECT_FALSE(is_utf8("cut \xe2\x82"));
}

TEST(Utf8, RepairsByReplacement) {
  EXPECT_EQ(to_utf8("a\xff\x62"), "a\xef\xbf\xbd\x62");
  EXPECT_EQ(to_utf8("caf\xc3\xa9"), "caf\xc3\xa9");
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(length("caf\xc3\xa9 \xf0\x9f\x98\x80"), 6U);
}

TEST(Error, CarriesTheStepThatFailed) {
  const Error error = wrap("reading a.yaml", Error{Code::invalid, "line 3 has no id"});
  EXPECT_EQ(error.message, "reading a.yaml: line 3 has no id");
  EXPECT_EQ(name(error.code), "invalid");
}

std::string fault_of(const std::string& text) {
  yaml::Sheet sheet("a.yaml");
  const auto root = sheet.read_text("format: attune-test\nversion: 1\n" + text, "attune-test");
  if (!root) return root.error().message;
  sheet.keys(*root, "the file", {"format", "version", "id"}, {"size", "kind", "old", "words"});
  sheet.id(*root);
  sheet.whole(*root, "size", 1, 5);
  sheet.one_of(*root, "kind", {"one", "two"});
  sheet.flag(*root, "old");
  sheet.texts(*root, "words");
  return sheet.fault() ? sheet.fault()->message : "";
}

TEST(Sheet, NamesTheFirstFaultWithItsPlaceAndMend) {
  EXPECT_EQ(fault_of("id: a-1\nsize: 3\nkind: two\nold: true\nwords: [b, c]\n"), "");
  EXPECT_EQ(fault_of("id: a\nmore: 1\n"),
            "a.yaml:4:1: unknown key \"more\" in the file; known are: format, version, id, size, "
            "kind, old, words");
  EXPECT_EQ(fault_of("size: 3\n"), "a.yaml:1:1: the file lacks `id`; add it");
  EXPECT_EQ(fault_of("id: A\n"),
            "a.yaml:3:5: `id` holds other than a-z, 0-9, - and _; use lower-case letters");
  EXPECT_EQ(fault_of("id: a\nsize: 9\n"), "a.yaml:4:7: `size` is no number from 1 to 5; write one");
  EXPECT_EQ(fault_of("id: a\nsize: 2.5\n"), "a.yaml:4:7: `size` is no whole number; round it");
  EXPECT_EQ(fault_of("id: a\nkind: six\n"),
            "a.yaml:4:7: unknown kind \"six\"; known are: one, two");
  EXPECT_EQ(fault_of("id: a\nold: maybe\n"),
            "a.yaml:4:6: unknown old \"maybe\"; known are: true, false");
  EXPECT_EQ(fault_of("id: a\nwords: []\n"),
            "a.yaml:4:8: `words` has too few entries; give 1 at least");
  EXPECT_EQ(fault_of("id: [\n").substr(0, 7), "a.yaml:");
}

}  // namespace
}  // namespace attune::base
