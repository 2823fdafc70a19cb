#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

/// Who may do and see what in team mode: one table, here and in docs/roles.md. In local mode,
/// without accounts, the one person at the machine may do everything.
namespace attune::people {

enum class Role : std::uint8_t { trainee, supporter, expert, supervisor, admin };
inline constexpr std::size_t kRoles = 5;
[[nodiscard]] std::string_view name(Role role);
[[nodiscard]] std::optional<Role> role(std::string_view name);

/// What a request is about. "Own": of the account that asks.
enum class Act : std::uint8_t {
  practice,           ///< talk with clients; see own talks, their debriefs and own progress
  share_own_talks,    ///< and withdraw that
  read_shared_talks,  ///< talks that their supporter shared or the service announced beforehand
  rate,               ///< the own blind queue: talks without names, arms or others' ratings
  read_own_ratings,
  adjudicate,       ///< settle disagreements, with all ratings of an item in view
  read_agreement,   ///< the misalignment map, agreement and trust of scores
  read_case_facts,  ///< layers, cues and the truth of a case before the end of a talk
  edit_cases,       ///< clients, protocols and instruments of the service
  run_studies,      ///< arms, randomization, reports
  export_research,  ///< what people have consented to for research, without names
  manage_people,    ///< accounts, invitations, roles
  manage_service    ///< settings, retention, language models
};
inline constexpr std::size_t kActs = 13;
[[nodiscard]] std::string_view name(Act act);

/// The table. Other people's private talks are in nobody's column: `read_shared_talks` is the only
/// way to them.
[[nodiscard]] bool may(Role role, Act act);

}  // namespace attune::people
