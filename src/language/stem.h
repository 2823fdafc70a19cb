#pragma once

#include <string>
#include <string_view>

namespace attune::language {

/// The word without its endings, so that "sleeping", "sleeps" and "slept" are one.
///
/// Light on purpose: plurals, -ing, -ed, -ly, -ness, possessives, and the common irregular verbs.
/// `form` is a lower-case token. A stem need not be a word.
[[nodiscard]] std::string stem(std::string_view form);

}  // namespace attune::language
