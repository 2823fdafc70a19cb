#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "client/case_yaml.h"

namespace attune::client {

/// Where things stand in a case file, by a name such as "lines", "cue bells-on-door" or "line 3f…".
struct Places {
  struct Place {
    int line = 1;
    int column = 1;
  };
  std::unordered_map<std::string, Place> of;

  [[nodiscard]] Place at(const std::string& name) const;
};

/// An intent that lines under `lines:` may have, and what the table of docs/formats/case.md asks of
/// it.
struct IntentRule {
  std::string_view name;
  int least = 0;
  std::string_view belongs_to;  ///< "layer", "cue", or "": `least` counts for each of these
};
[[nodiscard]] const std::vector<IntentRule>& intent_rules();

/// What a person can count but a grammar cannot: enough lines of every kind, references that lead
/// somewhere, no sentence twice. Adds to `faults`.
void check_rules(const Case& person, const Places& places, std::vector<Fault>& faults);

/// " (did you mean \"sleep\"?)" for the nearest of `known`, or "" when none is near.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       const std::vector<std::string>& known);

}  // namespace attune::client
