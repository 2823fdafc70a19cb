#include "protocol/protocol.h"

#include <algorithm>

namespace attune::protocol {

bool Protocol::asks_for(const Step& step) const {
  if (step.option.empty()) return true;
  const auto option = std::ranges::find(options, step.option, &Option::id);
  return option != options.end() && option->on;
}

}  // namespace attune::protocol
