#include "server/status.h"

#include "server/wire_json.h"

namespace attune::server {

int status(base::Code code) {
  switch (code) {
    case base::Code::invalid:
      return 400;
    case base::Code::sign_in:
      return 401;
    case base::Code::forbidden:
      return 403;
    case base::Code::not_found:
      return 404;
    case base::Code::conflict:
      return 409;
    case base::Code::too_large:
      return 413;
    case base::Code::busy:
      return 429;
    case base::Code::unavailable:
      return 503;
    case base::Code::internal:
      return 500;
  }
  return 500;
}

base::Error busy() {
  return {base::Code::busy, "the server has too much to do; try again in a moment"};
}

Response refusal(const base::Error& error) {
  return {.status = status(error.code), .body = error_json(error)};
}

}  // namespace attune::server
