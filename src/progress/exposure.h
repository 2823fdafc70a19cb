#pragma once

#include <optional>
#include <vector>

#include "progress/record.h"

namespace attune::progress {

/// Whether a person carries something heavy, by what they bring: the risk is moderate or high, or a
/// theme is self-harm, abuse, psychosis, trauma, or suicide where they do think of it.
[[nodiscard]] bool is_heavy(const client::Case& person);

/// What to suggest after heavy talks. A suggestion, never a block: nothing may refuse a talk by it.
struct Exposure {
  enum class State {
    fine,
    check_in,  ///< after a heavy talk: how are you?
    cool_down  ///< after two within a day: leave it for some hours
  };
  State state = State::fine;
  std::optional<base::Instant> until;  ///< when it is over; nothing when fine
  const Record* last = nullptr;        ///< the heavy talk that it comes from; null when fine
};
[[nodiscard]] std::string_view name(Exposure::State state);

/// A talk is heavy when its person is, or when it ended with `stop`: then branches and the shortest
/// talks count as well. `records`: closed talks, which must outlive the result.
[[nodiscard]] Exposure exposure(const std::vector<Record>& records, const People& people,
                                base::Instant now);

/// Whether the last talk of all was heavy and ended within the last day.
[[nodiscard]] bool comes_from_heavy(const std::vector<Record>& records, const People& people,
                                    base::Instant now);

}  // namespace attune::progress
