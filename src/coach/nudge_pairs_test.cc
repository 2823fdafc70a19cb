#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "base/yaml.h"
#include "coach/faults.h"
#include "fakes/opened_coach.h"

namespace attune::coach {
namespace {

using fakes::opened_coach;
using fakes::ReadTalk;

struct Pair {
  NudgeKind kind = NudgeKind::leading;
  ReadTalk talk;  ///< up to the reply
  std::string fault, sound;
};

NudgeKind kind_of(const std::string& called) {
  for (std::size_t i = 0; i < kNudgeKinds; ++i)
    if (name(static_cast<NudgeKind>(i)) == called) return static_cast<NudgeKind>(i);
  ADD_FAILURE() << called;
  return NudgeKind::leading;
}

std::vector<Pair> pairs(const char* file) {
  std::ifstream in(std::filesystem::path(ATTUNE_ROOT) / "tests/data" / file);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  const auto root = base::yaml::parse(text);
  EXPECT_TRUE(root) << (root ? "" : root.error().what);
  std::vector<Pair> all;
  for (const auto& node : (*root)["pairs"].list()) {
    Pair pair{kind_of(node["kind"].scalar()), {}, node["fault"].scalar(), node["sound"].scalar()};
    for (const auto& turn : node["before"].list()) {
      if (turn["s"])
        pair.talk.supporter(turn["s"].scalar());
      else
        pair.talk.client(turn["c"].scalar());
    }
    pair.talk.client(node["client"].scalar());
    all.push_back(std::move(pair));
  }
  return all;
}

double score(const Pair& pair, const std::string& reply) {
  ReadTalk talk = pair.talk;
  talk.supporter(reply);
  const auto& parts = opened_coach();
  const auto last = Reply::last_of(talk.seen, *parts.recognizer, *parts.reader, *parts.meaning);
  return last ? fault(pair.kind, *last).probability : -1;
}

std::string nudged(const Pair& pair, const std::string& reply) {
  ReadTalk talk = pair.talk;
  talk.supporter(reply);
  const auto nudge = opened_coach().coach->nudge(talk.seen, 1);
  return nudge ? nudge->kind : "";
}

/// Every pair is ordered, no sound reply is nudged for its kind, and most faults are nudged.
void expect_ordered(const char* file, std::size_t count, double least_nudged) {
  const auto all = pairs(file);
  ASSERT_EQ(all.size(), count);
  double caught = 0;
  for (const Pair& pair : all) {
    EXPECT_GT(score(pair, pair.fault), score(pair, pair.sound))
        << name(pair.kind) << ": " << pair.fault << " | " << pair.sound;
    EXPECT_NE(nudged(pair, pair.sound), name(pair.kind)) << pair.sound;
    caught += nudged(pair, pair.fault) == "" ? 0 : 1;
  }
  EXPECT_GE(caught / static_cast<double>(count), least_nudged);
}

TEST(NudgePairs, AreOrderedByTheDetectorOfTheirKind) {
  expect_ordered("nudge_pairs.yaml", 200, 0.9);
}

TEST(NudgePairs, WrittenLaterAreOrderedToo) {
  expect_ordered("nudge_pairs_more.yaml", 50, 0.8);
}

}  // namespace
}  // namespace attune::coach
