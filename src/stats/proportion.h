#pragma once

#include "stats/bootstrap.h"

namespace attune::stats {

/// The score interval of a proportion (Wilson 1927), 95 %: `hits` of `n` independent draws,
/// 0 <= hits <= n, n > 0. Never empty and never outside [0, 1], even where all or none are hits.
[[nodiscard]] Interval wilson(double hits, double n);

}  // namespace attune::stats
