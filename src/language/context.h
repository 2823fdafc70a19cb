#pragma once

#include <span>
#include <string_view>

#include "conversation/turn.h"
#include "language/spelling.h"

/// What the turns before say of the one that is read.
namespace attune::language {

enum class Reply { other, yes, no };

/// How a client's turn answers a question that can be answered so, by its first words: "yeah i
/// think so", "sometimes", "not really".
[[nodiscard]] Reply reply_of(std::string_view client);

/// Advice has the client's leave: they asked for it in their last turn, or a supporter's last three
/// turns asked leave and they did not say no.
[[nodiscard]] bool has_leave(std::span<const conversation::Turn> before, const Spelling& spelling);

/// A supporter's turn asks directly about suicide, and not so that "no" is the easy answer.
[[nodiscard]] bool asks_plainly_about_suicide(const Tokens& supporter);

}  // namespace attune::language
