#include "review/trust.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iomanip>
#include <limits>
#include <sstream>

#include "review/map.h"
#include "stats/tally.h"

namespace attune::review {
namespace {

using conversation::TurnNumber;
using Kind = ProgramScore::Kind;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
/// A concern says "an expert would find fault" from here on.
constexpr double kSaid = 0.5;
/// Talks that a recalibration needs at least; our choice.
constexpr std::size_t kFewestToFit = 10;

/// One place where both the score and experts spoke.
struct Held {
  std::size_t talk = 0;  ///< by place in the evidence
  double raw = 0;        ///< what the score says by itself
  double in_use = 0;     ///< and as it is used
  double truth = 0;      ///< what experts hold right
};

/// Everything that a score is held against.
struct Holding {
  std::vector<Held> held;
  std::size_t talks = 0, forms = 0, differ = 0;
  double squares = 0, freedom = 0;  ///< of experts around their mean at each place

  [[nodiscard]] double spread() const { return freedom > 0 ? std::sqrt(squares / freedom) : kNone; }
};

/// The measures of experts that the score is held against.
std::vector<const Measure*> against(const Evidence& evidence, const ProgramScore& score) {
  std::vector<const Measure*> out;
  for (const Measure& measure : evidence.measures())
    if (measure.instrument->id == score.instrument &&
        std::ranges::find(score.what, measure.what()) != score.what.end())
      out.push_back(&measure);
  return out;
}

/// Several codes as one: each rater marks it who marks any of them.
std::vector<Place> places(const Evidence& evidence, const RatedTalk& talk,
                          const std::vector<const Measure*>& measures) {
  std::vector<Place> all = evidence.places(talk, *measures.front());
  for (std::size_t m = 1; m < measures.size(); ++m) {
    const std::vector<Place> more = evidence.places(talk, *measures[m]);
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t o = 0; o < all[i].opinions.size(); ++o)
        all[i].opinions[o].value = std::max(all[i].opinions[o].value, more[i].opinions[o].value);
      const Settled* other = more[i].settled;
      const bool weightier = other != nullptr && (other->open || other->value.value_or(0) > 0);
      if (all[i].settled == nullptr || weightier) all[i].settled = other;
    }
  }
  return all;
}

void take_spread(Holding& holding, const Place& place) {
  const auto mean = place.of(Column::expert);
  double n = 0;
  for (const Opinion& opinion : place.opinions) {
    if (opinion.column != Column::expert) continue;
    n += 1;
    holding.squares += (opinion.value - *mean) * (opinion.value - *mean);
  }
  holding.freedom += std::max(0.0, n - 1);
}

Holding hold(const Evidence& evidence, std::size_t score) {
  Holding out;
  const auto measures = against(evidence, program_scores()[score]);
  if (measures.empty()) return out;
  for (std::size_t t = 0; t < evidence.talks().size(); ++t) {
    const RatedTalk& talk = evidence.talks()[t];
    if (!talk.program) continue;
    const std::size_t before = out.held.size();
    for (const Place& place : places(evidence, talk, measures)) {
      const auto raw = evidence.program(talk, score, place.turn, Evidence::As::raw);
      if (!raw || !place.of(Column::expert)) continue;
      take_spread(out, place);
      const auto truth = place.truth(*measures.front());
      if (!truth) {
        ++out.differ;
        continue;
      }
      out.held.push_back({t, *raw, *evidence.program(talk, score, place.turn), *truth});
    }
    if (out.held.size() == before) continue;
    ++out.talks;
    for (const auto& given : talk.ratings)
      out.forms +=
          given.column == Column::expert &&
                  std::ranges::find(given.asked, measures.front()->instrument) != given.asked.end()
              ? 1
              : 0;
  }
  return out;
}

/// The values that a score and experts are brought to before they are compared.
std::vector<double> categories(const Evidence& evidence, const ProgramScore& score) {
  if (score.is_of_codes()) return {0, 1};
  const auto measures = against(evidence, score);
  std::vector<double> out;
  if (measures.empty()) return out;
  const Item& item = *measures.front()->item;
  for (int value = item.low; value <= item.high; ++value) out.push_back(value);
  return out;
}

double category(const ProgramScore& score, const std::vector<double>& categories, double value) {
  if (score.is_of_codes()) return value >= kSaid ? 1 : 0;
  return std::clamp(std::round(value), categories.front(), categories.back());
}

stats::Weights weights(const ProgramScore& score) {
  return score.is_of_codes() ? stats::Weights::identity : stats::Weights::quadratic;
}

/// Agreement of scores, all from the same draws.
class Agreements {
 public:
  explicit Agreements(const Evidence& evidence) : evidence_(evidence) {}

  void name(const ProgramScore& score) {
    categories_.push_back(categories(evidence_, score));
    scores_.push_back(&score);
    const stats::Coefficient kappa = stats::cohen_kappa(categories_.back(), weights(score));
    statistics_.push_back({width_, kappa.width, kappa.value});
    coefficients_.push_back(kappa);
    width_ += kappa.width;
  }

  void begin() { tally_ = stats::Tally(evidence_.talks().size(), width_); }

  void add(std::size_t at, std::size_t talk, double says, double truth) {
    const ProgramScore& score = *scores_[at];
    const std::array<double, 2> both{category(score, categories_[at], says),
                                     category(score, categories_[at], truth)};
    coefficients_[at].add(both, tally_.at(talk, statistics_[at].first, statistics_[at].width));
  }

  [[nodiscard]] std::vector<stats::Estimate> estimate() const {
    return stats::estimate_each(tally_, statistics_);
  }

 private:
  const Evidence& evidence_;
  std::size_t width_ = 0;
  std::vector<const ProgramScore*> scores_;
  std::vector<std::vector<double>> categories_;
  std::vector<stats::Coefficient> coefficients_;
  std::vector<stats::Statistic> statistics_;
  stats::Tally tally_{0, 0};
};

std::string rounded(double value) {
  std::ostringstream out;
  out << std::fixed << std::setprecision(2) << value;
  return out.str();
}

std::string figures(const ScoreTrust& one) {
  const char* kappa = one.score->is_of_codes() ? "κ " : "weighted κ ";
  return std::to_string(one.n) + " ratings, " + kappa + rounded(one.agreement.value) + " [" +
         rounded(one.agreement.low) + ", " + rounded(one.agreement.high) + "]";
}

std::string why_unknown(const ScoreTrust& one, std::size_t talks) {
  const auto counted = [](std::size_t n, const char* what) {
    return std::to_string(n) + " " + what + (n == 1 ? "" : "s");
  };
  if (one.score->what.empty()) return "experts have no code for this";
  const std::string so_far = counted(one.n, "rating") + " by experts of " + counted(talks, "talk");
  if (one.n < kFewestRatings) return so_far + ", it takes " + counted(kFewestRatings, "rating");
  if (talks < kFewestTalks) return so_far + ", it takes " + counted(kFewestTalks, "talk");
  return so_far + ", and too little in them differs to tell agreement from chance";
}

std::string held_against(const Evidence& evidence, const ProgramScore& score) {
  std::string out;
  for (const Measure* measure : against(evidence, score))
    out += (out.empty() ? "" : ", ") + measure->title();
  return out;
}

void judge(ScoreTrust& one, double floor, std::size_t talks) {
  using State = ScoreTrust::State;
  if (one.n < kFewestRatings || talks < kFewestTalks || std::isnan(one.agreement.low)) {
    one.text = "not yet measured here: " + why_unknown(one, talks);
    return;
  }
  one.state = one.agreement.value < floor ? State::not_yet : State::trusted;
  one.text =
      (one.state == State::trusted ? "trusted here: " : "not yet trusted here: ") + figures(one);
}

stats::Steps fit(const std::vector<Held>& held, const Evidence& evidence,
                 std::optional<std::size_t> without) {
  std::vector<double> x, y;
  for (const Held& one : held) {
    if (without && part(evidence.talks()[one.talk].id) == *without) continue;
    x.push_back(one.raw);
    y.push_back(one.truth);
  }
  return stats::isotonic(x, y);
}

}  // namespace

std::string_view name(ScoreTrust::State state) {
  constexpr std::array<std::string_view, 3> kNames{"trusted", "not_yet", "unknown"};
  return kNames[static_cast<std::size_t>(state)];
}

std::vector<ScoreTrust> trust(const Evidence& evidence) {
  std::vector<ScoreTrust> out;
  std::vector<std::size_t> talks;
  Agreements agreements(evidence);
  for (const ProgramScore& score : program_scores()) agreements.name(score);
  agreements.begin();
  for (std::size_t i = 0; i < program_scores().size(); ++i) {
    const ProgramScore& score = program_scores()[i];
    const Holding holding = hold(evidence, i);
    for (const Held& held : holding.held) agreements.add(i, held.talk, held.in_use, held.truth);
    const Recalibrated* version = evidence.book().trust.in_use(score.id);
    out.push_back({.score = &score,
                   .expert = held_against(evidence, score),
                   .n = holding.forms,
                   .statistic = score.is_of_codes() ? "cohen_kappa" : "cohen_kappa_quadratic",
                   .version = version == nullptr ? 0 : version->version,
                   .spread = holding.spread(),
                   .differ = holding.differ});
    talks.push_back(holding.talks);
  }
  const std::vector<stats::Estimate> estimates = agreements.estimate();
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].agreement = talks[i] > 0 ? estimates[i] : stats::Estimate{kNone, kNone, kNone};
    judge(out[i], evidence.book().trust.floor, talks[i]);
  }
  return out;
}

double grain(double spread) {
  if (std::isnan(spread)) return 0;
  constexpr std::array kGrains{0.1, 0.25, 0.5, 1.0, 2.0};
  const auto* found = std::ranges::lower_bound(kGrains, spread);
  return found == kGrains.end() ? kGrains.back() : *found;
}

double coarse(double value, double grain) {
  return grain > 0 ? std::round(value / grain) * grain : value;
}

base::Result<Recalibrated> recalibrate(const Evidence& evidence, std::string_view id) {
  const auto at = program_score(id);
  if (!at) return base::fail(base::Code::not_found, "there is no score of that name");
  const ProgramScore& score = program_scores()[*at];
  if (score.kind == Kind::remark || score.what.empty()) {
    return base::fail(base::Code::invalid,
                      "a remark is made or not, and some concerns are not judged by experts: "
                      "there is nothing to recalibrate in this score");
  }
  const Holding holding = hold(evidence, *at);
  if (holding.talks < kFewestToFit) {
    return base::fail(base::Code::invalid,
                      "recalibrating takes " + std::to_string(kFewestToFit) +
                          " talks that experts rated and agree on; there are " +
                          std::to_string(holding.talks));
  }
  Recalibrated made{.score = score.id, .steps = fit(holding.held, evidence, std::nullopt)};
  for (std::size_t i = 0; i < kParts; ++i) made.left.push_back(fit(holding.held, evidence, i));
  made.talks = holding.talks;
  const auto known = evidence.book().trust.versions.find(score.id);
  if (known != evidence.book().trust.versions.end())
    made.version = static_cast<int>(known->second.size()) + 1;
  Agreements agreements(evidence);
  agreements.name(score);
  agreements.name(score);
  agreements.begin();
  for (const Held& held : holding.held) {
    const stats::Steps& steps = made.left[part(evidence.talks()[held.talk].id)];
    agreements.add(0, held.talk, held.raw, held.truth);
    agreements.add(1, held.talk, steps.at(held.raw), held.truth);
  }
  const std::vector<stats::Estimate> both = agreements.estimate();
  made.before = both[0];
  made.after = both[1];
  return made;
}

}  // namespace attune::review
