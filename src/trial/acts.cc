#include <algorithm>
#include <numeric>

#include "base/draw.h"
#include "trial/register.h"

namespace attune::trial {
namespace {

using base::Code;
using base::fail;
using base::Result;
using Standing = Participant::Standing;

Result<const Trial*> running(const Register& all, const std::string& id) {
  const auto found = all.trials.find(id);
  if (found == all.trials.end()) return fail(Code::not_found, "there is no study of that id");
  if (found->second.closed)
    return fail(Code::conflict, "this study is closed; nothing is added to it any more");
  return &found->second;
}

struct Place {
  const Trial* trial;
  const Participant* person;
  std::optional<Step> step;
};

Result<Place> place(const Register& all, const std::string& id, const std::string& account) {
  const auto found = all.trials.find(id);
  const Participant* person = found == all.trials.end() ? nullptr : found->second.find(account);
  if (person == nullptr) return fail(Code::not_found, "you do not take part in a study of that id");
  return Place{&found->second, person, next_step(found->second, *person)};
}

const base::Error kOutOfTurn{Code::conflict,
                             "the study asks for something else now; reload the page"};

/// One list a group, or one for all.
std::string list_of(const Trial& trial, const std::string& group) {
  return trial.plan.randomization.by_group ? group : "";
}

Allocated allocate(const Trial& trial, const Participant& person) {
  const auto same = [&](const Participant& other) {
    return other.allocated && list_of(trial, other.group) == list_of(trial, person.group);
  };
  const int position = static_cast<int>(std::ranges::count_if(trial.people, same));
  return {trial.plan.id, person.account, arm_at(trial, person.group, position).id, position};
}

/// The sizes of talks, arms and blocks may not change once people are drawn by them.
bool same_design(const Plan& a, const Plan& b) {
  const auto text = [](const Plan& plan) {
    std::string all =
        std::to_string(plan.randomization.seed) + (plan.randomization.by_group ? " by group" : "");
    for (const int size : plan.randomization.blocks) all += " " + std::to_string(size);
    for (const Condition& one : plan.conditions)
      all += "; " + one.id + " " + std::string(name(one.help));
    for (const Arm& arm : plan.arms) {
      all += "; " + arm.id;
      for (const Talk& talk : arm.talks) all += " " + talk.client + " " + talk.condition;
    }
    for (const std::string& id : plan.before) all += "; before " + id;
    for (const std::string& id : plan.after) all += "; after " + id;
    return all;
  };
  return text(a) == text(b);
}

Result<void> check_sheets(const std::vector<std::string>& asked,
                          const std::vector<review::Sheet>& sheets,
                          const std::map<std::string, review::Instrument>& instruments) {
  if (sheets.size() != asked.size()) return tl::unexpected(kOutOfTurn);
  for (const std::string& id : asked) {
    const auto sheet = std::ranges::find(sheets, id, &review::Sheet::instrument);
    const auto instrument = instruments.find(id);
    if (sheet == sheets.end()) return tl::unexpected(kOutOfTurn);
    if (instrument == instruments.end())
      return fail(Code::conflict, "the questionnaire \"" + id +
                                      "\" is no longer there; tell whoever leads the study");
    if (auto checked = review::check(instrument->second, sheet->answers); !checked) return checked;
  }
  return {};
}

}  // namespace

const Arm& arm_at(const Trial& trial, const std::string& group, int position) {
  const Randomization& how = trial.plan.randomization;
  const std::string list = list_of(trial, group);
  const std::uint64_t seed =
      base::hash(std::to_string(how.seed) + " " + std::to_string(trial.salt));
  int before = 0;
  for (std::uint64_t block = 0;; ++block) {
    const int size = how.blocks[base::draw_index(seed, block, "size " + list, how.blocks.size())];
    if (position >= before + size) {
      before += size;
      continue;
    }
    std::vector<std::size_t> places(static_cast<std::size_t>(size));
    std::iota(places.begin(), places.end(), 0);
    for (std::size_t i = places.size(); i > 1; --i)
      std::swap(
          places[i - 1],
          places[base::draw_index(seed, block, "place " + std::to_string(i) + " " + list, i)]);
    const std::size_t at = places[static_cast<std::size_t>(position - before)];
    return trial.plan.arms[at % trial.plan.arms.size()];
  }
}

Result<Entries> plan(const Register& register_, const std::string& text, const Known& known,
                     const std::string& by) {
  const auto fresh = parse_plan(text, "plan", &known);
  if (!fresh) return tl::unexpected(fresh.error());
  const auto found = register_.trials.find(fresh->id);
  if (found != register_.trials.end() && found->second.frozen) {
    const Trial& old = found->second;
    if (old.closed)
      return fail(Code::conflict,
                  "the study \"" + fresh->id + "\" is closed; give the new plan an id of its own");
    if (fresh->edition != old.plan.edition + 1)
      return fail(Code::conflict,
                  "the plan \"" + fresh->id + "\" is frozen. To change it openly, write edition: " +
                      std::to_string(old.plan.edition + 1) +
                      " and changes: what differs and why; both will stand in the report");
    if (!same_design(old.plan, *fresh))
      return fail(Code::conflict,
                  "conditions, arms, questionnaires and randomization stay as they were frozen; "
                  "for others, begin a study with another id");
  } else if (fresh->edition != 1) {
    return fail(Code::invalid, "a plan that is not frozen yet is edition 1; leave `edition` out");
  }
  return Entries{Planned{fresh->id, text, by}};
}

Result<Entries> freeze(const Register& register_, const std::string& trial, std::uint64_t salt,
                       const std::string& by) {
  const auto found = running(register_, trial);
  if (!found) return tl::unexpected(found.error());
  if ((*found)->frozen) return fail(Code::conflict, "this plan is frozen already");
  return Entries{Frozen{trial, fingerprint((*found)->text), salt, by}};
}

Result<Entries> enroll(const Register& register_, const std::string& trial,
                       const std::vector<Newcomer>& people, const std::string& by) {
  const auto found = running(register_, trial);
  if (!found) return tl::unexpected(found.error());
  if (!(*found)->frozen)
    return fail(Code::conflict, "freeze the plan first: people join a study that stands fast");
  Entries entries;
  std::set<std::string> seen;
  for (const Newcomer& one : people)
    if ((*found)->find(one.account) == nullptr && seen.insert(one.account).second)
      entries.emplace_back(Enrolled{trial, one.account, one.group, by});
  return entries;
}

Result<Entries> consent(const Register& register_, const std::string& trial,
                        const std::string& account, bool agree) {
  const auto at = place(register_, trial, account);
  if (!at) return tl::unexpected(at.error());
  const Standing standing = at->person->standing;
  if (standing == Standing::withdrew)
    return fail(Code::conflict, "you have left this study; whoever leads it can tell you more");
  if (standing == Standing::consented) {
    if (agree) return Entries{};
    return Entries{Withdrew{trial, account}};
  }
  if (auto open = running(register_, trial); !open) return tl::unexpected(open.error());
  Entries entries{Consented{trial, account, agree}};
  if (agree && at->trial->plan.before.empty() && at->person->arm.empty())
    entries.emplace_back(allocate(*at->trial, *at->person));
  return entries;
}

Result<Entries> answer(const Register& register_, const std::string& trial,
                       const std::string& account, const std::vector<review::Sheet>& sheets,
                       const std::map<std::string, review::Instrument>& instruments) {
  const auto at = place(register_, trial, account);
  if (!at) return tl::unexpected(at.error());
  const bool before = at->step && at->step->what == Step::What::before;
  if (!before && (!at->step || at->step->what != Step::What::after))
    return tl::unexpected(kOutOfTurn);
  const Plan& plan = at->trial->plan;
  const auto checked = check_sheets(before ? plan.before : plan.after, sheets, instruments);
  if (!checked) return tl::unexpected(checked.error());
  Entries entries{Answered{trial, account, before ? When::before : When::after, sheets}};
  if (before) entries.emplace_back(allocate(*at->trial, *at->person));
  return entries;
}

Result<Entries> begin_talk(const Register& register_, const std::string& trial,
                           const std::string& account, const std::string& session) {
  const auto at = place(register_, trial, account);
  if (!at) return tl::unexpected(at.error());
  if (!at->step || at->step->what != Step::What::talk) return tl::unexpected(kOutOfTurn);
  return Entries{TalkBegun{trial, account, at->step->talk, session}};
}

Result<Entries> finish_talk(const Register& register_, const std::string& trial,
                            const std::string& account) {
  const auto at = place(register_, trial, account);
  if (!at) return tl::unexpected(at.error());
  if (!at->step || at->step->session.empty()) return tl::unexpected(kOutOfTurn);
  return Entries{TalkDone{trial, account, at->step->talk}};
}

Result<Entries> close(const Register& register_, const std::string& trial, const std::string& by) {
  const auto found = running(register_, trial);
  if (!found) return tl::unexpected(found.error());
  if (!(*found)->frozen)
    return fail(Code::conflict, "this plan was never frozen; there is nothing to close");
  return Entries{Closed{trial, by}};
}

}  // namespace attune::trial
