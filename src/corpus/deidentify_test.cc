#include "corpus/deidentify.h"

#include <filesystem>
#include <fstream>
#include <map>

#include <gmock/gmock.h>

namespace attune::corpus {
namespace {

using conversation::Speaker;

std::string of(const std::string& text) {
  return deidentify({{Speaker::client, text}}).turns.front().text;
}

/// A line of tests/data/deidentify*.txt: "I'm {name:Sarah}." with what must be replaced marked.
struct Marked {
  std::string plain;
  std::map<std::size_t, std::pair<std::string, std::string>> spans;  // by byte: kind, words
};

Marked parse(const std::string& line) {
  Marked out;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] != '{') {
      out.plain += line[at++];
      continue;
    }
    const std::size_t colon = line.find(':', at), end = line.find('}', at);
    const std::string words = line.substr(colon + 1, end - colon - 1);
    out.spans[out.plain.size()] = {line.substr(at + 1, colon - at - 1), words};
    out.plain += words;
    at = end + 1;
  }
  return out;
}

std::string kind_of(const std::string& as) {
  std::string kind = as.substr(1, as.size() - 2);
  return kind.starts_with("name ") ? "name" : kind;
}

struct Score {
  int right = 0, wrong = 0, missed = 0, lines = 0;
  [[nodiscard]] double precision() const { return static_cast<double>(right) / (right + wrong); }
  [[nodiscard]] double recall() const { return static_cast<double>(right) / (right + missed); }
};

/// Exact spans and kinds count. Prints where it fell short, with the line's number.
Score score(const char* name) {
  std::ifstream in(std::filesystem::path(ATTUNE_ROOT) / "tests" / "data" / name);
  Score all;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    ++all.lines;
    Marked gold = parse(line);
    for (const Replaced& one : deidentify({{Speaker::client, gold.plain}}).replaced) {
      const auto found = gold.spans.find(one.at);
      const bool right = found != gold.spans.end() && found->second.second == one.was &&
                         found->second.first == kind_of(one.as);
      ++(right ? all.right : all.wrong);
      if (right)
        gold.spans.erase(found);
      else
        std::printf("%s:%d: wrongly %s as %s\n", name, number, one.was.c_str(), one.as.c_str());
    }
    for (const auto& [_, span] : gold.spans)
      std::printf("%s:%d: missed %s %s\n", name, number, span.first.c_str(), span.second.c_str());
    all.missed += static_cast<int>(gold.spans.size());
  }
  std::printf("%s: %d lines, %d right, %d wrong, %d missed: precision %.3f, recall %.3f\n", name,
              all.lines, all.right, all.wrong, all.missed, all.precision(), all.recall());
  return all;
}

TEST(Deidentify, MostIsFoundAndLittleElse) {
  const Score seen = score("deidentify.txt");
  EXPECT_GE(seen.lines, 120);
  EXPECT_GE(seen.precision(), 0.97);
  EXPECT_GE(seen.recall(), 0.97);
}

TEST(Deidentify, OnSentencesWrittenAfterTheRules) {
  const Score fresh = score("deidentify_fresh.txt");
  EXPECT_GE(fresh.lines, 80);
  EXPECT_GE(fresh.precision(), 0.85);
  EXPECT_GE(fresh.recall(), 0.80);
}

TEST(Deidentify, OnePersonIsOneNumberAllThroughTheTalk) {
  const auto done =
      deidentify({{Speaker::client, "Hi, I'm Zanele Dube. My brother Kofi moved out."},
                  {Speaker::supporter, "Thanks, Zanele. What is it like without Kofi?"},
                  {Speaker::client, "Mrs Dube is what they call me at work now."}});
  EXPECT_EQ(done.turns[0].text, "Hi, I'm [name 1]. My brother [name 2] moved out.");
  EXPECT_EQ(done.turns[1].text, "Thanks, [name 1]. What is it like without [name 2]?");
  EXPECT_EQ(done.turns[2].text, "Mrs [name 1] is what they call me at work now.");
  ASSERT_EQ(done.replaced.size(), 5U);
  EXPECT_EQ(done.replaced[0].was, "Zanele Dube");
  EXPECT_EQ(done.replaced[4].turn, 2U);
}

TEST(Deidentify, ANameThatIsToldLaterIsFoundBefore) {
  const auto done = deidentify(
      {{Speaker::client, "I saw Tamsin again."}, {Speaker::client, "She is my sister Tamsin."}});
  EXPECT_EQ(done.turns[0].text, "I saw [name 1] again.");
}

TEST(Deidentify, OrdinaryWordsStayThoughTheyLookLikeNames) {
  for (const char* text :
       {"I'm Sad and I don't know why.", "May I ask you something?", "Will you stay with me?",
        "Mark my words, it gets worse.", "It was in May. April was worse.", "I have no hope left.",
        "Grace is what I need.", "I will rob myself of sleep.", "Bill me later, they said.",
        "I'm Catholic, so it matters.", "On Monday I saw my GP.", "Thank God it stopped.",
        "I moved to Florence in June.", "Summer is the hardest.", "He is so frank with me."})
    EXPECT_EQ(of(text), text);
}

TEST(Deidentify, NumbersThatCountSomethingStay) {
  for (const char* text : {"I'm 34 and it is 2 am.", "I owe them $12,500.", "It was 2019, or 2020.",
                           "About 1500000 people", "I sleep 3 or 4 hours, 7 nights a week.",
                           "Call 988 or 116 123 tonight.", "I took 500 mg at 10.30",
                           "My score was 18 of 27.", "We were born 3 weeks early."})
    EXPECT_EQ(of(text), text);
}

TEST(Deidentify, NothingToHideIsLeftAsItWas) {
  EXPECT_EQ(of(""), "");
  const std::string text = "Ich bin müde 😔 … “Really?”\nYes.";
  EXPECT_EQ(of(text), text);
}

}  // namespace
}  // namespace attune::corpus
