#include "language/figures.h"
#include "language/questions.h"
#include "language/train_heads.h"

namespace attune::language {
namespace {

constexpr std::size_t kFolds = 5;

struct Split {
  std::vector<QuestionSet> kept, left;  ///< [client][topic]
};

Split split(const std::vector<QuestionSet>& sets, std::size_t fold) {
  Split split{sets, sets};
  for (std::size_t s = 0; s < sets.size(); ++s) {
    std::size_t at = 0;
    for (std::size_t t = 0; t < sets[s].size(); ++t) {
      Phrasings &kept = split.kept[s][t], &left = split.left[s][t];
      kept.clear(), left.clear();
      for (const auto& words : sets[s][t]) (at++ % kFolds == fold ? left : kept).push_back(words);
    }
  }
  return split;
}

/// Whether the nearest phrasing among a client's kept ones is of the same topic.
void ask(const Questions& questions, const QuestionSet& kept, const QuestionSet& left,
         std::vector<bool>& hits) {
  std::vector<std::pair<Questions::Vector, std::size_t>> known;
  for (std::size_t t = 0; t < kept.size(); ++t)
    for (const auto& words : kept[t]) known.emplace_back(questions.vector(words), t);
  for (std::size_t t = 0; t < left.size(); ++t)
    for (const auto& words : left[t]) {
      const auto vector = questions.vector(words);
      std::pair<double, std::size_t> best{-2, 0};
      for (const auto& [other, topic] : known)
        if (const double alike = Questions::alike(vector, other); alike > best.first)
          best = {alike, topic};
      hits.push_back(best.second == t);
    }
}

}  // namespace

base::Result<Trained> train_questions(const Training& training) {
  const auto& sets = training.options.questions;
  std::vector<bool> hits;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    training.say("leaving out a fifth, " + std::to_string(fold + 1) + " of " +
                 std::to_string(kFolds));
    const Split parts = split(sets, fold);
    const Questions questions = Questions::learn(parts.kept);
    for (std::size_t s = 0; s < sets.size(); ++s)
      ask(questions, parts.kept[s], parts.left[s], hits);
  }
  training.say("learning from all");
  FullCard card;
  card.head = "questions";
  card.date = training.options.date;
  card.license = "MIT";
  card.data = {"ways of asking each client's topics, written by the project (content/clients)"};
  add_accuracy({"nearest phrasing is of the same topic", "phrasings left out, a fifth at a time"},
               hits, card);
  card.known_failures = {
      "Learned from what the twelve clients are asked: of others' matters it knows less.",
      "Questions that people ask in earnest are less like the listed ones than those left out "
      "are."};
  card.not_for = {"Anything but finding what a simulated client is being asked."};
  return Trained{Questions::learn(sets).file(), card};
}

}  // namespace attune::language
