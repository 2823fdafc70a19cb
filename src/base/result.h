#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace attune::base {

/// Every way in which work fails in normal life. `server` maps each to an HTTP status and `cli` to
/// an exit code, each in one function.
enum class Code {
  invalid,
  not_found,
  conflict,
  busy,
  forbidden,
  sign_in,
  too_large,
  unavailable,
  internal
};

/// The code's name as it stands in JSON and in the glossary, e.g. "not_found".
[[nodiscard]] std::string_view name(Code code);

/// What went wrong, in one English sentence: what was being done, to what, and what to do about it.
/// Never holds words from a conversation.
struct Error {
  Code code = Code::internal;
  std::string message;
};

template <class T>
using Result = tl::expected<T, Error>;

/// Adds the step that failed in front: "reading x.yaml: line 3: ...".
[[nodiscard]] Error wrap(std::string_view step, Error error);

/// Makes the failing side of any Result.
[[nodiscard]] tl::unexpected<Error> fail(Code code, std::string message);

/// Aborts with file and line when a promise of our own code is broken, in release too.
void expects(bool condition, const char* file = __builtin_FILE(), int line = __builtin_LINE());

}  // namespace attune::base
