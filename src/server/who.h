#pragma once

#include <string>

#include "people/accounts.h"

namespace attune::server {

/// Who asks. In local mode the one person at this machine, who may do everything and whose account
/// is "".
struct Who {
  std::string account, name;
  people::Role role = people::Role::trainee;
  people::Group group = people::Group::peer;
  bool local = true;
  bool known = true;  ///< false: team mode, and nobody is signed in

  [[nodiscard]] bool may(people::Act act) const {
    return local || (known && people::may(role, act));
  }
};

}  // namespace attune::server
