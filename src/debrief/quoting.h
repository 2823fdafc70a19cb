#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Words of a talk, found and made fit to be quoted. A quote is a whole sentence or nothing.
namespace attune::debrief {

/// Line by line, and at each stop; without spaces around them.
[[nodiscard]] std::vector<std::string> sentences(std::string_view words);

/// The sentence around a code point of the words.
[[nodiscard]] std::string sentence_at(std::string_view words, int code_point);

/// The first sentence that `mentions` one of the phrases, or "".
[[nodiscard]] std::string sentence_with(std::string_view words,
                                        const std::vector<std::string>& phrases);

/// True when one of the phrases stands in the text, in whole words and not denied by the word
/// before it ("I don't want to die"). Letters' case, apostrophes and stops do not matter.
[[nodiscard]] bool mentions(std::string_view text, const std::vector<std::string>& phrases);

/// A sentence without its last stop, to stand between quotation marks; "" when it is too short to
/// say something (under 12 code points), too long (over `longest`), a question, or quotes somebody
/// itself.
[[nodiscard]] std::string fit_to_quote(const std::string& sentence, std::size_t longest = 90);

}  // namespace attune::debrief
