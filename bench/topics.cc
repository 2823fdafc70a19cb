#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <numeric>

#include "client/case_yaml.h"
#include "language/solver.h"
#include "voice/acts_yaml.h"
#include "voice/topics.h"

/// How well a question that no case lists finds its topic: a fifth of each case's phrasings is left
/// out and asked, with weights fitted on the other cases. Prints the weights of all for
/// src/voice/topics.cc.
namespace {

using namespace attune;

constexpr std::size_t kFolds = 5;
// Phrasings asked of each case, for speed; those between are left out with them.
constexpr std::size_t kAsked = 200;

struct Compared {
  const client::Topic* topic;
  voice::Topics::Features features;
};
struct Question {
  const client::Topic* topic;
  std::vector<Compared> compared;
};

/// From all phrasings but the fold's.
language::Questions learn(const std::vector<client::Case>& people, const voice::Wording& wording,
                          std::size_t fold) {
  std::vector<language::QuestionSet> sets;
  for (const client::Case& person : people) {
    sets.push_back(voice::phrasings(person, wording));
    std::size_t at = 0;
    for (auto& topic : sets.back())
      std::erase_if(topic, [&](const auto&) { return at++ % kFolds == fold; });
  }
  return language::Questions::learn(sets);
}

std::vector<Question> ask(const client::Case& person, const voice::Wording& wording,
                          const std::vector<language::Questions>& learned) {
  std::vector<Question> questions;
  std::size_t all = 0;
  for (const client::Topic& topic : person.topics) all += topic.asked.size();
  const std::size_t stride = std::max<std::size_t>(1, all / kAsked);
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    client::Case rest = person;
    std::vector<std::pair<const client::Topic*, std::string>> left;
    std::size_t at = 0;
    for (client::Topic& topic : rest.topics) {
      client::Ways kept;
      for (const std::string_view text : topic.asked)
        if (at++ % kFolds == fold)
          left.emplace_back(&topic, text);
        else
          kept.push_back(text);
      topic.asked = kept;
    }
    const voice::Topics topics(rest, learned[fold], wording);
    for (std::size_t i = 0; i < left.size(); i += stride) {
      const voice::Sentence sentence = voice::join(voice::plain(left[i].second, wording));
      Question question{person.topics.data() + (left[i].first - rest.topics.data()), {}};
      for (const auto& [topic, features] : topics.compared(sentence))
        question.compared.push_back(
            {person.topics.data() + (topic - rest.topics.data()), features});
      questions.push_back(std::move(question));
    }
  }
  return questions;
}

language::Line fit(const std::vector<const std::vector<Question>*>& sets) {
  std::vector<language::Row> rows;
  std::vector<double> targets;
  for (const auto* questions : sets)
    for (const Question& question : *questions)
      for (const Compared& one : question.compared) {
        language::Row row;
        for (std::uint32_t i = 0; i < one.features.size(); ++i)
          if (one.features[i] != 0) row.emplace_back(i, static_cast<float>(one.features[i]));
        rows.push_back(std::move(row));
        targets.push_back(one.topic == question.topic ? 1 : 0);
      }
  std::vector<const language::Row*> pointers;
  for (const auto& row : rows) pointers.push_back(&row);
  return language::fit_logistic(pointers, targets, voice::Topics::kFeatures, {});
}

void report(const std::string& name, const std::vector<Question>& questions,
            const language::Line& line) {
  constexpr double kFloors[] = {0.3, 0.4, 0.5, 0.6, 0.7, 0.8};
  std::map<double, std::array<int, 3>> counts;  // floor → right, wrong, none
  for (const Question& question : questions) {
    const client::Topic* best = nullptr;
    double most = 0;
    for (const Compared& one : question.compared) {
      const double sum = std::inner_product(one.features.begin(), one.features.end(),
                                            line.weights.begin(), line.bias);
      const double score = 1 / (1 + std::exp(-sum));
      if (score > most) {
        most = score;
        best = one.topic;
      }
    }
    for (const double floor : kFloors)
      ++counts[floor][most < floor ? 2 : best == question.topic ? 0 : 1];
  }
  std::printf("%s, %zu phrasings left out\n", name.c_str(), questions.size());
  for (const auto& [floor, count] : counts) {
    const double all = static_cast<double>(questions.size()) / 100;
    std::printf("  floor %.1f: its own topic %.0f %%, another %.0f %%, none %.0f %%\n", floor,
                count[0] / all, count[1] / all, count[2] / all);
  }
}

}  // namespace

int main() {
  const std::filesystem::path root = ATTUNE_ROOT;
  const auto acts = voice::load_acts(root / "content" / "acts.yaml");
  const auto people = client::load_cases(root / "content" / "clients");
  if (!acts || !people) {
    std::fprintf(stderr, "topics: the content cannot be read; `attune cases` says why\n");
    return 1;
  }
  std::vector<language::Questions> learned;
  for (std::size_t fold = 0; fold < kFolds; ++fold)
    learned.push_back(learn(*people, acts->wording, fold));
  std::map<std::string, std::vector<Question>> asked;
  for (const client::Case& person : *people) asked[person.id] = ask(person, acts->wording, learned);
  std::vector<const std::vector<Question>*> all;
  for (const auto& [name, questions] : asked) {
    std::vector<const std::vector<Question>*> others;
    for (const auto& [other, theirs] : asked)
      if (other != name) others.push_back(&theirs);
    report(name, questions, fit(others));
    all.push_back(&questions);
  }
  const language::Line line = fit(all);
  std::printf("weights:");
  for (const double weight : line.weights) std::printf(" %.3f,", weight);
  std::printf(" nothing: %.3f\n", line.bias);
  return 0;
}
