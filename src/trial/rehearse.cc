#include "trial/rehearse.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>

#include "base/draw.h"

namespace attune::trial {
namespace {

using base::Result;

// Where a value comes from, all in one unit. Our choice: on one talk, raters differ from one
// another about as much as people do.
constexpr double kPerson = 0.6, kTalk = 0.5;              // of who spoke, of one talk of theirs
constexpr double kRater = 0.3, kSees = 0.6, kItem = 0.7;  // of who rates, and on this talk, item
constexpr double kLater = 0.5;   // what changes for one person from before to after
constexpr double kRange = 6;     // standard deviations from one end of a scale to the other
constexpr int kLikelyCount = 8;  // where a count has no upper end of its own
constexpr auto kDay = std::chrono::hours(24);

struct Chance {
  std::uint64_t seed;

  [[nodiscard]] double share(std::uint64_t at, const std::string& purpose) const {
    return base::draw(seed, at, purpose);
  }
  /// Standard normal, by Box and Muller (1958).
  [[nodiscard]] double normal(std::uint64_t at, const std::string& purpose) const {
    const double radius = std::sqrt(-2 * std::log1p(-share(at, purpose + " r")));
    return radius * std::cos(2 * std::numbers::pi * share(at, purpose + " a"));
  }
};

/// The answers of somebody who stands `level` standard deviations above the middle.
review::Answers answers(const review::Instrument& instrument, double level, const Chance& chance,
                        std::uint64_t at, const std::string& purpose) {
  review::Answers all;
  for (const review::Item& item : instrument.items) {
    const double high = item.count ? kLikelyCount : item.high, low = item.low;
    const double told = level + kItem * chance.normal(at, purpose + " " + item.id);
    const double value = (low + high) / 2 + (item.reverse ? -1 : 1) * told * (high - low) / kRange;
    all[item.id] = static_cast<int>(std::clamp(std::round(value), low, high));
  }
  return all;
}

/// The items that a score is made of.
std::vector<std::string> items_of(const review::Instrument& instrument, const std::string& id) {
  for (const review::Subscale& one : instrument.subscales)
    if (one.id == id) return one.items;
  return {id};
}

/// How much one item adds to the variance, rounding to whole answers (1/12) included.
double item_variance(const review::Instrument& instrument, const std::string& score) {
  const std::vector<std::string> items = items_of(instrument, score);
  const review::Item* item = instrument.item(items.front());
  if (item == nullptr) return 0;
  const double range = (item->count ? kLikelyCount : item->high) - item->low;
  const double rounding = kRange * kRange / (range * range) / 12;
  return (kItem * kItem + rounding) / static_cast<double>(items.size());
}

class Playing {
 public:
  Playing(const Plan& plan, const Known& known, const Rehearsal& how)
      : plan_(plan), known_(known), how_(how), chance_{how.seed}, shift_(how.effect * unit()) {}

  Result<Rehearsed> play(const std::string& text);

 private:
  [[nodiscard]] double unit() const;
  [[nodiscard]] double shift(const std::string& condition) const {
    return condition == plan_.primary.first ? shift_ : 0;
  }
  Result<void> add(const Result<Entries>& entries);
  Result<void> person(int number);
  Result<void> talks(const std::string& account, int number, const Arm& arm);
  std::vector<review::Sheet> questionnaire(const std::vector<std::string>& ids, int number,
                                           const std::string& when, double level);
  void rate(const std::string& session, int number, std::size_t talk, double level);

  const Plan& plan_;
  const Known& known_;
  const Rehearsal& how_;
  const Chance chance_;
  const double shift_;
  Rehearsed out_;
  review::Batch batch_;
  base::Instant now_{};
};

/// The standard deviation that the primary test rests on: of a person's value, or of the
/// difference of their two.
double Playing::unit() const {
  const Outcome& primary = plan_.primary;
  const auto found = known_.instruments.find(primary.instrument);
  if (found == known_.instruments.end()) return 1;
  const double item = item_variance(found->second, primary.score);
  if (primary.measure == Measure::after)
    return std::sqrt(kPerson * kPerson + kLater * kLater + item);
  if (primary.measure == Measure::change) return std::sqrt(kLater * kLater + 2 * item);
  double talks = 1;
  for (const Arm& arm : plan_.arms)
    talks = std::max(
        talks, static_cast<double>(std::ranges::count(arm.talks, primary.first, &Talk::condition)));
  const double within = (kTalk * kTalk + (kSees * kSees + item) / plan_.raters) / talks;
  return std::sqrt(is_paired(primary.test) ? 2 * within : kPerson * kPerson + within);
}

Result<void> Playing::add(const Result<Entries>& entries) {
  if (!entries) return tl::unexpected(entries.error());
  for (const Entry& one : *entries)
    if (auto taken = fold(out_.entered, one, now_, out_.entered.last + 1); !taken) return taken;
  return {};
}

std::vector<review::Sheet> Playing::questionnaire(const std::vector<std::string>& ids, int number,
                                                  const std::string& when, double level) {
  std::vector<review::Sheet> all;
  for (const std::string& id : ids)
    all.push_back({id, std::nullopt,
                   answers(known_.instruments.at(id), level, chance_,
                           static_cast<std::uint64_t>(number), when + " " + id)});
  return all;
}

void Playing::rate(const std::string& session, int number, std::size_t talk, double level) {
  for (const std::string& rater : batch_.raters) {
    const std::string purpose = "talk " + std::to_string(talk) + " " + rater;
    const double own =
        kRater * chance_.normal(0, rater) +
        kSees * chance_.normal(static_cast<std::uint64_t>(number), "sees " + purpose);
    review::Rating rating{.task = session + " " + rater, .talk = session};
    rating.rater = {rater, review::RaterKind::expert, ""};
    for (const std::string& id : plan_.rated_with)
      rating.form.sheets.push_back(
          {id, std::nullopt,
           answers(known_.instruments.at(id), level + own, chance_,
                   static_cast<std::uint64_t>(number), purpose + " " + id)});
    rating.at = now_;
    review::fold(out_.book, std::move(rating));
  }
  batch_.talks.push_back(session);
}

Result<void> Playing::talks(const std::string& account, int number, const Arm& arm) {
  const auto at = static_cast<std::uint64_t>(number);
  const double person = kPerson * chance_.normal(at, "person");
  for (std::size_t i = 0; i < arm.talks.size(); ++i) {
    now_ += kDay;
    const std::string nth = std::to_string(i + 1);
    if (chance_.share(at, "stops " + nth) < how_.lost / static_cast<double>(arm.talks.size()))
      return chance_.share(at, "leaves") < 0.5
                 ? add(consent(out_.entered, plan_.id, account, false))
                 : Result<void>{};
    const std::string session = "rehearsed-" + std::to_string(number) + "-" + nth;
    if (auto begun = add(begin_talk(out_.entered, plan_.id, account, session)); !begun)
      return begun;
    if (auto done = add(finish_talk(out_.entered, plan_.id, account)); !done) return done;
    rate(session, number, i,
         person + kTalk * chance_.normal(at, "talk " + nth) + shift(arm.talks[i].condition));
  }
  if (plan_.after.empty()) return {};
  const bool first = arm.holds(plan_.primary.first);
  const double level = kPerson * chance_.normal(at, "sure") + kLater * chance_.normal(at, "later") +
                       (plan_.primary.measure != Measure::ratings && first ? shift_ : 0);
  return add(answer(out_.entered, plan_.id, account,
                    questionnaire(plan_.after, number, "after", level), known_.instruments));
}

Result<void> Playing::person(int number) {
  const std::string account = "person-" + std::to_string(number);
  const auto at = static_cast<std::uint64_t>(number);
  now_ = base::Instant{} + kDay * (number / 4);
  if (auto in = add(enroll(out_.entered, plan_.id, {{account, ""}}, "rehearsal")); !in) return in;
  const bool agrees = chance_.share(at, "agrees") >= how_.lost;
  if (auto said = add(consent(out_.entered, plan_.id, account, agrees)); !said || !agrees)
    return said;
  if (!plan_.before.empty()) {
    const double level = kPerson * chance_.normal(at, "sure");
    auto told =
        add(answer(out_.entered, plan_.id, account,
                   questionnaire(plan_.before, number, "before", level), known_.instruments));
    if (!told) return told;
  }
  const Participant* joined = out_.entered.trials.at(plan_.id).find(account);
  return talks(account, number, plan_.arm(joined->arm));
}

Result<Rehearsed> Playing::play(const std::string& text) {
  batch_ = {.id = "rehearsal", .title = plan_.title, .instruments = plan_.rated_with};
  batch_.trial = plan_.id;
  for (int i = 1; i <= plan_.raters; ++i) batch_.raters.push_back("rater-" + std::to_string(i));
  // A rehearsal begins with the first edition, whichever is rehearsed.
  base::expects(fold(out_.entered, Planned{plan_.id, text, "rehearsal"}, now_, 1).has_value());
  const auto salt = static_cast<std::uint64_t>(chance_.share(0, "salt") * 0x1.0p53);
  if (auto done = add(freeze(out_.entered, plan_.id, salt, "rehearsal")); !done)
    return tl::unexpected(done.error());
  const int people = how_.people > 0 ? how_.people : plan_.sample.people;
  for (int i = 1; i <= people; ++i)
    if (auto done = person(i); !done) return tl::unexpected(done.error());
  if (auto done = add(close(out_.entered, plan_.id, "rehearsal")); !done)
    return tl::unexpected(done.error());
  review::fold(out_.book, std::move(batch_));
  return std::move(out_);
}

}  // namespace

Result<Rehearsed> rehearse(const std::string& text, const Known& known, const Rehearsal& how) {
  const auto plan = parse_plan(text, "plan", &known);
  if (!plan) return tl::unexpected(plan.error());
  return Playing(*plan, known, how).play(text);
}

Source source(const Rehearsed& rehearsed,
              const std::map<std::string, review::Instrument>& instruments) {
  const Trial& trial = rehearsed.entered.trials.begin()->second;
  return {.trial = trial,
          .book = rehearsed.book,
          .instruments = instruments,
          .counts = [](const std::string&) { return true; },
          .now = trial.closed.value_or(base::Instant{}),
          .simulated = true};
}

}  // namespace attune::trial
