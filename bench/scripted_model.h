#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "client/case.h"
#include "conversation/event.h"
#include "llm/chat_model.h"

namespace attune::bench {

/// What a scripted model does wrong, on purpose, in one try.
enum class Slip { none, leak, role, advice, length, empty, intent };
inline constexpr std::array kSlips{Slip::leak,   Slip::role,  Slip::advice,
                                   Slip::length, Slip::empty, Slip::intent};
[[nodiscard]] std::string_view name(Slip slip);

/// Answers prompts of the modeled voice as a small language model would that obeys them: it says
/// what the prompt has in mind for the turn, in other words and sometimes less of it.
/// No chance but by the seed, so equal prompts get equal answers.
class ScriptedModel {
 public:
  /// What one try is asked, and what only a bench can know, to slip with.
  struct Try {
    const llm::Prompt& prompt;
    const conversation::Intended& intended;
    std::string secret;  ///< words of a layer that is not out, or ""
    int number = 0;      ///< of all tries of a run: the seed of the chance
  };

  /// Which words it slips with: those that the checks were mended on, or others.
  enum class Slips { known, fresh };

  ScriptedModel(std::uint64_t seed, Slips slips) : seed_(seed), slips_(slips) {}

  [[nodiscard]] std::string answer(const Try& asked, Slip slip) const;

  /// The text in other words: some left out, swapped, put in another order.
  [[nodiscard]] std::string reword(const std::string& text, int number) const;

 private:
  [[nodiscard]] std::string honest(const Try& asked) const;
  [[nodiscard]] std::string wrong_intent(const Try& asked) const;
  [[nodiscard]] std::string too_long(const Try& asked) const;
  [[nodiscard]] double draw(int number, std::string_view what) const;
  [[nodiscard]] const std::string& pick(const std::vector<std::string>& all, int number,
                                        std::string_view what) const;

  std::uint64_t seed_;
  Slips slips_;
};

}  // namespace attune::bench
