#include "base/result.h"

#include <cstdio>
#include <cstdlib>

namespace attune::base {

std::string_view name(Code code) {
  switch (code) {
    case Code::invalid:
      return "invalid";
    case Code::not_found:
      return "not_found";
    case Code::conflict:
      return "conflict";
    case Code::busy:
      return "busy";
    case Code::forbidden:
      return "forbidden";
    case Code::sign_in:
      return "sign_in";
    case Code::too_large:
      return "too_large";
    case Code::unavailable:
      return "unavailable";
    case Code::internal:
      return "internal";
  }
  return "internal";
}

Error wrap(std::string_view step, Error error) {
  error.message = std::string(step) + ": " + error.message;
  return error;
}

tl::unexpected<Error> fail(Code code, std::string message) {
  return tl::unexpected<Error>(Error{code, std::move(message)});
}

void expects(bool condition, const char* file, int line) {
  if (condition) return;
  std::fprintf(stderr, "%s:%d: a promise of our own code is broken; please report this\n", file,
               line);
  std::abort();
}

}  // namespace attune::base
