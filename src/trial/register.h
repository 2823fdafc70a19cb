#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "conversation/journal.h"
#include "review/rating.h"
#include "trial/plan.h"

/// Who takes part in which study and how far they are: a fold over the journal `kJournal`
/// (docs/formats/trial.md).
namespace attune::trial {

inline constexpr const char* kJournal = "trial";

/// When a questionnaire is answered.
enum class When : std::uint8_t { before, after };
[[nodiscard]] std::string_view name(When when);

// What happens, each an entry of the journal. `participant` is an account's id.
struct Planned {
  std::string trial, text, by;
};
struct Frozen {
  std::string trial, hash;
  std::uint64_t salt = 0;  ///< joins the plan's seed, so that the plan alone foretells no arm
  std::string by;
};
struct Enrolled {
  std::string trial, participant, group, by;
};
struct Consented {
  std::string trial, participant;
  bool agreed = false;
};
struct Allocated {
  std::string trial, participant, arm;
  int position = 0;  ///< in the list of their group, from 0
};
struct Answered {
  std::string trial, participant;
  When when = When::before;
  std::vector<review::Sheet> sheets;  ///< empty once they withdrew
};
struct TalkBegun {
  std::string trial, participant;
  int number = 0;  ///< among the arm's talks, from 0
  std::string session;
};
struct TalkDone {
  std::string trial, participant;
  int number = 0;
};
struct Withdrew {
  std::string trial, participant;
};
struct Closed {
  std::string trial, by;
};
using Entry = std::variant<Planned, Frozen, Enrolled, Consented, Allocated, Answered, TalkBegun,
                           TalkDone, Withdrew, Closed>;
[[nodiscard]] std::string to_json(const Entry& entry);
[[nodiscard]] base::Result<Entry> entry_from_json(std::string_view text);

/// A talk of the study as it was held.
struct Held {
  std::string session;
  base::Instant begun{};
  bool done = false;
};

struct Participant {
  enum class Standing : std::uint8_t { enrolled, refused, consented, withdrew };
  std::string account, group;
  Standing standing = Standing::enrolled;
  base::Instant enrolled{};
  std::optional<base::Instant> allocated;
  std::string arm;  ///< "" until it was drawn
  std::optional<std::vector<review::Sheet>> before, after;
  std::vector<Held> talks;         ///< in the arm's order
  std::vector<long long> answers;  ///< numbers of the entries that hold them, to be erased by

  [[nodiscard]] int done() const;  ///< talks
};

/// One edition of a plan, as it came into force.
struct Edition {
  int number = 1;
  std::string hash, changes;
  base::Instant at{};
  int enrolled = 0;  ///< people by then
};

struct Trial {
  Plan plan;
  std::string text;               ///< of the plan, as it was given
  std::vector<Edition> editions;  ///< those in force: none before the plan was frozen
  std::uint64_t salt = 0;
  std::optional<base::Instant> frozen, closed;
  std::vector<Participant> people;  ///< in the order of enrolling

  [[nodiscard]] const Participant* find(std::string_view account) const;
  [[nodiscard]] bool finished(const Participant& person) const;  ///< all talks, all answers
};

struct Register {
  std::map<std::string, Trial> trials;  ///< by id
  long long last = 0;                   ///< number of the last entry taken in
};

/// `invalid` for an entry that does not follow from what stands before it.
[[nodiscard]] base::Result<void> fold(Register& register_, const Entry& entry, base::Instant at,
                                      long long seq);

/// Takes in what is new; `invalid` names the entry's number and leaves the register before it.
[[nodiscard]] base::Result<void> fold(Register& register_,
                                      const std::vector<conversation::JournalEntry>& entries);

// Acts: the entries that follow from what somebody does, or why it cannot be done. Nothing changes
// until they are appended and folded in.
using Entries = std::vector<Entry>;

/// A new plan, or a new text of one that is not frozen. Of a frozen one only an edition more, with
/// the same conditions, arms and randomization; it stands in the report as a change.
[[nodiscard]] base::Result<Entries> plan(const Register& register_, const std::string& text,
                                         const Known& known, const std::string& by);
/// `salt` is drawn by the caller, below 2^53.
[[nodiscard]] base::Result<Entries> freeze(const Register& register_, const std::string& trial,
                                           std::uint64_t salt, const std::string& by);
struct Newcomer {
  std::string account, group;
};
/// Those who are in already are passed over.
[[nodiscard]] base::Result<Entries> enroll(const Register& register_, const std::string& trial,
                                           const std::vector<Newcomer>& people,
                                           const std::string& by);
/// Yes, no, or, after yes, withdrawing, which a closed study takes too. Draws the arm where nothing
/// is asked before the talks.
[[nodiscard]] base::Result<Entries> consent(const Register& register_, const std::string& trial,
                                            const std::string& account, bool agree);
/// One questionnaire sheet for each instrument asked. Draws the arm after those before the talks.
[[nodiscard]] base::Result<Entries> answer(
    const Register& register_, const std::string& trial, const std::string& account,
    const std::vector<review::Sheet>& sheets,
    const std::map<std::string, review::Instrument>& instruments);
/// The next talk, or the one that was begun, once more under another session.
[[nodiscard]] base::Result<Entries> begin_talk(const Register& register_, const std::string& trial,
                                               const std::string& account,
                                               const std::string& session);
[[nodiscard]] base::Result<Entries> finish_talk(const Register& register_, const std::string& trial,
                                                const std::string& account);
/// Nobody is asked anything more; outcomes by arm may be read.
[[nodiscard]] base::Result<Entries> close(const Register& register_, const std::string& trial,
                                          const std::string& by);

/// What a participant is asked for next.
struct Step {
  enum class What : std::uint8_t { consent, before, talk, after, done };
  What what = What::consent;
  int talk = 0;         ///< from 0
  std::string session;  ///< a talk that was begun and not finished; or ""
};
[[nodiscard]] std::string_view name(Step::What what);
/// Nothing for whoever refused or withdrew, and before the plan is frozen; `done` for whoever is in
/// a study that was closed.
[[nodiscard]] std::optional<Step> next_step(const Trial& trial, const Participant& participant);

/// The trial that asks `account` for something now, the first one by id; else one that it has done;
/// null when there is none.
[[nodiscard]] const Trial* trial_of(const Register& register_, std::string_view account);

/// The arm at `position` of a group's list: permuted blocks by base's seeded draw.
[[nodiscard]] const Arm& arm_at(const Trial& trial, const std::string& group, int position);

}  // namespace attune::trial
