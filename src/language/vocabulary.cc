#include "language/vocabulary.h"

#include <algorithm>

namespace attune::language {

void Vocabulary::count(const Features& features) {
  std::vector<std::uint32_t> seen;
  seen.reserve(features.size());
  for (const Feature& feature : features) seen.push_back(feature.key);
  std::sort(seen.begin(), seen.end());
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  for (const std::uint32_t key : seen) ++texts_[key];
}

void Vocabulary::close(int least_texts) {
  for (const auto& [key, texts] : texts_) {
    if (texts >= least_texts) keys_.push_back(key);
  }
  std::sort(keys_.begin(), keys_.end());
  for (std::size_t i = 0; i < keys_.size(); ++i) columns_[keys_[i]] = static_cast<std::uint32_t>(i);
  texts_.clear();
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
