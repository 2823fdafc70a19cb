#include "review/evidence.h"

#include <algorithm>
#include <set>

namespace attune::review {
namespace {

using conversation::TurnNumber;

constexpr std::array<std::string_view, kColumns> kNames{"self", "peer", "expert",
                                                        "lived_experience", "program"};

/// Which instruments each rater was given for each talk.
class Asked {
 public:
  Asked(const Book& book, const std::map<std::string, Instrument>& instruments)
      : instruments_(instruments) {
    for (const auto& [id, batch] : book.batches) {
      const auto of_talk = [&](const std::string& talk) {
        for (const std::string& rater : batch.raters)
          take(given_[{talk, rater}], batch.instruments);
      };
      std::ranges::for_each(batch.talks, of_talk);
    }
    for (const Rating& rating : book.ratings) used(used_[rating.rater.id], rating);
  }

  /// By the batches that gave it, and by the form itself; of a rating that came from outside, all
  /// that its rater ever used.
  [[nodiscard]] std::vector<const Instrument*> of(const Rating& rating) const {
    const auto given = given_.find({rating.talk, rating.rater.id});
    Set all;
    if (given != given_.end()) {
      all = given->second;
      used(all, rating);
    } else {
      all = used_.at(rating.rater.id);
    }
    return {all.begin(), all.end()};
  }

 private:
  using Set = std::set<const Instrument*>;

  void take(Set& set, const std::vector<std::string>& ids) const {
    for (const std::string& id : ids) take(set, id);
  }
  void take(Set& set, const std::string& id) const {
    if (const auto found = instruments_.find(id); found != instruments_.end())
      set.insert(&found->second);
  }
  void used(Set& set, const Rating& rating) const {
    for (const Sheet& sheet : rating.form.sheets) take(set, sheet.instrument);
    for (const Mark& mark : rating.form.marks) take(set, mark.instrument);
  }

  const std::map<std::string, Instrument>& instruments_;
  std::map<std::pair<std::string, std::string>, Set> given_;
  std::map<std::string, Set> used_;
};

std::vector<TurnNumber> replies_of(const Book& book, const RatedTalk& talk) {
  if (talk.program && !talk.program->turns().empty()) return talk.program->turns();
  std::vector<TurnNumber> out;
  const auto found = book.talks.find(talk.id);
  if (found == book.talks.end()) return out;
  for (const conversation::Turn& turn : found->second.turns)
    if (turn.speaker == conversation::Speaker::supporter)
      out.push_back(static_cast<TurnNumber>(out.size()) + 1);
  return out;
}

bool was_asked(const RatedTalk::Given& given, const Instrument* instrument) {
  return std::ranges::find(given.asked, instrument) != given.asked.end();
}

void take_marks(std::vector<Place>& places, const RatedTalk::Given& given, const Measure& measure) {
  for (Place& place : places) place.opinions.push_back({given.rating, given.column, 0, 0, {}});
  for (const Mark& mark : given.rating->form.marks) {
    if (mark.code != measure.code->id || mark.instrument != measure.instrument->id) continue;
    const auto at = std::ranges::find(places, std::optional(mark.turn), &Place::turn);
    if (at == places.end()) continue;
    Opinion& opinion = at->opinions.back();
    opinion.value = 1;
    opinion.severity = std::max(opinion.severity, mark.severity);
    if (opinion.text.empty()) opinion.text = mark.text;
  }
}

void take_answers(std::vector<Place>& places, const RatedTalk::Given& given,
                  const Measure& measure) {
  for (const Sheet& sheet : given.rating->form.sheets) {
    if (sheet.instrument != measure.instrument->id) continue;
    const auto answer = sheet.answers.find(measure.item->id);
    if (answer == sheet.answers.end()) continue;
    auto at = std::ranges::find(places, sheet.turn, &Place::turn);
    if (at == places.end()) at = places.insert(places.end(), Place{.turn = sheet.turn});
    at->opinions.push_back(
        {given.rating, given.column, static_cast<double>(answer->second), 0, {}});
  }
}

/// The supporter's own answer, on a place of its own where nobody else speaks of the talk.
void take_self(std::vector<Place>& places, const RatedTalk& talk, const Measure& measure) {
  if (talk.beneath == nullptr || measure.item == nullptr) return;
  const auto answers = talk.beneath->self.find(measure.instrument->id);
  if (answers == talk.beneath->self.end()) return;
  const auto answer = answers->second.find(measure.item->id);
  if (answer == answers->second.end()) return;
  auto at = std::ranges::find(places, std::optional<TurnNumber>(), &Place::turn);
  if (at == places.end()) at = places.insert(places.begin(), Place{});
  at->self = answer->second;
}

std::vector<double> expert_values(const Place& place) {
  std::vector<double> values;
  for (const Opinion& opinion : place.opinions)
    if (opinion.column == Column::expert) values.push_back(opinion.value);
  std::ranges::sort(values);
  return values;
}

/// The most values that lie within `reach` of the least of them.
std::size_t most_alike(const std::vector<double>& rising, double reach) {
  std::size_t most = 0;
  for (std::size_t i = 0, end = 0; i < rising.size(); ++i) {
    while (end < rising.size() && rising[end] <= rising[i] + reach) ++end;
    most = std::max(most, end - i);
  }
  return most;
}

}  // namespace

std::string_view name(Column column) {
  return kNames[static_cast<std::size_t>(column)];
}

std::optional<Column> column(std::string_view name) {
  const auto at = std::ranges::find(kNames, name);
  if (at == kNames.end()) return std::nullopt;
  return static_cast<Column>(at - kNames.begin());
}

std::optional<Column> column(RaterKind kind) {
  switch (kind) {
    case RaterKind::self:
      return Column::self;
    case RaterKind::peer:
      return Column::peer;
    case RaterKind::expert:
      return Column::expert;
    case RaterKind::lived_experience:
      return Column::lived_experience;
    default:
      return std::nullopt;
  }
}

std::string Measure::id() const {
  return instrument->id + "." + what();
}

std::optional<double> Place::of(Column column) const {
  if (column == Column::program) return program;
  if (column == Column::self && self) return self;
  double sum = 0, n = 0;
  for (const Opinion& opinion : opinions) {
    if (opinion.column != column) continue;
    sum += opinion.value;
    n += 1;
  }
  return n > 0 ? std::optional(sum / n) : std::nullopt;
}

bool Place::experts_differ(const Measure& measure) const {
  if (settled != nullptr) return settled->open;
  const std::vector<double> values = expert_values(*this);
  const double reach = measure.code != nullptr ? 0 : 1;
  return !values.empty() && 2 * most_alike(values, reach) <= values.size();
}

std::optional<double> Place::truth(const Measure& measure) const {
  if (experts_differ(measure)) return std::nullopt;
  if (settled != nullptr && settled->value)
    return measure.code != nullptr ? (*settled->value > 0 ? 1 : 0) : *settled->value;
  const auto mean = of(Column::expert);
  if (!mean || measure.item != nullptr) return mean;
  return *mean > 0.5 ? 1 : 0;
}

Evidence::Evidence(const Book& book, const std::map<std::string, Instrument>& instruments,
                   const std::map<std::string, Beneath>& beneath)
    : book_(book) {
  for (const ProgramScore& score : program_scores()) in_use_.push_back(book.trust.in_use(score.id));
  take_talks(instruments, beneath);
  take_measures(instruments);
}

void Evidence::take_talks(const std::map<std::string, Instrument>& instruments,
                          const std::map<std::string, Beneath>& beneath) {
  const Asked asked(book_, instruments);
  for (const Rating* rating : book_.counting()) {
    const auto whose = column(rating->rater.kind);
    if (!whose) continue;
    if (talks_.empty() || talks_.back().id != rating->talk) {
      RatedTalk& talk = talks_.emplace_back(RatedTalk{.id = rating->talk});
      if (const auto found = beneath.find(talk.id); found != beneath.end()) {
        talk.beneath = &found->second;
        talk.program.emplace(found->second);
      }
      talk.replies = replies_of(book_, talk);
    }
    talks_.back().ratings.push_back({rating, *whose, asked.of(*rating)});
  }
  for (const Settled* settled : book_.settlements()) {
    const auto talk = std::ranges::lower_bound(talks_, settled->talk, {}, &RatedTalk::id);
    if (talk != talks_.end() && talk->id == settled->talk) talk->settled.push_back(settled);
  }
}

void Evidence::take_measures(const std::map<std::string, Instrument>& instruments) {
  std::set<std::string> used;
  for (const RatedTalk& talk : talks_)
    for (const auto& given : talk.ratings)
      for (const Instrument* instrument : given.asked) used.insert(instrument->id);
  for (const std::string& id : used)
    for (const Item& item : instruments.at(id).items)
      measures_.push_back({&instruments.at(id), &item, nullptr, {}});
  for (const std::string& id : used)
    for (const Code& code : instruments.at(id).codes)
      measures_.push_back({&instruments.at(id), nullptr, &code, {}});
  for (Measure& measure : measures_) {
    for (std::size_t i = 0; i < program_scores().size(); ++i) {
      const ProgramScore& score = program_scores()[i];
      if (score.kind == ProgramScore::Kind::concern) continue;
      if (score.instrument != measure.instrument->id) continue;
      if (std::ranges::find(score.what, measure.what()) != score.what.end())
        measure.scores.push_back(i);
    }
  }
}

const Measure* Evidence::measure(std::string_view id) const {
  const auto found = std::ranges::find(measures_, id, &Measure::id);
  return found == measures_.end() ? nullptr : &*found;
}

std::vector<Place> Evidence::places(const RatedTalk& talk, const Measure& measure) const {
  std::vector<Place> places;
  const bool anybody = std::ranges::any_of(
      talk.ratings, [&](const auto& given) { return was_asked(given, measure.instrument); });
  if (measure.code != nullptr && anybody) {
    places.reserve(talk.replies.size());
    for (const TurnNumber turn : talk.replies) {
      places.push_back({.turn = turn});
      places.back().opinions.reserve(talk.ratings.size());
    }
  }
  for (const auto& given : talk.ratings) {
    if (!was_asked(given, measure.instrument)) continue;
    measure.code != nullptr ? take_marks(places, given, measure)
                            : take_answers(places, given, measure);
  }
  take_self(places, talk, measure);
  for (Place& place : places) judge(place, talk, measure);
  return places;
}

/// What the program says there, and what was settled.
void Evidence::judge(Place& place, const RatedTalk& talk, const Measure& measure) const {
  for (const std::size_t score : measure.scores) {
    const auto says = program(talk, score, place.turn);
    if (says) place.program = std::max(*says, place.program.value_or(*says));
  }
  for (const Settled* settled : talk.settled)
    if (settled->turn == place.turn && settled->what == measure.what() &&
        settled->instrument == measure.instrument->id)
      place.settled = settled;
}

std::optional<double> Evidence::program(const RatedTalk& talk, std::size_t score,
                                        std::optional<TurnNumber> turn, As as) const {
  if (!talk.program) return std::nullopt;
  const auto says = talk.program->value(score, turn);
  const Recalibrated* calibrated = in_use_[score];
  if (!says || calibrated == nullptr || as == As::raw) return says;
  return calibrated->left[part(talk.id)].at(*says);
}

}  // namespace attune::review
