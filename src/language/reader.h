#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "conversation/reading.h"
#include "conversation/turn.h"

namespace attune::language {

/// What the card of a trained head says of it (docs/formats/model.md). Shown beside every score.
struct Card {
  std::string head;       ///< "emotion", "valence", "arousal", "skills"
  std::string statistic;  ///< "macro-F1", "Pearson r"
  double value = 0;
  double low = 0;  ///< 95 % bootstrap interval
  double high = 0;
  int n = 0;
  std::string measured_on;
  std::string date;  ///< YYYY-MM-DD
  std::string license;
};

/// Reads any turn in microseconds, without a network. Immutable once open, so thread-safe.
class Reader {
 public:
  /// Loads every head from `models`; an error names the file and what is wrong with it.
  [[nodiscard]] static base::Result<std::unique_ptr<Reader>> open(
      const std::filesystem::path& models);
  ~Reader();

  /// `before` holds all turns that came before, oldest first: what a client's turn speaks for is
  /// read by how the talk opened and went; for the rest only the last sixteen or so matter.
  /// Ill-formed UTF-8 is read as if repaired. Equal arguments give equal results.
  [[nodiscard]] conversation::Reading read(const conversation::Turn& turn,
                                           std::span<const conversation::Turn> before) const;

  /// `skills` and `asks` alone of what a supporter might say, as `read` gives them, in a third of
  /// the time; `abstains` and `why` are not complete.
  [[nodiscard]] conversation::Reading read_skills(const std::string& supporter,
                                                  std::span<const conversation::Turn> before) const;

  [[nodiscard]] const std::vector<Card>& cards() const;

  /// Changes whenever a model or the grammar changes; pinned in `opened`.
  [[nodiscard]] const std::string& version() const;

 private:
  struct Parts;
  explicit Reader(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace attune::language
