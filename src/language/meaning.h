#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/result.h"
#include "language/questions.h"

namespace attune::language {

/// A text as a point: stems with weights and a dense vector. Cheap to compare, made once for
/// examples.
struct Sense {
  std::vector<std::pair<std::uint32_t, float>>
      stems;                  ///< sorted by stem hash; idf-weighted, unit length
  std::vector<float> vector;  ///< unit length, or empty when no word is known
};

/// Compares texts by meaning and not by keyword alone: stems, synonym groups of
/// content/lexicons, and word vectors trained on open text. Immutable once open, so thread-safe.
class Meaning {
 public:
  [[nodiscard]] static base::Result<std::unique_ptr<Meaning>> open(
      const std::filesystem::path& models, const std::filesystem::path& lexicons);
  ~Meaning();

  [[nodiscard]] Sense sense(std::string_view text) const;

  /// Of the text, then of each of its sentences where it has several.
  [[nodiscard]] std::vector<Sense> senses(std::string_view text) const;

  /// Knows nothing where `models` has no `questions.bin`.
  [[nodiscard]] const Questions& questions() const;

  /// In [0, 1]; 1 for equal texts, near 0 for unrelated ones.
  [[nodiscard]] double similarity(const Sense& a, const Sense& b) const;

  /// The same from its two parts: the cosine of the stems, and of the dense vectors.
  [[nodiscard]] static double similarity(double stems, double vectors);

  /// How much of `part` stands in `whole` by stems and synonyms, [0, 1].
  [[nodiscard]] static double covered(const Sense& whole, const Sense& part);

  /// How much of `part` stands in `whole` by meaning, [0, 1]: a long turn may hold a short
  /// question.
  [[nodiscard]] double contains(const Sense& whole, const Sense& part) const;

 private:
  struct Parts;
  explicit Meaning(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// Finds which of many labeled example phrases a text is closest to.
class Matcher {
 public:
  struct Match {
    std::size_t label = 0;  ///< as given to `add`
    double score = 0;       ///< [0, 1]
  };

  /// `meaning` must outlive the matcher.
  explicit Matcher(const Meaning& meaning) : meaning_(meaning) {}

  void add(std::size_t label, std::string_view example);

  /// The best score of each label that reaches `floor`, best first. The text is also tried sentence
  /// by sentence, so a question at the end of a long turn is found.
  [[nodiscard]] std::vector<Match> match(std::string_view text, double floor) const {
    return match(meaning_.senses(text), floor);
  }
  /// The same of a text's senses, for several matchers to share.
  [[nodiscard]] std::vector<Match> match(std::span<const Sense> senses, double floor) const;

 private:
  struct Weighted {
    std::uint32_t example;
    float weight;
  };
  /// Raises the best score of each example to its similarity with one text, where it reaches
  /// `floor`.
  void raise(const Sense& sense, double floor, std::vector<double>& scores) const;

  const Meaning& meaning_;
  std::vector<std::size_t> labels_;                                   // of each example
  std::vector<std::vector<float>> vectors_;                           // of each example
  std::unordered_map<std::uint32_t, std::vector<Weighted>> by_stem_;  // examples that hold a stem
};

}  // namespace attune::language
