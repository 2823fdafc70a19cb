#include "people/accounts.h"

#include <algorithm>
#include <array>

namespace attune::people {
namespace {

constexpr std::array<std::string_view, 3> kGroups{"peer", "lived_experience", "expert"};

}  // namespace

std::string_view name(Group group) {
  return kGroups[static_cast<std::size_t>(group)];
}

std::optional<Group> group(std::string_view name) {
  const auto found = std::ranges::find(kGroups, name);
  if (found == kGroups.end()) return std::nullopt;
  return static_cast<Group>(found - kGroups.begin());
}

}  // namespace attune::people
