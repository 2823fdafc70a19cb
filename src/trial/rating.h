#pragma once

#include <functional>
#include <string>
#include <vector>

#include "review/book.h"
#include "trial/register.h"

/// Talks of a study on their way to blinded raters.
namespace attune::trial {

struct Talks {
  std::vector<std::string>
      waiting;    ///< finished, and given to nobody yet; in an order without meaning
  int given = 0;  ///< to raters, by a batch of the study
  int rated = 0;  ///< by as many as the plan wants
};

/// `counts` as for `Source`.
[[nodiscard]] Talks talks(const Trial& trial, const review::Book& book,
                          const std::function<bool(const std::string& session)>& counts);

/// A batch of all talks that wait, with the plan's instruments, for `raters` (accounts). Its title
/// tells nothing of the question. `invalid` for fewer raters than the plan wants, `conflict` when
/// one of them takes part in the study, or when no talk waits.
[[nodiscard]] base::Result<review::Batch> next_batch(const Trial& trial, const review::Book& book,
                                                     const Talks& talks,
                                                     const std::vector<std::string>& raters,
                                                     std::uint64_t seed);

}  // namespace attune::trial
