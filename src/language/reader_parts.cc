#include "language/reader_parts.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "language/asks.h"
#include "language/context.h"
#include "language/empathy.h"
#include "language/evidence.h"
#include "language/risk_outputs.h"
#include "language/skill_outputs.h"

namespace attune::language {
namespace {

using conversation::kEmotions;
using conversation::Reading;
using conversation::Skill;
using conversation::Turn;

// Below these a head would rather not say. Our choice: about one turn in ten.
constexpr double kLeastLead = 0.06;
constexpr double kLeastTop = 0.28;
constexpr double kLeastSkillLead = 1.1;
constexpr double kLeastTalkLead = 1.1;
// No risk by its threshold, and nearly. Our choice.
constexpr double kNearlyRisk = 0.7;
// The score of a plain yes when asked about suicide. Our choice.
constexpr double kSaidYes = 0.8;

template <std::size_t N>
std::array<double, N> scores_of(const Linear& linear, const std::array<float, N>& raw) {
  std::array<double, N> scores{};
  for (std::size_t k = 0; k < N; ++k)
    scores[k] = static_cast<double>(linear.probability(k, raw[k]));
  return scores;
}

/// A score beside its threshold: 1 and more is above it.
double over(const Linear& linear, std::size_t output, double score) {
  return score / static_cast<double>(linear.calibration(output).threshold);
}

/// The first of two or more outputs that are furthest above their thresholds, and by how much.
struct Top {
  std::size_t output = 0;
  double lead = 0;  ///< its score beside its threshold over the next one's
};

Top top_of(const Linear& linear, std::span<const double> scores) {
  Top top;
  double best = -1, next = -1;
  for (std::size_t k = 0; k < scores.size(); ++k) {
    const double one = over(linear, k, scores[k]);
    if (one > best) {
      next = best;
      best = one;
      top.output = k;
    } else {
      next = std::max(next, one);
    }
  }
  top.lead = best / std::max(next, 1e-6);
  return top;
}

}  // namespace

void Reader::Parts::read_emotion(Scratch& scratch, Reading& reading) const {
  const auto fine = std::span(scratch.under).subspan(kEmotions, conversation::kFineEmotions);
  const auto raw = join.read(scratch.tokens, values<kEmotions>(kEmotion, scratch), fine);
  std::ranges::copy(raw, scratch.under.begin());
  auto& out = reading.emotion;
  out.scores = scores_of(heads[kEmotion], raw);
  for (std::size_t k = 0; k < kEmotions; ++k)
    if (over(heads[kEmotion], k, out.scores[k]) >= 1)
      out.labels.push_back(static_cast<conversation::Emotion>(k));
  const auto top = std::ranges::max_element(out.scores) - out.scores.begin();
  out.label = static_cast<conversation::Emotion>(top);
  explain(scratch.tokens,
          {"emotion:" + std::string(name(out.label)), heads[kEmotion], scratch.features,
           scratch.hits, static_cast<std::size_t>(top)},
          reading.why);
  auto scores = out.scores;
  std::ranges::partial_sort(scores, scores.begin() + 2, std::greater<>());
  if (scores[0] < kLeastTop || scores[0] - scores[1] < kLeastLead)
    reading.abstains.emplace_back("emotion");
}

void Reader::Parts::read_fine(Scratch& scratch, Reading& reading) const {
  const auto raw = values<conversation::kFineEmotions>(kFine, scratch);
  std::ranges::copy(raw, scratch.under.begin() + kEmotions);
  auto& out = reading.fine;
  out.scores = scores_of(heads[kFine], raw);
  for (std::size_t k = 0; k < raw.size(); ++k)
    if (over(heads[kFine], k, out.scores[k]) >= 1)
      out.labels.push_back(static_cast<conversation::FineEmotion>(k));
  const auto top = top_of(heads[kFine], out.scores).output;
  explain(scratch.tokens,
          {"fine:" + std::string(name(static_cast<conversation::FineEmotion>(top))), heads[kFine],
           scratch.features, scratch.hits, top},
          reading.why);
  if (out.labels.empty()) reading.abstains.emplace_back("fine");
}

double Reader::Parts::read_affect(Head head, Scratch& scratch, Reading& reading) const {
  const Linear& linear = heads[head];
  float raw = 0;
  index->hits(head, scratch.places, scratch.hits);
  linear.score(scratch.features, scratch.hits,
               std::span(scratch.under).first(linear.dense_inputs()), {&raw, 1});
  explain(scratch.tokens, {kHeadNames[head], linear, scratch.features, scratch.hits, 0},
          reading.why);
  const auto& c = linear.calibration(0);
  return std::clamp(static_cast<double>(c.slope * raw + c.offset), -1.0, 1.0);
}

void Reader::Parts::read_skills(std::span<const Turn> before, const Spoken& said, Scratch& scratch,
                                Reading& reading) const {
  namespace output = skill_output;
  const auto p = scores_of(heads[kSkillHead], values<output::kCount>(kSkillHead, scratch));
  const Top main = top_of(heads[kSkillHead], std::span(p).first(output::kMains));
  auto& out = reading.skills.emplace();
  out.main = static_cast<conversation::MainSkill>(main.output);
  const auto holds = [&](std::size_t which) {
    return over(heads[kSkillHead], which, p[which]) >= 1 || main.output + output::kAsks == which;
  };
  const auto add = [&](Skill skill, double score, bool above) {
    out.scores[static_cast<std::size_t>(skill)] = score;
    if (above) out.labels.push_back(skill);
  };
  const auto add_kinds = [&](std::size_t which, std::size_t kind, Skill yes, Skill no) {
    add(yes, p[which] * p[kind], holds(which) && p[kind] >= 0.5);
    add(no, p[which] * (1 - p[kind]), holds(which) && p[kind] < 0.5);
  };
  add_kinds(output::kAsks, output::kOpen, Skill::open_question, Skill::closed_question);
  add_kinds(output::kReflects, output::kComplex, Skill::complex_reflection,
            Skill::simple_reflection);
  const double advises = p[output::kInforms] * p[output::kAdvises];
  const bool is_advice = holds(output::kInforms) && p[output::kAdvises] >= 0.5;
  const bool leave = is_advice && has_leave(before, spelling);
  const double permitted = leave ? 1 : p[output::kPermitted];
  add(Skill::advise_with_permission, advises * permitted, is_advice && permitted >= 0.5);
  add(Skill::advise_without_permission, advises * (1 - permitted), is_advice && permitted < 0.5);
  add(Skill::give_information, p[output::kInforms] - advises,
      holds(output::kInforms) && !is_advice);
  for (std::size_t k = 0; k < output::kOwnCodes.size(); ++k)
    add(output::kOwnCodes[k], p[output::kCodes + k],
        over(heads[kSkillHead], output::kCodes + k, p[output::kCodes + k]) >= 1);
  add(Skill::other, p[output::kMains - 1], out.labels.empty());
  std::ranges::sort(out.labels);
  explain(scratch.tokens,
          {"skills:" + std::string(name(out.main)), heads[kSkillHead], scratch.features,
           scratch.hits, main.output},
          reading.why);
  if (main.lead < kLeastSkillLead) reading.abstains.emplace_back("skills");
  AsksFound asks = find_asks(said);
  asks.asks.advice = out.advises() || out.has(Skill::direct);
  asks.asks.permission = asks.asks.permission || leave;
  reading.asks = asks.asks;
  reading.why.insert(reading.why.end(), asks.why.begin(), asks.why.end());
}

void Reader::Parts::read_concerns(const Exchange& exchange, const Scratch& scratch,
                                  Reading& reading) const {
  namespace output = skill_output;
  using conversation::Area;
  const ConcernsFound found = find_concerns(reading, exchange);
  reading.concerns = found.concerns;
  reading.why.insert(reading.why.end(), found.why.begin(), found.why.end());
  constexpr auto kOwn = std::ranges::find(output::kOwnCodes, Skill::self_disclosure);
  constexpr auto kDiscloses =
      output::kCodes + static_cast<std::size_t>(kOwn - output::kOwnCodes.begin());
  const auto add_words = [&](Area area, std::size_t which) {
    if (found.concerns[area] <= share_faulted(area)) return;
    std::vector<conversation::Evidence> carried;
    explain(scratch.tokens,
            {"concerns:" + std::string(name(area)), heads[kSkillHead], scratch.features,
             scratch.hits, which},
            carried);
    std::ranges::copy_if(carried, std::back_inserter(reading.why),
                         [](const auto& one) { return one.weight > 0; });
  };
  add_words(Area::suggestions, output::kAdvises);
  add_words(Area::reflections, output::kReflects);
  add_words(Area::self_disclosure, kDiscloses);
}

void Reader::Parts::read_empathy(const std::string& text, Scratch& scratch,
                                 Reading& reading) const {
  auto raw = values<kEmpathyOutputs>(kEmpathy, scratch);
  thread_local Linear::Hits places, hits;
  add_best_sentence(
      text, spelling,
      [&](const Features& features, std::span<float> values) {
        places.clear();
        index->find(features, 0, places);
        index->hits(kEmpathy, places, hits);
        heads[kEmpathy].score(features, hits, {}, values);
      },
      raw);
  const auto p = scores_of(heads[kEmpathy], raw);
  auto& out = reading.empathy.emplace();
  for (std::size_t m = 0; m < conversation::kMechanisms; ++m) {
    const std::size_t there = 2 * m, strongly = there + 1;
    out.scores[m] = p[there] * (1 + p[strongly]) / 2;
    if (over(heads[kEmpathy], there, p[there]) < 1) continue;
    out.levels[m] = over(heads[kEmpathy], strongly, p[strongly]) >= 1 ? 2 : 1;
    explain(scratch.tokens,
            {"empathy:" + std::string(name(static_cast<conversation::Mechanism>(m))),
             heads[kEmpathy], scratch.features, scratch.hits, there},
            reading.why);
  }
}

void Reader::Parts::read_talk(Scratch& scratch, Reading& reading) const {
  auto& out = reading.talk.emplace();
  const auto dense = std::span(scratch.under).subspan(kUnderHeads);
  out.scores = scores_of(heads[kTalk], values<conversation::kTalks>(kTalk, scratch, dense));
  const Top top = top_of(heads[kTalk], out.scores);
  out.label = static_cast<conversation::Talk>(top.output);
  out.strength = out.scores[static_cast<std::size_t>(conversation::Talk::change)] -
                 out.scores[static_cast<std::size_t>(conversation::Talk::sustain)];
  explain(scratch.tokens,
          {"talk:" + std::string(name(out.label)), heads[kTalk], scratch.features, scratch.hits,
           top.output},
          reading.why);
  if (top.lead < kLeastTalkLead) reading.abstains.emplace_back("talk");
}

void Reader::Parts::read_risk(const Turn& turn, bool asked, Scratch& scratch,
                              Reading& reading) const {
  namespace output = risk_output;
  using conversation::RiskKind;
  using conversation::RiskLevel;
  const auto p = scores_of(heads[kRisk], values<output::kCount>(kRisk, scratch));
  auto& out = reading.risk.emplace();
  out.score = p[output::kSelf];
  int level = 0;
  for (const std::size_t k : {output::kAny, output::kModerate, output::kHigh}) {
    if (over(heads[kRisk], k, p[k]) < 1) break;
    ++level;
  }
  out.level = static_cast<RiskLevel>(level);
  const auto add = [&](RiskKind kind) {
    if (std::ranges::find(out.kinds, kind) == out.kinds.end()) out.kinds.push_back(kind);
  };
  if (level > 0)
    for (std::size_t k = 0; k < conversation::kRiskKinds; ++k)
      if (over(heads[kRisk], output::kKinds + k, p[output::kKinds + k]) >= 1)
        add(static_cast<RiskKind>(k));
  const double any = over(heads[kRisk], output::kAny, p[output::kAny]);
  if (any < 1 && any >= kNearlyRisk) reading.abstains.emplace_back("risk");
  if (asked && reply_of(turn.text) == Reply::yes) {
    out.level = std::max(out.level, RiskLevel::moderate);
    out.score = std::max(out.score, kSaidYes);
    add(RiskKind::ideation);
    std::ranges::sort(out.kinds);
  }
  if (out.level == RiskLevel::none) return;
  std::vector<conversation::Evidence> carried;
  explain(scratch.tokens, {"risk", heads[kRisk], scratch.features, scratch.hits, output::kAny},
          carried);
  for (const auto& one : carried) {
    if (one.weight > 0) out.spans.push_back({one.start, one.end});
    reading.why.push_back(one);
  }
  std::ranges::sort(out.spans, {}, &conversation::Span::start);
}

}  // namespace attune::language
