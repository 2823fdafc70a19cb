#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "language/net.h"
#include "language/words.h"

/// Fits the net that reads beside the linear emotion head.
namespace attune::language {

/// A text's words by `net_keys`, and what is known of it.
struct NetText {
  std::vector<std::uint32_t> words;
  std::vector<float> is;  ///< of each output 1 or 0; NaN: unknown
  int group = 0;          ///< texts of one group are held out together
};

struct NetRecipe {
  int least_texts = 4;  ///< words of fewer are not known
  int folds = 8;
  int teachers = 3;  ///< nets of different seeds for each fold
  int epochs = 6;    ///< of a teacher; the net that learns from them takes `final_epochs`
  int splices = 3;   ///< for each text, from whose words it learns what the teachers say of them
  int final_epochs = 12;
};

struct FittedNet {
  NetNumbers net;
  /// Raw values of each text by nets that did not see its group: the mean of the teachers.
  std::vector<std::vector<float>> held_out;
};

/// Teachers learn from all folds but one and value that one; the net itself then learns from all
/// texts, what is known of them for one part in ten and what the teachers said of them for nine,
/// and from splices: how one text begins and another ends, as the teachers of neither read it.
/// Word vectors begin as those of `words`. `say` is told each step. Teachers learn side by
/// side; equal texts, words and recipe give equal numbers.
[[nodiscard]] FittedNet fit_net(const std::vector<NetText>& texts, const Words& words,
                                const NetRecipe& recipe,
                                const std::function<void(const std::string&)>& say);

}  // namespace attune::language
