#include "study/raters.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/draw.h"

namespace attune::study {
namespace {

using conversation::TurnNumber;
using review::RaterKind;

constexpr double kSpread = 0.5;  // of severity, in log-odds, from the middle to either end
constexpr double kPointsOfSeverity = 0.3;  // of an item, for each unit of severity
constexpr double kNoise = 0.7;             // of an item: standard deviation, in points
constexpr int kHighest = 5;

/// How often a code is marked where the fault is, and where it is not.
struct Rates {
  double hit = 0, alarm = 0;
};

struct CodeRates {
  const char* code;
  Rates peer, expert;
};

// Peers take kindly meant advice and comfort for what they are meant as; both hear a lecture.
// Nobody plants over-validation: what is marked of it is error, and the same on both sides.
constexpr std::array kCodes{
    CodeRates{"missed_cue", {0.20, 0.02}, {0.65, 0.04}},
    CodeRates{"premature_advice", {0.15, 0.02}, {0.80, 0.03}},
    CodeRates{"lecturing", {0.60, 0.03}, {0.60, 0.03}},
    CodeRates{"over_validation", {0.02, 0.02}, {0.02, 0.02}},
    CodeRates{"false_reassurance", {0.20, 0.02}, {0.70, 0.03}},
};

/// By how many points an item falls if every reply had the fault, in the order of `kFaults`.
constexpr std::array kFaults{"premature_advice", "false_reassurance", "lecturing", "missed_cue"};
using Weights = std::array<double, kFaults.size()>;

struct ItemWeights {
  const char* item;
  Weights peer, expert;
};

// Comfort lifts what peers say of the first two. The third is planted alike on both sides.
constexpr std::array kItems{
    ItemWeights{"understood", {0, -1, 2, 1}, {1.5, 2, 2, 5}},
    ItemWeights{"stayed", {0, -1, 2, 1}, {2, 4, 2, 5}},
    ItemWeights{"room", {3, 1, 4, 0}, {3, 1, 4, 0}},
};
constexpr double kFaultless = 4.2;  // what an item has without any fault
constexpr double kSelf = 4.0;       // what supporters give themselves, whatever they did
constexpr double kSelfSound = 3.4;  // and the sound ones, who doubt more

constexpr std::array<std::array<const char*, 2>, kCodes.size()> kReasons{{
    {"Something heavy was let slip just before this, and the reply goes on to something else.",
     "Their last words wanted a question. They got none."},
    {"A plan, before it is clear what weighs on them.", "Nobody had asked for an idea yet."},
    {"True perhaps, and long, and hardly about them.", "The person becomes an audience here."},
    {"Warm, and it would fit any words at all.", "Agrees with all of it at once."},
    {"Nobody can promise that, and it leaves them alone with the doubt.",
     "Meant as comfort. What arrives is that it is not so bad."},
}};

double logistic(double x) {
  return 1 / (1 + std::exp(-x));
}

double below(double x) {  // the normal distribution
  return std::erfc(-x / std::sqrt(2.0)) / 2;
}

std::size_t place(const std::string& code) {
  const auto at = std::ranges::find(kCodes, code, &CodeRates::code);
  base::expects(at != kCodes.end());
  return static_cast<std::size_t>(at - kCodes.begin());
}

double points(const SimulatedRater& rater, const std::string& item, const PlantedTalk& talk) {
  if (rater.who.kind == RaterKind::self) return talk.leaning == Leaning::sound ? kSelfSound : kSelf;
  const auto weights = std::ranges::find(kItems, item, &ItemWeights::item);
  base::expects(weights != kItems.end());
  const Weights& of = rater.who.kind == RaterKind::expert ? weights->expert : weights->peer;
  double sum = kFaultless - kPointsOfSeverity * rater.severity;
  for (std::size_t i = 0; i < kFaults.size(); ++i) sum -= of[i] * talk.share(kFaults[i]);
  return sum;
}

/// Draws for one rater and one talk.
class Dice {
 public:
  Dice(std::uint64_t seed, const PlantedTalk& talk, const SimulatedRater& rater)
      : seed_(seed), about_(talk.id + "/" + rater.who.id + "/") {}

  double draw(const std::string& what, TurnNumber turn = 0) const {
    return base::draw(seed_, static_cast<std::uint64_t>(turn), about_ + what);
  }
  std::size_t index(const std::string& what, TurnNumber turn, std::size_t size) const {
    return base::draw_index(seed_, static_cast<std::uint64_t>(turn), about_ + what, size);
  }

 private:
  std::uint64_t seed_;
  std::string about_;
};

review::Mark mark(const SimulatedRater& rater, const Dice& dice, const std::string& code,
                  TurnNumber turn) {
  const bool expert = rater.who.kind == RaterKind::expert;
  review::Mark one{.instrument = "critique", .code = code, .turn = turn};
  one.severity = static_cast<int>(dice.index(code + " severity", turn, 2)) + (expert ? 2 : 1);
  if (expert) one.text = kReasons[place(code)][dice.index(code + " reason", turn, 2)];
  return one;
}

}  // namespace

bool PlantedTalk::has(TurnNumber turn, const std::string& code) const {
  const auto at = faults.find(turn);
  return at != faults.end() && at->second.contains(code);
}

double PlantedTalk::share(const std::string& code) const {
  const auto found =
      std::ranges::count_if(faults, [&](const auto& reply) { return reply.second.contains(code); });
  return replies == 0 ? 0 : static_cast<double>(found) / replies;
}

const std::vector<std::string>& rated_codes() {
  static const std::vector<std::string> kAll = [] {
    std::vector<std::string> all;
    for (const CodeRates& one : kCodes) all.emplace_back(one.code);
    return all;
  }();
  return kAll;
}

const std::vector<std::string>& rated_items() {
  static const std::vector<std::string> kAll = [] {
    std::vector<std::string> all;
    for (const ItemWeights& one : kItems) all.emplace_back(one.item);
    return all;
  }();
  return kAll;
}

std::vector<SimulatedRater> simulated_raters(RaterKind kind, int count) {
  std::vector<SimulatedRater> all;
  for (int i = 0; i < count; ++i) {
    const double place = count > 1 ? 2.0 * i / (count - 1) - 1 : 0;
    all.push_back({{"simulated-" + std::string(name(kind)) + "-" + std::to_string(i + 1), kind, ""},
                   kSpread * place});
  }
  return all;
}

double chance(const SimulatedRater& rater, const std::string& code, bool there) {
  const CodeRates& of = kCodes[place(code)];
  const Rates& rates = rater.who.kind == RaterKind::expert ? of.expert : of.peer;
  const double usual = there ? rates.hit : rates.alarm;
  return logistic(std::log(usual / (1 - usual)) + rater.severity);
}

std::vector<double> chances(const SimulatedRater& rater, const std::string& item,
                            const PlantedTalk& talk) {
  const double middle = points(rater, item, talk);
  std::vector<double> all;
  double before = 0;
  for (int value = 1; value <= kHighest; ++value) {
    const double up_to = value == kHighest ? 1 : below((value + 0.5 - middle) / kNoise);
    all.push_back(up_to - before);
    before = up_to;
  }
  return all;
}

double expected(const SimulatedRater& rater, const std::string& item, const PlantedTalk& talk) {
  double mean = 0;
  int value = 0;
  for (const double likely : chances(rater, item, talk)) mean += ++value * likely;
  return mean;
}

review::Answers answers(const SimulatedRater& rater, const PlantedTalk& talk, std::uint64_t seed) {
  const Dice dice(seed, talk, rater);
  review::Answers all;
  for (const std::string& item : rated_items()) {
    double left = dice.draw(item);
    int value = 0;
    for (const double likely : chances(rater, item, talk)) {
      if (++value == kHighest || left < likely) break;
      left -= likely;
    }
    all[item] = value;
  }
  return all;
}

review::Form form(const SimulatedRater& rater, const PlantedTalk& talk, std::uint64_t seed) {
  const Dice dice(seed, talk, rater);
  review::Form form;
  form.sheets.push_back({"support-quality", std::nullopt, answers(rater, talk, seed)});
  for (TurnNumber turn = 1; turn <= talk.replies; ++turn)
    for (const std::string& code : rated_codes())
      if (dice.draw(code, turn) < chance(rater, code, talk.has(turn, code)))
        form.marks.push_back(mark(rater, dice, code, turn));
  form.seconds = std::round(60 + 20 * talk.replies * (0.5 + dice.draw("seconds")));
  return form;
}

}  // namespace attune::study
