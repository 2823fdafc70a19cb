#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "conversation/observed.h"
#include "language/fit.h"

namespace attune::coach {

/// What may be said of a draft, the weightiest first. Named in content/suggestions.yaml, and by
/// `name` on the wire.
enum class RemarkKind { minimizes, advice, questions, closed, length };
inline constexpr std::size_t kRemarkKinds = 5;
[[nodiscard]] std::string_view name(RemarkKind kind);

/// One sentence or two on a draft, for the eyes of the one who writes it.
struct Remark {
  RemarkKind kind = RemarkKind::length;
  std::string text;
};

/// A draft read as if it had been said.
struct DraftRead {
  std::string_view text;
  const conversation::Reading& reading;
  const language::Fit& fit;
  bool welcomes_advice = false;  ///< the client asked for it, or said yes to an offer
  int questions_before = 0;      ///< the supporter's last turns that asked, without a gap
};

/// The one thing worth saying of a draft, or nothing, which is the usual case.
///
/// Never of a draft that asks about suicide or safety, however it asks: whoever dares that question
/// is not to be slowed down. Nothing either when the reader abstains from skills. Pure.
[[nodiscard]] std::optional<RemarkKind> choose_remark(const DraftRead& draft);

/// How many of the supporter's last turns asked something, counted back from the end.
[[nodiscard]] int questions_in_a_row(const conversation::Observed& observed);

}  // namespace attune::coach
