#pragma once

#include <string_view>

/// Names that people bear, our own list: common ones of many places, far from all. Lower case.
namespace attune::corpus {

/// First names that are hardly anything else.
[[nodiscard]] bool is_first_name(std::string_view lower);

/// First names that are words as well: a month, a virtue, a verb, a place.
enum class Double { none, noun, month, place, other };
[[nodiscard]] Double double_name(std::string_view lower);

/// Family names that are hardly anything else.
[[nodiscard]] bool is_family_name(std::string_view lower);

/// Words that are written with a capital, or stand where names do, and name nobody: pronouns and
/// the like, days, feelings, peoples, faiths.
[[nodiscard]] bool is_no_name(std::string_view lower);

}  // namespace attune::corpus
