#include "people/roles.h"

namespace attune::people {
namespace {

constexpr std::array<std::string_view, kRoles> kRoleNames{"trainee", "supporter", "expert",
                                                          "supervisor", "admin"};
constexpr std::array<std::string_view, kActs> kActNames{
    "practice",        "share_own_talks", "read_shared_talks", "rate",       "read_own_ratings",
    "adjudicate",      "read_agreement",  "read_case_facts",   "edit_cases", "run_studies",
    "export_research", "manage_people",   "manage_service"};

// One row an act: trainee, supporter, expert, supervisor, admin.
constexpr bool kMay[kActs][kRoles] = {
    {true, true, true, true, true},      // practice
    {true, true, true, true, true},      // share_own_talks
    {false, false, false, true, false},  // read_shared_talks
    {false, true, true, true, false},    // rate
    {false, true, true, true, false},    // read_own_ratings
    {false, false, true, true, false},   // adjudicate
    {false, false, false, true, true},   // read_agreement
    {false, false, true, true, true},    // read_case_facts
    {false, false, false, true, true},   // edit_cases
    {false, false, false, true, true},   // run_studies
    {false, false, false, false, true},  // export_research
    {false, false, false, false, true},  // manage_people
    {false, false, false, false, true},  // manage_service
};

}  // namespace

std::string_view name(Role role) {
  return kRoleNames[static_cast<std::size_t>(role)];
}

std::optional<Role> role(std::string_view wanted) {
  for (std::size_t i = 0; i < kRoles; ++i)
    if (kRoleNames[i] == wanted) return static_cast<Role>(i);
  return std::nullopt;
}

std::string_view name(Act act) {
  return kActNames[static_cast<std::size_t>(act)];
}

bool may(Role role, Act act) {
  return kMay[static_cast<std::size_t>(act)][static_cast<std::size_t>(role)];
}

}  // namespace attune::people
