#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "coach/feelings.h"
#include "coach/plain_words.h"
#include "conversation/reading.h"

/// What in a client's words is heavy, and can be taken up.
namespace attune::coach {

/// One sentence of a line, or several that stand together.
struct Passage {
  std::span<const PlainWord> words;
  std::span<const PlainWord> point;  ///< its weightiest sentence
  double weight = 0;                 ///< how much a listener would want to take it up; about 0 to 6
  std::vector<Range> light = {};     ///< the line's sentences that weigh less than half of that
};

/// The sentence most worth taking up: words of risk first, then feelings, and among plain ones the
/// fuller and the later. With it go its neighbors within a bubble, if they tell half as much.
/// After "another thing" what follows counts. Nothing when no sentence tells anything.
[[nodiscard]] std::optional<Passage> focus(std::span<const PlainWord> said,
                                           const std::vector<FeelingSaid>& felt,
                                           const conversation::Reading& reading,
                                           std::string_view text);

/// Runs of two to seven words of the line `text`, verbatim, that may stand between quotation marks;
/// the most telling first, none that overlap.
[[nodiscard]] std::vector<Given> quotes(std::span<const PlainWord> said, std::string_view text);

/// The bytes of `text`, well-formed UTF-8, that a span of code points covers.
[[nodiscard]] Range bytes(std::string_view text, const conversation::Span& span);

}  // namespace attune::coach
