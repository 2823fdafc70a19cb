#include "language/vocabulary.h"

#include <algorithm>
#include <cmath>

namespace attune::language {

void Vocabulary::count(const Features& features) {
  std::map<std::uint32_t, double> sums;
  for (const Feature& feature : features) sums[feature.key] += static_cast<double>(feature.value);
  for (const auto& [key, sum] : sums) {
    Seen& seen = seen_[key];
    ++seen.texts;
    seen.squares += sum * sum;
  }
}

void Vocabulary::close(int least_texts) {
  for (const auto& [key, seen] : seen_)
    if (seen.texts >= least_texts) keys_.push_back(key);
  std::sort(keys_.begin(), keys_.end());
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    columns_[keys_[i]] = static_cast<std::uint32_t>(i);
    reach_.push_back(std::sqrt(seen_[keys_[i]].squares));
  }
  seen_.clear();
}

Row Vocabulary::row(const Features& features) const {
  std::map<std::uint32_t, float> sums;
  for (const Feature& feature : features) {
    const auto found = columns_.find(feature.key);
    if (found != columns_.end()) sums[found->second] += feature.value;
  }
  return Row(sums.begin(), sums.end());
}

}  // namespace attune::language
