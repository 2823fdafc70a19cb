#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "language/tokens.h"

namespace attune::language {

/// Builds a text's tokens anew, some kept and others read as other words. To be fed in order.
class Mender {
 public:
  /// Keeps the first `kept` tokens.
  explicit Mender(Tokens& tokens, std::size_t kept = 0);

  void keep(const Token& token);

  /// Puts `words`, parted by blanks, in the place of `token`: each stands where it stood. None
  /// where they are empty.
  void put(const Token& token, std::string_view words);

  /// Gives the tokens what was built.
  void finish() { tokens_.list.assign(list_.begin(), list_.end()); }

 private:
  bool negated() { return reach_ > 0 && reach_-- > 0; }

  Tokens& tokens_;
  std::vector<Token> list_;
  int reach_ = 0;  ///< how many words a negation that was put still turns round
};

}  // namespace attune::language
