#pragma once

#include <optional>
#include <string_view>

namespace attune::conversation {

/// What a client brings, in a word. A supporter may leave out the people who bring one
/// (conversation/preferences.h); every client whose risk can come to thoughts of suicide carries
/// that. The order is of no meaning; the names stand in case files and in what is stored.
enum class Theme {
  grief,
  loss_of_work,
  breakup,
  loneliness,
  exams,
  panic,
  birth,
  caregiving,
  substance_use,
  friendship,
  bullying,
  abuse,
  self_harm,
  suicide,
  psychosis,
  trauma,
  illness,
  family
};
inline constexpr std::size_t kThemes = 18;
[[nodiscard]] std::string_view name(Theme theme);
[[nodiscard]] std::optional<Theme> theme(std::string_view name);

}  // namespace attune::conversation
