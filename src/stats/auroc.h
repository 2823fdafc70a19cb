#pragma once

#include <span>

namespace attune::stats {

/// The chance that a value drawn from `positive` lies above one drawn from `negative`, ties
/// counting one half (Mann-Whitney). 0.5 when either is empty.
[[nodiscard]] double auroc(std::span<const double> positive, std::span<const double> negative);

}  // namespace attune::stats
