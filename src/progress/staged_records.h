#pragma once

#include <map>
#include <string>
#include <vector>

#include "progress/progress.h"

namespace attune::progress {

using conversation::Help;
using conversation::Theme;

/// Clients made up for the tests: `gentle` (1), `calm` (1), `middling` (2), `dark` (2, suicide),
/// `hard` (3), each with what they train.
[[nodiscard]] const People& staged_people();

/// The texts of content/progress.yaml.
[[nodiscard]] const Texts& house_texts();

/// A closed talk of twelve turns with `person`, an hour long, that began `at` hours after the
/// epoch.
[[nodiscard]] Record talk_with(const std::string& person, int at);

/// The same with these tallies set: "takes_up" → {6, 8}.
[[nodiscard]] Record talk_with(const std::string& person, int at,
                               const std::map<Ability, Tally>& tallies);

[[nodiscard]] base::Instant hour(int hours);

}  // namespace attune::progress
