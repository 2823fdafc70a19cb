#include "language/evidence.h"

#include <algorithm>
#include <cmath>

namespace attune::language {
namespace {

constexpr std::size_t kMostWords = 5;
constexpr float kLeastWeight = 0.05F;

// Each feature's part goes in equal shares to the words that carry it. Many in a row are carried by
// one word: its weight is kept at hand.
void weigh(const Tokens& tokens, const Explained& explained, std::vector<float>& weights) {
  weights.assign(tokens.list.size() + 1, 0);  // the last is of no word
  std::size_t at = tokens.list.size();
  float weight = 0;
  for (const Linear::Hit& hit : explained.hits) {
    const Feature& feature = explained.features[hit.feature];
    if (feature.first < 0) continue;
    const float part = explained.linear.part(explained.features, hit, explained.output);
    const auto first = static_cast<std::size_t>(feature.first);
    if (first != at) {
      weights[at] = weight;
      weight = weights[at = first];
    }
    const auto others = static_cast<std::size_t>(feature.last) - first;
    const float share = others == 0 ? part : part / static_cast<float>(1 + others);
    weight += share;
    for (std::size_t k = 1; k <= others; ++k) weights[first + k] += share;
  }
  weights[at] = weight;
  weights.pop_back();
}

}  // namespace

void explain(const Tokens& tokens, const Explained& explained,
             std::vector<conversation::Evidence>& why) {
  thread_local std::vector<float> weights;  // memory used again
  thread_local std::vector<std::size_t> order;
  weigh(tokens, explained, weights);
  order.clear();
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (std::abs(weights[i]) >= kLeastWeight) order.push_back(i);
  }
  const std::size_t kept = std::min(order.size(), kMostWords);
  const auto louder = [&](std::size_t a, std::size_t b) {
    const float x = std::abs(weights[a]);
    const float y = std::abs(weights[b]);
    return x != y ? x > y : a < b;
  };
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(),
                    louder);
  for (std::size_t k = 0; k < kept; ++k) {
    const Token& token = tokens.list[order[k]];
    why.push_back({explained.head, token.start, token.end, static_cast<double>(weights[order[k]])});
  }
}

}  // namespace attune::language
