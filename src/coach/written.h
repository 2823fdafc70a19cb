#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "coach/phrases.h"
#include "coach/plain_words.h"
#include "conversation/event.h"

namespace attune::coach {

/// Ideas written one by one for what the clients of the house say most often: content/ideas
/// (docs/formats/ideas.md). They are found by the words alone.
///
/// The tables are kept as they stand in the files; a card is cut out of them when it is wanted.
/// Immutable once loaded, so thread-safe.
class Written {
 public:
  /// One of each kind, in the order of `kKindNames`.
  using Cards = std::array<conversation::Suggestion, kKinds>;

  /// What was written for one line.
  struct For {
    std::string client;  ///< the name
    std::string line;    ///< bubbles parted by " / "
    Cards cards;
  };

  /// Every `.tsv` of the folder. `invalid` names file, line and what to do.
  [[nodiscard]] static base::Result<Written> load(const std::filesystem::path& folder);

  /// What was written for a client's message or for a part of it, bubbles in a row, the most of it
  /// first. Where something is `heavy`, only for what overlaps that.
  /// Of several sets for one line `draw`, in [0, 1), chooses.
  [[nodiscard]] std::optional<Cards> find(std::string_view client, std::string_view message,
                                          Range heavy, double draw) const;

  [[nodiscard]] std::vector<For> all() const;

 private:
  struct Place {
    std::uint32_t file, at;
  };

  [[nodiscard]] For read(Place place) const;
  [[nodiscard]] base::Result<void> take(const std::filesystem::path& file);

  std::vector<std::string> files_;
  std::unordered_map<std::uint64_t, std::vector<Place>> places_;  ///< by client and line
};

}  // namespace attune::coach
