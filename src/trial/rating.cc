#include "trial/rating.h"

#include <algorithm>
#include <map>
#include <set>

#include "trial/values.h"

namespace attune::trial {
namespace {

using base::Code;
using Standing = Participant::Standing;

int rounds(const Trial& trial, const review::Book& book) {
  return static_cast<int>(std::ranges::count_if(
      book.batches, [&](const auto& named) { return named.second.trial == trial.plan.id; }));
}

}  // namespace

Talks talks(const Trial& trial, const review::Book& book,
            const std::function<bool(const std::string& session)>& counts) {
  std::set<std::string> given;
  for (const auto& [id, batch] : book.batches)
    if (batch.trial == trial.plan.id) given.insert(batch.talks.begin(), batch.talks.end());
  const std::map<std::string, review::Instrument> none;
  const BlindRatings ratings({.trial = trial, .book = book, .instruments = none});
  std::set<std::string> waiting;  // ids of sessions are drawn, so their order says nothing
  Talks out;
  for (const Participant& person : trial.people) {
    if (person.standing != Standing::consented) continue;
    for (const Held& held : person.talks) {
      if (!held.done || !counts(held.session)) continue;
      const bool is_given = given.contains(held.session);
      if (!is_given) waiting.insert(held.session);
      out.given += is_given ? 1 : 0;
      const auto raters = static_cast<int>(ratings.of(held.session).size());
      out.rated += raters >= trial.plan.raters ? 1 : 0;
    }
  }
  out.waiting.assign(waiting.begin(), waiting.end());
  return out;
}

base::Result<review::Batch> next_batch(const Trial& trial, const review::Book& book,
                                       const Talks& talks, const std::vector<std::string>& raters,
                                       std::uint64_t seed) {
  const std::set<std::string> all(raters.begin(), raters.end());
  if (static_cast<int>(all.size()) < trial.plan.raters)
    return base::fail(Code::invalid, "the plan wants " + std::to_string(trial.plan.raters) +
                                         " raters a talk; choose as many at least");
  for (const std::string& rater : all)
    if (trial.find(rater) != nullptr)
      return base::fail(Code::conflict,
                        "one of these takes part in the study, and would not rate blind; choose "
                        "somebody else");
  if (talks.waiting.empty())
    return base::fail(Code::conflict, "no talk waits for raters now; come back when more are held");
  const std::string round = std::to_string(rounds(trial, book) + 1);
  return review::Batch{.id = trial.plan.id + "-" + round,
                       .title = "Talks of a study, round " + round,
                       .instruments = trial.plan.rated_with,
                       .talks = talks.waiting,
                       .raters = {all.begin(), all.end()},
                       .seed = seed,
                       .trial = trial.plan.id};
}

}  // namespace attune::trial
