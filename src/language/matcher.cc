#include <algorithm>

#include "language/dot.h"
#include "language/meaning.h"

namespace attune::language {

void Matcher::add(std::size_t label, std::string_view example) {
  Sense sense = meaning_.sense(example);
  const auto number = static_cast<std::uint32_t>(labels_.size());
  for (const auto& [stem, weight] : sense.stems) by_stem_[stem].push_back({number, weight});
  labels_.push_back(label);
  vectors_.push_back(std::move(sense.vector));
}

void Matcher::raise(const Sense& sense, double floor, std::vector<double>& scores) const {
  std::vector<float> stems(labels_.size());
  for (const auto& [stem, weight] : sense.stems) {
    const auto found = by_stem_.find(stem);
    if (found == by_stem_.end()) continue;
    for (const Weighted& held : found->second) stems[held.example] += weight * held.weight;
  }
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const double shared = static_cast<double>(stems[i]);
    // At most so near, and that only where the vectors are one.
    if (Meaning::similarity(shared, 1) <= std::max(floor, scores[i])) continue;
    const double near = std::clamp(static_cast<double>(dot(sense.vector, vectors_[i])), 0.0, 1.0);
    scores[i] = std::max(scores[i], Meaning::similarity(shared, near));
  }
}

std::vector<Matcher::Match> Matcher::match(std::span<const Sense> senses, double floor) const {
  std::vector<double> scores(labels_.size());
  for (const Sense& sense : senses) raise(sense, floor, scores);
  std::vector<Match> best;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (scores[i] < floor) continue;
    const auto same = std::find_if(best.begin(), best.end(),
                                   [&](const Match& m) { return m.label == labels_[i]; });
    if (same == best.end())
      best.push_back({labels_[i], scores[i]});
    else
      same->score = std::max(same->score, scores[i]);
  }
  std::sort(best.begin(), best.end(), [](const Match& a, const Match& b) {
    return a.score != b.score ? a.score > b.score : a.label < b.label;
  });
  return best;
}

}  // namespace attune::language
