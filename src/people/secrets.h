#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

/// Passwords and the tokens that stand for having given one.
namespace attune::people {

inline constexpr std::size_t kShortestPassword = 10;  ///< characters; our choice, above NIST's 8
inline constexpr std::size_t kLongestPassword = 256;  ///< characters

/// `invalid` when it is shorter or longer than these, holds the name, or is one of a short list of
/// what everybody tries first. No rules of digits and signs: they make passwords worse (NIST SP
/// 800-63B).
[[nodiscard]] base::Result<void> check_password(std::string_view password, std::string_view name);

/// Argon2id with libsodium's interactive limits (64 MiB, two passes), with its salt and parameters
/// in the text. Takes some 50 ms and that memory, so callers bound how many run at once.
[[nodiscard]] base::Result<std::string> hash_password(std::string_view password);
[[nodiscard]] bool is_password(std::string_view password, const std::string& hash);

/// 256 random bits in 43 letters, digits, '-' and '_': for signed-in browsers and invitations.
[[nodiscard]] std::string fresh_token();

/// What is kept in place of a token: its BLAKE2b-256 in 64 hex digits. Whoever reads the store
/// cannot sign in with it.
[[nodiscard]] std::string token_digest(std::string_view token);

/// What the page proves with that it read an answer of ours, which a page of another site cannot:
/// a keyed hash of the token of its browser, in 64 hex digits. Nothing of it is kept.
[[nodiscard]] std::string page_token(std::string_view browser_token);
/// Takes equally long whatever is given.
[[nodiscard]] bool is_page_token(std::string_view given, std::string_view browser_token);

}  // namespace attune::people
