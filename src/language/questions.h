#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "language/model_file.h"

namespace attune::language {

/// Ways of asking the same, each in plain lower-case words.
using Phrasings = std::vector<std::vector<std::string>>;

/// What can be asked of one client: the phrasings of each of their topics.
using QuestionSet = std::vector<Phrasings>;

/// Vectors in which questions that ask the same stand near, whatever words they use: sums over
/// words, beginnings of words, and pairs of words, learned from what the clients can be asked.
class Questions {
 public:
  static constexpr std::size_t kDims = 48;
  /// A direction; 127 is a length of 1. All zero where no word is known.
  using Vector = std::array<std::int8_t, kDims>;

  /// Knows no word.
  Questions() = default;
  [[nodiscard]] static base::Result<Questions> open(const std::filesystem::path& file);

  /// Learns from phrasings: of two of one topic, each should stand nearer to the other than to the
  /// client's other topics. Equal sets give equal vectors.
  [[nodiscard]] static Questions learn(const std::vector<QuestionSet>& sets);

  /// Of a question; words that were spoken before it, which it may point at, count `share` as much.
  [[nodiscard]] Vector vector(std::span<const std::string> words,
                              std::span<const std::string> around = {}, float share = 0) const;

  /// The cosine, in [-1, 1].
  [[nodiscard]] static float alike(const Vector& a, const Vector& b);
  /// With each of many, as sums of products, of which `cosine` is the cosine; `out` has as many
  /// places.
  static void products(const Vector& a, std::span<const Vector> all, std::span<int> out);
  /// Of a sum of products: it rises with it.
  [[nodiscard]] static float cosine(int product);

  [[nodiscard]] ModelFile file() const;  ///< as `open` reads it
  [[nodiscard]] std::size_t size() const { return keys_.all().size(); }

 private:
  using Sum = std::array<float, kDims>;
  [[nodiscard]] Sum sum_of(std::span<const std::string> words, bool pairs) const;
  using Roots = std::array<std::int8_t, kDims>;  ///< of each number, -7 to 7

  /// Where each key stands among all, in open addressing: a node a key would cost most of the time.
  class Keys {
   public:
    Keys() = default;
    explicit Keys(std::vector<std::uint32_t> keys);
    /// Its place; null where it is not among them.
    [[nodiscard]] const std::uint32_t* find(std::uint32_t key) const;
    [[nodiscard]] const std::vector<std::uint32_t>& all() const { return keys_; }

   private:
    static constexpr std::uint32_t kFree = 0xFFFFFFFF;
    /// The keys are hashes: their last bits spread well.
    [[nodiscard]] std::size_t first(std::uint32_t key) const { return key % slots_.size(); }
    std::vector<std::uint32_t> keys_;
    std::vector<std::uint32_t> slots_;  ///< a power of two, half of them free
  };

  Keys keys_;
  std::vector<Roots> roots_;
};

/// The keys of a question's features, each once for every time it stands there: words and how they
/// begin, and with `pairs` which words stand side by side.
[[nodiscard]] std::vector<std::uint32_t> question_features(std::span<const std::string> words,
                                                           bool pairs = true);

}  // namespace attune::language
