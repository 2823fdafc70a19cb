#pragma once

#include <set>
#include <string>

namespace attune::bench {

/// What may betray a text, each named so that a writer can read it: its words, pairs of words and
/// marks, how long it is, how it begins and ends.
[[nodiscard]] std::set<std::string> signs(const std::string& text);

}  // namespace attune::bench
