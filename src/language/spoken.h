#pragma once

#include <cstddef>
#include <vector>

#include "conversation/reading.h"
#include "language/pattern.h"
#include "language/tokens.h"

namespace attune::language {

/// A turn as phrases see it, where each word still knows where it stands in the text.
///
/// Like `wording`, but of tokens that were mended, with short forms as typed in a hurry ("u",
/// "goin") opened, and a sentence asks only where it bears its mark.
class Spoken {
 public:
  /// `tokens` must outlive this.
  explicit Spoken(const Tokens& tokens);

  struct Words {
    std::size_t first = 0, last = 0;  ///< [first, last) of the wording
    [[nodiscard]] bool empty() const { return first == last; }
  };

  [[nodiscard]] const Wording& wording() const { return wording_; }
  [[nodiscard]] const Tokens& tokens() const { return tokens_; }

  /// The first words that match, and as many of them as do; none: empty.
  [[nodiscard]] Words find(const Patterns& patterns, const Wording::Sentence& sentence) const;
  [[nodiscard]] Words find(const Patterns& patterns, Where where) const;

  /// Code points of the tokens behind words that are not empty.
  [[nodiscard]] conversation::Span span(Words words) const;

 private:
  void take(std::size_t token);
  void open_contraction(std::string_view form, std::size_t token);
  void push(std::string_view form, std::size_t token);
  void close(bool mark);

  const Tokens& tokens_;
  Wording wording_;
  std::vector<std::size_t> origin_;  ///< the token behind each word
};

}  // namespace attune::language
