#include <algorithm>

#include "language/meaning.h"
#include "language/tokens.h"

namespace attune::language {

void Matcher::add(std::size_t label, std::string_view example) {
  examples_.push_back({label, meaning_.sense(example)});
}

std::vector<Matcher::Match> Matcher::match(std::string_view text, double floor) const {
  std::vector<Sense> tried{meaning_.sense(text)};
  const auto pieces = sentences(text);
  if (pieces.size() > 1) {
    for (const auto piece : pieces) tried.push_back(meaning_.sense(piece));
  }
  std::vector<Match> best;
  for (const Example& example : examples_) {
    double score = 0;
    for (const Sense& sense : tried) score = std::max(score, meaning_.similarity(sense, example.sense));
    if (score < floor) continue;
    const auto same = std::find_if(best.begin(), best.end(),
                                   [&](const Match& m) { return m.label == example.label; });
    if (same == best.end()) best.push_back({example.label, score});
    else same->score = std::max(same->score, score);
  }
  std::sort(best.begin(), best.end(), [](const Match& a, const Match& b) {
    return a.score != b.score ? a.score > b.score : a.label < b.label;
  });
  return best;
}

}  // namespace attune::language
