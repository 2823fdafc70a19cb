#include <cmath>
#include <cstdio>
#include <map>
#include <numeric>

#include "base/draw.h"
#include "client/case_yaml.h"
#include "language/solver.h"
#include "voice/acts_yaml.h"
#include "voice/topics.h"

/// How well one can tell that a question has no topic: a fifth of each case's topics is left out
/// whole and a fifth of the other phrasings, and both are asked. Prints, with weights fitted on the
/// other cases, how many of the phrasings find their own topic and how many questions get
/// another's, and the weights of all for src/voice/sureness.cc.
namespace {

using namespace attune;

constexpr std::size_t kFolds = 5;
// Of ten questions of each kind so many are asked: about three with a topic to two without.
constexpr std::size_t kOfPhrasings = 2, kOfTopics = 1;
constexpr double kFloors[] = {0, 0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8};

struct Candidate {
  bool right = false;
  double score = 0;
  voice::Sureness::Features features;
};
struct Question {
  bool has_topic = false;
  std::vector<Candidate> candidates;
};
using Questions = std::vector<Question>;

bool is_out(const client::Topic& topic, std::size_t fold) {
  return base::hash(topic.id) % kFolds == fold;
}

/// The case without the fold's topics and phrasings; those go to `left`.
client::Case rest_of(const client::Case& person, std::size_t fold,
                     std::vector<std::pair<const client::Topic*, std::string>>& left) {
  client::Case rest = person;
  rest.topics.clear();
  std::size_t at = 0;
  for (const client::Topic& topic : person.topics) {
    client::Topic kept = topic;
    kept.asked.clear();
    for (const std::string_view text : topic.asked)
      if (at++ % kFolds == fold || is_out(topic, fold))
        left.emplace_back(&topic, text);
      else
        kept.asked.push_back(text);
    if (!is_out(topic, fold)) rest.topics.push_back(kept);
  }
  return rest;
}

void ask(const client::Case& person, std::size_t fold, const voice::Wording& wording,
         const language::Questions& learned, Questions& questions) {
  std::vector<std::pair<const client::Topic*, std::string>> left;
  const client::Case rest = rest_of(person, fold, left);
  const voice::Topics topics(rest, learned, wording);
  const voice::Sureness sureness(rest, voice::PlainCase(rest, wording));
  for (const auto& [topic, text] : left) {
    const bool out = is_out(*topic, fold);
    if (base::hash(text) % 10 >= (out ? kOfTopics : kOfPhrasings)) continue;
    const voice::Sentence sentence = voice::join(voice::plain(text, wording));
    const auto near = topics.nearest(sentence, {});
    Question question{!out, {}};
    for (std::size_t i = 0; i < near.size(); ++i)
      question.candidates.push_back(
          {near[i].topic->id == topic->id, near[i].score, sureness.features(sentence, near, i)});
    questions.push_back(std::move(question));
  }
}

language::Line fit(const std::vector<const Questions*>& sets) {
  std::vector<language::Row> rows;
  std::vector<double> targets;
  for (const Questions* questions : sets)
    for (const Question& question : *questions)
      for (const Candidate& one : question.candidates) {
        language::Row row;
        for (std::uint32_t i = 0; i < one.features.size(); ++i)
          if (one.features[i] != 0) row.emplace_back(i, static_cast<float>(one.features[i]));
        rows.push_back(std::move(row));
        targets.push_back(one.right ? 1 : 0);
      }
  std::vector<const language::Row*> pointers;
  for (const auto& row : rows) pointers.push_back(&row);
  return language::fit_logistic(pointers, targets, voice::Sureness::kFeatures, {});
}

struct Counts {
  int phrasings = 0, topics = 0, right = 0, wrong = 0, neighbor = 0;
};

/// By likeness alone where there is no line.
void count(const Questions& questions, const language::Line* line, std::map<double, Counts>& sums) {
  for (const Question& question : questions) {
    const Candidate* best = nullptr;
    double most = 0;
    for (const Candidate& one : question.candidates) {
      const double sure =
          line ? 1 / (1 + std::exp(-std::inner_product(one.features.begin(), one.features.end(),
                                                       line->weights.begin(), line->bias)))
               : one.score;
      if (sure <= most) continue;
      most = sure;
      best = &one;
    }
    for (const double floor : kFloors) {
      Counts& sum = sums[floor];
      ++(question.has_topic ? sum.phrasings : sum.topics);
      if (best == nullptr || most < floor) continue;
      ++(best->right ? sum.right : question.has_topic ? sum.wrong : sum.neighbor);
    }
  }
}

void print(const char* name, const std::map<double, Counts>& sums) {
  const Counts& all = sums.begin()->second;
  std::printf("%s: %d phrasings and %d questions of topics left out\n", name, all.phrasings,
              all.topics);
  for (const auto& [floor, sum] : sums)
    std::printf(
        "  floor %.2f: own topic %.0f %%, another %.0f %%; without a topic, another %.0f %%\n",
        floor, 100.0 * sum.right / sum.phrasings, 100.0 * sum.wrong / sum.phrasings,
        100.0 * sum.neighbor / sum.topics);
}

}  // namespace

int main() {
  const std::filesystem::path root = ATTUNE_ROOT;
  const auto acts = voice::load_acts(root / "content" / "acts.yaml");
  const auto people = client::load_cases(root / "content" / "clients");
  if (!acts || !people) {
    std::fprintf(stderr, "sureness: the content cannot be read; `attune cases` says why\n");
    return 1;
  }
  std::map<std::string, Questions> asked;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<language::QuestionSet> sets;
    std::vector<std::pair<const client::Topic*, std::string>> left;
    for (const client::Case& person : *people)
      sets.push_back(voice::phrasings(rest_of(person, fold, left), acts->wording));
    const language::Questions learned = language::Questions::learn(sets);
    for (const client::Case& person : *people)
      ask(person, fold, acts->wording, learned, asked[person.id]);
  }
  std::map<double, Counts> likeness, sureness;
  std::vector<const Questions*> all;
  for (const auto& [name, questions] : asked) {
    std::vector<const Questions*> others;
    for (const auto& [other, theirs] : asked)
      if (other != name) others.push_back(&theirs);
    const language::Line line = fit(others);
    count(questions, nullptr, likeness);
    count(questions, &line, sureness);
    all.push_back(&questions);
  }
  print("by likeness alone", likeness);
  print("by sureness", sureness);
  const language::Line line = fit(all);
  std::printf("weights:");
  for (const double weight : line.weights) std::printf(" %.3f,", weight);
  std::printf(" nothing: %.3f\n", line.bias);
  return 0;
}
