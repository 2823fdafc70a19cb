#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/net.h"
#include "language/train_net.h"
#include "language/words.h"

namespace attune::language {

/// Chance that depends on its seed alone (xorshift, Marsaglia 2003).
class NetChance {
 public:
  explicit NetChance(std::uint64_t seed);
  /// In [0, 1).
  [[nodiscard]] float next();
  /// About normal, with mean 0 and deviation 1.
  [[nodiscard]] float normal();
  [[nodiscard]] std::size_t below(std::size_t size);

 private:
  std::uint64_t state_;
};

struct NetSchedule {
  int epochs = 6;
  float dropout = 0.4F;  ///< of pooled filters
  float unread = 0.15F;  ///< share of words read as unknown while learning
  std::uint64_t seed = 1;
};

/// One net while it learns, by Adam (Kingma and Ba, ICLR 2015) on the cross-entropy of each known
/// output. What it is in the end is a running mean over the last seven tenths of its steps.
class NetLearner {
 public:
  /// `keys` ascending; vectors begin as those of `words`, where it knows the word, else by chance.
  NetLearner(std::vector<std::uint32_t> keys, const Words& words, std::size_t width,
             const NetSchedule& schedule);

  void learn(std::span<const NetText* const> texts);

  /// The mean, in whole numbers.
  [[nodiscard]] NetNumbers numbers() const;

 private:
  /// A text at hand: its words, what they are, and how the filters answered.
  struct Seen {
    std::vector<std::size_t> words;  ///< rows of the vectors; `kEdge` at both ends
    std::vector<float> x;            ///< [place][kDims]
    std::vector<float> sums;         ///< [place][kColumns]
    std::vector<float> pooled;
    std::vector<std::int32_t> where;  ///< the place that each filter took
    std::vector<float> out;
  };

  void take(const NetText& text, Seen& seen);
  void pool(Seen& seen) const;
  void drop_and_sum(Seen& seen);
  void give_back(const NetText& text, Seen& seen);
  void give_back_filter(std::size_t filter, float gradient, const Seen& seen);
  void step(std::size_t batch, float progress);
  void adapt(std::size_t from, std::size_t to, float rate, float batch);
  void arrange();
  void keep_mean(std::size_t step, float progress);

  std::size_t width_;
  NetSchedule schedule_;
  NetChance chance_;
  std::vector<std::uint32_t> keys_;
  std::size_t filters_, bias_, out_, out_bias_;  ///< where each begins; vectors begin at 0
  std::vector<float> weights_, gradients_, first_, second_, mean_;
  std::vector<float> blocks_;  ///< the filters, sixteen columns at a time
  std::vector<std::size_t> touched_;
  std::vector<bool> is_touched_;
  float first_left_ = 1, second_left_ = 1;  ///< of Adam's start
  bool has_mean_ = false;
};

}  // namespace attune::language
