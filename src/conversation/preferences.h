#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "conversation/theme.h"

namespace attune::conversation {

/// When the supporter wants suggestions in a new talk. `fading`: often at first, then on request,
/// then not at all, as measured skill allows.
enum class HelpWish { on_request, always, fading, off };
[[nodiscard]] std::string_view name(HelpWish wish);
[[nodiscard]] std::optional<HelpWish> help_wish(std::string_view name);

/// What one person chose.
struct Preferences {
  HelpWish help = HelpWish::on_request;
  std::vector<Theme> avoid;  ///< people who bring one of these are left out; each once

  [[nodiscard]] bool avoids(const std::vector<Theme>& themes) const;
};

/// Where preferences are kept. A store fulfils it; every implementation is thread-safe.
class PreferenceStore {
 public:
  virtual ~PreferenceStore() = default;

  /// Those of the account `owner` ("" without accounts); the defaults until something was put.
  [[nodiscard]] virtual base::Result<Preferences> preferences(const std::string& owner) = 0;

  /// Keeps all of it, in place of what was there; durable when it returns. `busy` when too much
  /// waits to be written, `unavailable` when the disk refuses: nothing has changed then.
  [[nodiscard]] virtual base::Result<void> put(const std::string& owner,
                                               const Preferences& preferences) = 0;
};

}  // namespace attune::conversation
