#pragma once

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/case.h"
#include "conversation/event.h"
#include "conversation/uptake.h"

/// What a closed talk leaves for the supporter's progress: numbers, and no word that was said.
namespace attune::progress {

/// What is followed over talks. Each is a proportion, of the supporter's own words alone.
enum class Ability {
  reflections,          ///< of reflections and questions, the reflections: one half is one each
  complex_reflections,  ///< of reflections, those that add meaning
  open_questions,       ///< of questions, the open ones
  takes_up,             ///< of replies, those that take up the client's feeling or meaning
  no_unasked_advice,    ///< of replies, those without advice that nobody asked for
  cues_caught,          ///< of cues caught or missed, the caught; none that few would catch
  risk_asked            ///< of talks where it was due, those that asked plainly about suicide
};
inline constexpr std::size_t kAbilities = 7;
[[nodiscard]] std::string_view name(Ability ability);

/// `hits` of `of`, both counts.
struct Tally {
  int hits = 0, of = 0;
};
using Tallies = std::array<Tally, kAbilities>;

/// How suggestions were used in a talk.
struct Use {
  int offered = 0, adopted = 0, edited = 0, ignored = 0;  ///< rounds; adopted as they stood
  double share = 0;  ///< of the supporter's turns, those that began as an idea, each less by its
                     ///< distance from it
  std::optional<double> distance;                   ///< mean over the ideas used
  std::optional<std::chrono::milliseconds> decide;  ///< median over the rounds with a reply
};

struct Record {
  conversation::SessionId session;
  std::string case_id;
  base::Instant opened{}, closed{};
  conversation::Ending ending = conversation::Ending::now;
  conversation::Help help = conversation::Help::on_request;
  bool branch = false;
  int turns = 0;  ///< of the supporter
  bool went_well = false;
  Tallies tallies{};
  Use use;

  /// Branches do not count towards anything learned, nor do talks too short to show it.
  [[nodiscard]] bool counts() const { return !branch && turns >= kFewestTurns; }
  static constexpr int kFewestTurns = 3;  ///< our choice

  [[nodiscard]] const Tally& of(Ability ability) const {
    return tallies[static_cast<std::size_t>(ability)];
  }
};

/// Clients by id.
using People = std::map<std::string, const client::Case*>;

/// Folds a session's log; nothing when it is not closed. Without the client's case (it may be gone)
/// cues and risk are left out.
[[nodiscard]] std::optional<Record> record(const conversation::SessionId& session,
                                           const std::vector<conversation::Event>& events,
                                           const client::Case* person);

}  // namespace attune::progress
