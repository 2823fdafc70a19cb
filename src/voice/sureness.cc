#include "voice/sureness.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

#include "base/draw.h"
#include "language/stem.h"
#include "language/word_table.h"

namespace attune::voice {
namespace {

// In the order of Sureness::features, and of nothing: a logistic regression (bench/sureness).
constexpr Sureness::Features kWeights = {0.393, 2.184, -2.461, -0.291, -0.943, -0.581, 0.349};
constexpr double kNothing = -1.205;

constexpr std::size_t kEarly = 6;  // words within which the time of a question shows
constexpr double kManyWords = 5;   // telling words: more say no more
constexpr double kManyStrange = 3;

/// Of words set apart by single spaces.
std::vector<std::uint64_t> stems(std::string_view words) {
  std::vector<std::uint64_t> stems;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    stems.push_back(base::hash(language::stem(words.substr(at, end - at))));
    at = end + 1;
  }
  return stems;
}

/// Of what time it asks: "did you", "do you", "would you", "have you", "can you".
std::string_view time_of(const std::vector<std::string>& words) {
  static constexpr auto kTimes = std::to_array<language::WordTable::Entry>({{"would", "would"},
                                                                            {"could", "would"},
                                                                            {"might", "would"},
                                                                            {"should", "would"},
                                                                            {"will", "will"},
                                                                            {"did", "did"},
                                                                            {"was", "did"},
                                                                            {"were", "did"},
                                                                            {"had", "did"},
                                                                            {"do", "do"},
                                                                            {"does", "do"},
                                                                            {"is", "do"},
                                                                            {"are", "do"},
                                                                            {"have", "have"},
                                                                            {"has", "have"},
                                                                            {"can", "can"}});
  static const language::WordTable kTable(kTimes);
  for (std::size_t i = 0; i < std::min(words.size(), kEarly); ++i)
    if (const std::string_view* time = kTable.find(words[i])) return *time;
  return "";
}

}  // namespace

PlainCase::PlainCase(const client::Case& person, const Wording& wording) {
  for (const client::Topic& topic : person.topics)
    for (const std::string_view text : topic.asked) asked.push_back(join(plain(text, wording)));
  lines.reserve(person.lines.size());
  for (const client::Line& line : person.lines) {
    lines.emplace_back();
    for (const std::string& bubble : line.bubbles)
      std::ranges::move(plain(bubble, wording), std::back_inserter(lines.back()));
  }
}

Sureness::Sureness(const client::Case& person, const PlainCase& plain_case) {
  const auto add = [](const Sentence& sentence, std::unordered_set<std::uint64_t>& to) {
    const std::vector<std::uint64_t> all = stems(sentence.core);
    to.insert(all.begin(), all.end());
  };
  std::unordered_map<std::string_view, Known*> by_id;
  std::span<const Sentence> phrasings = plain_case.asked;
  for (const client::Topic& topic : person.topics) {
    Known& known = known_[&topic];
    by_id.emplace(topic.id, &known);
    for (const Sentence& sentence : phrasings.first(topic.asked.size())) {
      add(sentence, known.asked);
      known.shapes.insert(shape_of(sentence.words));
      known.times.insert(time_of(sentence.words));
    }
    phrasings = phrasings.subspan(topic.asked.size());
    anywhere_.insert(known.asked.begin(), known.asked.end());
  }
  for (std::size_t i = 0; i < person.lines.size(); ++i)
    if (const auto topic = by_id.find(person.lines[i].topic);
        topic != by_id.end() &&
        (person.lines[i].intent == "answer" || person.lines[i].intent == "dodge"))
      for (const Sentence& sentence : plain_case.lines[i]) add(sentence, topic->second->told);
}

Sureness::Features Sureness::features(const Sentence& question, std::span<const Asked> nearest,
                                      std::size_t which) const {
  const Known& known = known_.at(nearest[which].topic);
  double strange = 0, elsewhere = 0;
  const std::vector<std::uint64_t> telling = stems(question.core);
  for (const std::uint64_t stem : telling) {
    if (known.asked.contains(stem) || known.told.contains(stem)) continue;
    ++strange;
    if (anywhere_.contains(stem)) ++elsewhere;
  }
  double others = 0;
  for (std::size_t i = 0; i < nearest.size(); ++i)
    if (i != which) others = std::max(others, nearest[i].score);
  const double score = std::clamp(nearest[which].score, 0.01, 0.99);
  const auto all = static_cast<double>(telling.size());
  return {std::log(score / (1 - score)),
          nearest[which].score - others,
          strange / (1 + all),
          std::min(elsewhere, kManyStrange),
          known.times.contains(time_of(question.words)) ? 0.0 : 1.0,
          known.shapes.contains(shape_of(question.words)) ? 0.0 : 1.0,
          std::min(all, kManyWords)};
}

double Sureness::chance(const Features& features) {
  return 1 / (1 + std::exp(-std::inner_product(features.begin(), features.end(), kWeights.begin(),
                                               kNothing)));
}

}  // namespace attune::voice
