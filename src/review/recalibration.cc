#include "review/recalibration.h"

#include <utility>

#include "base/draw.h"

namespace attune::review {

std::size_t part(std::string_view talk) {
  return base::hash(talk) % kParts;
}

const Recalibrated* TrustSettings::in_use(const std::string& score) const {
  const auto now = version.find(score);
  const auto all = versions.find(score);
  if (now == version.end() || all == versions.end()) return nullptr;
  for (const Recalibrated& one : all->second)
    if (one.version == now->second) return &one;
  return nullptr;
}

void fold(TrustSettings& settings, FloorSet entry) {
  settings.floor = entry.floor;
}

void fold(TrustSettings& settings, Recalibrated entry) {
  settings.version[entry.score] = entry.version;
  settings.versions[entry.score].push_back(std::move(entry));
}

void fold(TrustSettings& settings, const Reverted& entry) {
  settings.version[entry.score] = entry.version;
}

}  // namespace attune::review
