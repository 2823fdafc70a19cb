#include "study/fit_mind.h"

#include <algorithm>
#include <array>

namespace attune::study {
namespace {

constexpr std::size_t kFewest = 15;  // turns; a slope of fewer is an anecdote: our choice

double change(const conversation::Cause& cause) {
  return cause.trust - cause.guard;
}

double change(const Exchange& exchange) {
  return exchange.weighed.trust - exchange.weighed.guard;
}

double due_to(const Exchange& exchange, const std::string& what) {
  double sum = 0;
  for (const conversation::Cause& cause : exchange.weighed.causes)
    if (cause.what == what) sum += change(cause);
  return sum;
}

struct Input {
  const char* coefficient;
  double (*of)(const Exchange&);
};

template <double language::Fit::*kOf>
double by_fit(const Exchange& exchange) {
  return exchange.fit.*kOf;
}
double by_reader(const Exchange& exchange) {
  return exchange.weighed.reflects;
}

constexpr std::array kInputs{Input{"met_content", by_fit<&language::Fit::content>},
                             Input{"met_feeling", by_fit<&language::Fit::feeling>},
                             Input{"met_follows", by_fit<&language::Fit::follows>},
                             Input{"met_reflects", by_reader},
                             Input{"met_autonomy", by_fit<&language::Fit::autonomy>},
                             Input{"met_together", by_fit<&language::Fit::together>}};

/// Its share in what met the client, of the gain from being met.
double share_of_met(const Exchange& exchange, const client::Dynamics& dynamics,
                    const Input& input) {
  double all = 0;
  for (const Input& one : kInputs) all += dynamics(one.coefficient) * one.of(exchange);
  if (all <= 0) return 0;
  return dynamics(input.coefficient) * input.of(exchange) / all * due_to(exchange, "met");
}

constexpr std::array kHarms{"pressure",  "lecture",   "advice",   "minimizes", "judges",
                            "quiz",      "formula",   "parrot",   "repeated",  "unanswered",
                            "off_topic", "own_story", "technique"};

class Fitter {
 public:
  Fitter(std::string by, std::span<const Exchange> exchanges, const Column& outcome)
      : by_(std::move(by)), exchanges_(exchanges), outcome_(outcome) {}

  [[nodiscard]] Scale scale() const { return {by_, slopes({}, {}).front()}; }

  /// `part` is what the coefficient brings; `value` makes the fitted one of the part's own slope by
  /// the slope of the whole.
  void fit(const std::string& name, double set, const Column& part,
           const std::function<double(double)>& value, std::vector<Fitted>& all) const {
    const auto turns = static_cast<std::size_t>(std::ranges::count_if(
        exchanges_, [&](const Exchange& exchange) { return part(exchange) != 0; }));
    if (turns < kFewest) return;
    const auto ratio = [&](const std::vector<double>& slopes) {
      return std::vector<double>{value(slopes[1] / slopes[0])};
    };
    all.push_back({name, by_, set, slopes(part, ratio).front(), turns});
  }

 private:
  [[nodiscard]] std::vector<Estimate> slopes(
      const Column& part,
      const std::function<std::vector<double>(const std::vector<double>&)>& derive) const {
    std::vector<Column> columns{[](const Exchange& exchange) { return change(exchange); }};
    if (part) columns.push_back(part);
    for (Column& last : last_answer()) columns.push_back(std::move(last));
    return within_talks(exchanges_, columns, outcome_, derive);
  }

  std::string by_;
  std::span<const Exchange> exchanges_;
  const Column& outcome_;
};

}  // namespace

bool Fitted::inside() const {
  return fitted.interval.low <= set && set <= fitted.interval.high;
}

bool Fitted::told() const {
  return fitted.interval.low > 0 || fitted.interval.high < 0;
}

MindFit fit_mind(const std::string& talks, std::span<const Exchange> exchanges,
                 const std::string& outcome, const Column& column,
                 const client::Dynamics& dynamics) {
  const Fitter fitter(outcome + ", " + talks, exchanges, column);
  MindFit fit{{fitter.scale()}, {}};
  if (!(fit.scales.front().slope.interval.low > 0)) return fit;
  const auto times = [](double set) { return [set](double more) { return set * (1 + more); }; };
  for (const Input& input : kInputs) {
    const double set = dynamics(input.coefficient);
    fitter.fit(
        input.coefficient, set,
        [&](const Exchange& exchange) { return share_of_met(exchange, dynamics, input); },
        times(set), fit.coefficients);
  }
  for (const std::string harm : kHarms) {
    const double set = dynamics(harm + "_trust");
    fitter.fit(
        harm + "_trust", set, [&](const Exchange& exchange) { return due_to(exchange, harm); },
        times(set), fit.coefficients);
  }
  // The dose shrinks by 1 / (1 + tires * more); to first order by tires for each turn more.
  const double tires = dynamics("technique_tires");
  fitter.fit(
      "technique_tires", tires,
      [](const Exchange& exchange) {
        return std::max(0.0, exchange.used - 1) * due_to(exchange, "met");
      },
      [&](double more) { return tires - more; }, fit.coefficients);
  return fit;
}

}  // namespace attune::study
