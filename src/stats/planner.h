#pragma once

namespace attune::stats {

/// How many items to rate so that the interval of an agreement statistic is at most `width` wide,
/// rounded up. For planning: they rest on large samples and on what is expected beforehand.

/// Kappa of two raters on a yes-or-no code that is said of a share `prevalence` of the items, in
/// (0, 1); `kappa` expected, below 1 (Donner & Eliasziw 1992).
[[nodiscard]] int items_for_kappa(double kappa, double prevalence, double width,
                                  double coverage = 0.95);

/// ICC(2,1) or (3,1) of `raters`, 2 or more, `icc` expected (Bonett 2002).
[[nodiscard]] int items_for_icc(double icc, int raters, double width, double coverage = 0.95);

/// A share, by the normal interval; 0.5 is the worst case.
[[nodiscard]] int items_for_share(double share, double width, double coverage = 0.95);

/// How many in each of two groups show a standardized difference `d` with chance `power` at the
/// two-sided level `alpha`: the normal formula with Guenther's correction (1981).
[[nodiscard]] int people_for_difference(double d, double power = 0.8, double alpha = 0.05);

/// How many pairs show a mean difference of `d` standard deviations of the differences, likewise.
[[nodiscard]] int pairs_for_difference(double d, double power = 0.8, double alpha = 0.05);

}  // namespace attune::stats
