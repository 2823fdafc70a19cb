#include "cli/exit_code.h"

namespace attune::cli {

int exit_code(base::Code code) {
  switch (code) {
    case base::Code::invalid:
    case base::Code::conflict:
    case base::Code::too_large:
      return 1;
    case base::Code::not_found:
    case base::Code::sign_in:
    case base::Code::forbidden:
      return 2;
    case base::Code::busy:
    case base::Code::unavailable:
    case base::Code::internal:
      return 3;
  }
  return 3;
}

}  // namespace attune::cli
