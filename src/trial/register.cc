#include "trial/register.h"

#include <algorithm>
#include <array>

namespace attune::trial {
namespace {

using base::Code;
using base::Result;
using Standing = Participant::Standing;

const base::Error kBroken{Code::invalid, "it does not follow from the entries before it"};

Participant* find(Trial& trial, std::string_view account) {
  const auto found = std::ranges::find(trial.people, account, &Participant::account);
  return found == trial.people.end() ? nullptr : &*found;
}

/// Takes in the entries of one participant.
struct Takes {
  const Plan& plan;
  Participant& person;
  base::Instant at;
  long long seq;

  bool operator()(const Consented& entry) const {
    person.standing = entry.agreed ? Standing::consented : Standing::refused;
    return true;
  }
  bool operator()(const Allocated& entry) const {
    if (std::ranges::find(plan.arms, entry.arm, &Arm::id) == plan.arms.end()) return false;
    person.arm = entry.arm;
    person.allocated = at;
    return true;
  }
  bool operator()(const Answered& entry) const {
    (entry.when == When::before ? person.before : person.after) = entry.sheets;
    person.answers.push_back(seq);
    return true;
  }
  /// The same number once more: the talk before it did not come about, or was deleted.
  bool operator()(const TalkBegun& entry) const {
    if (person.arm.empty() || entry.number < 0) return false;
    const auto number = static_cast<std::size_t>(entry.number), size = person.talks.size();
    if (number == size && size < plan.arm(person.arm).talks.size())
      person.talks.push_back({entry.session, at});
    else if (number + 1 == size && !person.talks.back().done)
      person.talks.back() = {entry.session, at};
    else
      return false;
    return true;
  }
  bool operator()(const TalkDone& entry) const {
    if (entry.number < 0 || entry.number >= static_cast<int>(person.talks.size())) return false;
    person.talks[static_cast<std::size_t>(entry.number)].done = true;
    return true;
  }
  bool operator()(const Withdrew&) const {
    person.standing = Standing::withdrew;
    person.before = person.after = std::nullopt;
    return true;
  }
};

/// Takes in the entries of a whole study.
struct Runs {
  Register& all;
  base::Instant at;

  bool operator()(const Planned& entry) const {
    auto plan = parse_plan(entry.text, "the plan of " + entry.trial);
    if (!plan || plan->id != entry.trial) return false;
    Trial& trial = all.trials[entry.trial];
    trial.plan = *std::move(plan);
    trial.text = entry.text;
    if (trial.frozen) add_edition(trial);
    return true;
  }
  bool operator()(const Frozen& entry) const {
    const auto trial = all.trials.find(entry.trial);
    if (trial == all.trials.end()) return false;
    trial->second.frozen = at;
    trial->second.salt = entry.salt;
    add_edition(trial->second);
    return true;
  }
  bool operator()(const Enrolled& entry) const {
    const auto trial = all.trials.find(entry.trial);
    if (trial == all.trials.end()) return false;
    trial->second.people.push_back(
        {.account = entry.participant, .group = entry.group, .enrolled = at});
    return true;
  }
  bool operator()(const Closed& entry) const {
    const auto trial = all.trials.find(entry.trial);
    if (trial != all.trials.end()) trial->second.closed = at;
    return trial != all.trials.end();
  }

 private:
  void add_edition(Trial& trial) const {
    trial.editions.push_back({trial.plan.edition, fingerprint(trial.text), trial.plan.changes, at,
                              static_cast<int>(trial.people.size())});
  }
};

template <class Said>
bool take(Register& all, const Said& entry, base::Instant at, long long seq) {
  if constexpr (requires(const Runs& runs) { runs(entry); }) {
    return Runs{all, at}(entry);
  } else {
    const auto trial = all.trials.find(entry.trial);
    Participant* person =
        trial == all.trials.end() ? nullptr : find(trial->second, entry.participant);
    return person != nullptr && Takes{trial->second.plan, *person, at, seq}(entry);
  }
}

}  // namespace

std::string_view name(When when) {
  return when == When::before ? "before" : "after";
}

std::string_view name(Step::What what) {
  constexpr std::array<std::string_view, 5> kNames{"consent", "before", "talk", "after", "done"};
  return kNames[static_cast<std::size_t>(what)];
}

int Participant::done() const {
  return static_cast<int>(std::ranges::count(talks, true, &Held::done));
}

const Participant* Trial::find(std::string_view account) const {
  const auto found = std::ranges::find(people, account, &Participant::account);
  return found == people.end() ? nullptr : &*found;
}

Result<void> fold(Register& register_, const Entry& entry, base::Instant at, long long seq) {
  const bool taken =
      std::visit([&](const auto& said) { return take(register_, said, at, seq); }, entry);
  if (!taken) return tl::unexpected(kBroken);
  register_.last = seq;
  return {};
}

Result<void> fold(Register& register_, const std::vector<conversation::JournalEntry>& entries) {
  for (const conversation::JournalEntry& one : entries) {
    const auto entry = entry_from_json(one.text);
    const auto taken =
        entry ? fold(register_, *entry, one.at, one.seq) : tl::make_unexpected(entry.error());
    if (!taken)
      return tl::unexpected(base::wrap(
          "reading entry " + std::to_string(one.seq) + " of the studies' journal", taken.error()));
  }
  return {};
}

bool Trial::finished(const Participant& person) const {
  if (person.arm.empty()) return false;
  const auto planned = static_cast<int>(plan.arm(person.arm).talks.size());
  return person.done() == planned && (plan.after.empty() || person.after);
}

std::optional<Step> next_step(const Trial& trial, const Participant& participant) {
  if (!trial.frozen || (trial.closed && participant.standing != Standing::consented))
    return std::nullopt;
  switch (participant.standing) {
    case Standing::refused:
    case Standing::withdrew:
      return std::nullopt;
    case Standing::enrolled:
      return Step{};
    case Standing::consented:
      break;
  }
  if (trial.closed) return Step{.what = Step::What::done};
  if (participant.arm.empty()) return Step{.what = Step::What::before};
  const std::vector<Talk>& talks = trial.plan.arm(participant.arm).talks;
  const auto open = std::ranges::find(participant.talks, false, &Held::done);
  if (open != participant.talks.end())
    return Step{Step::What::talk, static_cast<int>(open - participant.talks.begin()),
                open->session};
  if (participant.talks.size() < talks.size())
    return Step{Step::What::talk, static_cast<int>(participant.talks.size()), ""};
  const bool asked = !trial.plan.after.empty() && !participant.after;
  return Step{.what = asked ? Step::What::after : Step::What::done};
}

const Trial* trial_of(const Register& register_, std::string_view account) {
  const Trial* done = nullptr;
  for (const auto& [id, trial] : register_.trials) {
    const Participant* person = trial.find(account);
    const auto step = person == nullptr ? std::nullopt : next_step(trial, *person);
    if (step && step->what != Step::What::done) return &trial;
    if (step && done == nullptr) done = &trial;
  }
  return done;
}

}  // namespace attune::trial
