#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "client/case.h"
#include "voice/plain.h"

namespace attune::voice {

/// What a case's texts are in plain words.
struct PlainCase {
  PlainCase(const client::Case& person, const Wording& wording);

  std::vector<Sentence> asked;               ///< for its topics, one after the other
  std::vector<std::vector<Sentence>> lines;  ///< the sentences of each
};

/// A topic of the case that a sentence asks about.
struct Asked {
  const client::Topic* topic = nullptr;
  double score = 0;  ///< [0, 1]
};

/// How surely the topic that a question came near to is the one that it asks for, and not a
/// neighbor of what nobody wrote an answer to.
///
/// A neighbor shares much with the question. What tells it apart is that other topics come as near,
/// that the question holds words which the case knows and this topic never uses, and that nobody
/// asks of it by that word ("who") or of that time ("would you"). Weights are fitted on phrasings,
/// and on whole topics, that were left out (bench/sureness).
class Sureness {
 public:
  static constexpr std::size_t kFeatures = 7;
  using Features = std::array<double, kFeatures>;

  Sureness(const client::Case& person, const PlainCase& plain_case);

  /// Of the topic at `which` among the nearest, all of which count. A question in plain words.
  [[nodiscard]] Features features(const Sentence& question, std::span<const Asked> nearest,
                                  std::size_t which) const;

  /// The chance, in (0, 1), that it is the one.
  [[nodiscard]] static double chance(const Features& features);

 private:
  /// What the phrasings and answers of a topic hold.
  struct Known {
    std::unordered_set<std::uint64_t> asked, told;       ///< stems of telling words
    std::unordered_set<std::string_view> shapes, times;  ///< of literals
  };
  std::unordered_map<const client::Topic*, Known> known_;
  std::unordered_set<std::uint64_t> anywhere_;  ///< stems of all phrasings
};

}  // namespace attune::voice
