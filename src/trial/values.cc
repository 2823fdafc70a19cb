#include "trial/values.h"

#include <algorithm>
#include <set>

namespace attune::trial {
namespace {

using review::RaterKind;

bool is_person(RaterKind kind) {
  return kind == RaterKind::peer || kind == RaterKind::lived_experience ||
         kind == RaterKind::expert;
}

std::optional<double> mean(const std::vector<double>& values) {
  if (values.empty()) return std::nullopt;
  double sum = 0;
  for (const double one : values) sum += one;
  return sum / static_cast<double>(values.size());
}

}  // namespace

BlindRatings::BlindRatings(const Source& source) {
  struct Asked {
    std::set<std::string> talks, raters;
  };
  std::vector<Asked> batches;
  for (const auto& [id, batch] : source.book.batches)
    if (batch.trial == source.trial.plan.id)
      batches.push_back(
          {{batch.talks.begin(), batch.talks.end()}, {batch.raters.begin(), batch.raters.end()}});
  for (const review::Rating* rating : source.book.counting()) {
    const bool asked = std::ranges::any_of(batches, [&](const Asked& one) {
      return one.talks.contains(rating->talk) && one.raters.contains(rating->rater.id);
    });
    if (asked && is_person(rating->rater.kind)) by_session_[rating->talk].push_back(rating);
  }
}

const std::vector<const review::Rating*>& BlindRatings::of(const std::string& session) const {
  static const std::vector<const review::Rating*> kNone;
  const auto found = by_session_.find(session);
  return found == by_session_.end() ? kNone : found->second;
}

std::optional<double> score(const review::Instrument& instrument, const review::Answers& answers,
                            const std::string& id) {
  for (const review::Score& one : review::scores(instrument, answers))
    if (one.id == id) return one.value;
  const review::Item* item = instrument.item(id);
  const auto answer = answers.find(id);
  if (item == nullptr || answer == answers.end()) return std::nullopt;
  return item->reverse ? item->low + item->high - answer->second : answer->second;
}

std::optional<double> score(const Source& source, const std::vector<review::Sheet>& sheets,
                            const std::string& instrument, const std::string& id) {
  const auto known = source.instruments.find(instrument);
  if (known == source.instruments.end()) return std::nullopt;
  for (const review::Sheet& one : sheets)
    if (one.instrument == instrument && !one.turn) return score(known->second, one.answers, id);
  return std::nullopt;
}

bool is_in(const Participant& person) {
  return person.standing == Participant::Standing::consented && !person.arm.empty();
}

std::vector<HeldTalk> held_talks(const Source& source, const Participant& person) {
  std::vector<HeldTalk> all;
  if (person.arm.empty()) return all;
  const std::vector<Talk>& planned = source.trial.plan.arm(person.arm).talks;
  for (std::size_t i = 0; i < person.talks.size(); ++i)
    if (person.talks[i].done && source.counts(person.talks[i].session))
      all.push_back({static_cast<int>(i), &planned[i], person.talks[i].session});
  return all;
}

std::optional<double> value(const Source& source, const BlindRatings& ratings,
                            const Participant& person, const Outcome& outcome,
                            const std::string& condition) {
  if (!is_in(person) || !source.trial.plan.arm(person.arm).holds(condition)) return std::nullopt;
  const auto answered = [&](const std::optional<std::vector<review::Sheet>>& sheets) {
    return sheets ? score(source, *sheets, outcome.instrument, outcome.score) : std::nullopt;
  };
  if (outcome.measure == Measure::after) return answered(person.after);
  if (outcome.measure == Measure::change) {
    const auto before = answered(person.before), after = answered(person.after);
    return before && after ? std::optional(*after - *before) : std::nullopt;
  }
  std::vector<double> talks;
  for (const HeldTalk& held : held_talks(source, person)) {
    if (held.talk->condition != condition) continue;
    std::vector<double> raters;
    for (const review::Rating* one : ratings.of(held.session))
      if (const auto given = score(source, one->form.sheets, outcome.instrument, outcome.score))
        raters.push_back(*given);
    if (const auto talk = mean(raters)) talks.push_back(*talk);
  }
  return mean(talks);
}

}  // namespace attune::trial
