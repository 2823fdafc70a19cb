#include "client/weigh.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "client/move.h"

namespace attune::client {
namespace {

/// One turn on the scales: each reason adds to trust and guard, within the room that is left.
class Scales {
 public:
  Scales(const Case& person, const Dynamics& dynamics, const Standing& standing, const Heard& heard)
      : person_(person), dynamics_(dynamics), standing_(standing), heard_(heard) {
    const double late = std::max(0.0, heard.turn - dynamics("settling_after"));
    pace_ = 1 / (1 + late / dynamics("settling_span"));
  }

  Weighed weigh(const Cues& cues);

 private:
  void note_kind();
  void meet(const Cues& cues);
  void repeat();
  void hurt(const Cues& cues);
  void mend();
  void spare();

  [[nodiscard]] double says_back() const;
  [[nodiscard]] bool is_quiz() const;
  [[nodiscard]] double asked_before() const;
  [[nodiscard]] double asked() const;
  [[nodiscard]] double worn() const;
  [[nodiscard]] double stock() const;
  [[nodiscard]] double of(std::string_view name) const { return dynamics_(name); }
  [[nodiscard]] double remembered(const std::string& name) const {
    return recall(standing_.memory, name);
  }
  void gain(const std::string& what, double dose);
  void cost(const std::string& what, double dose);
  void slight(const std::string& what, double dose);
  void add(const std::string& what, double trust, double guard);

  const Case& person_;
  const Dynamics& dynamics_;
  const Standing& standing_;
  const Heard& heard_;
  double pace_ = 1;
  Weighed out_;
};

void Scales::add(const std::string& what, double trust, double guard) {
  const conversation::State& state = standing_.state;
  const double room = trust > 0 ? 1 - state.trust : of("loss_floor") + state.trust;
  const double wall = guard > 0 ? 1 - state.guard : state.guard;
  const conversation::Cause cause{what, rounded(trust * room * pace_),
                                  rounded(guard * wall * pace_)};
  if (cause.trust == 0 && cause.guard == 0) return;
  out_.trust += cause.trust;
  out_.guard += cause.guard;
  out_.causes.push_back(cause);
}

void Scales::gain(const std::string& what, double dose) {
  const double open = 1 - of("guardedness_slows") * person_.traits.guardedness;
  const double taken = dose / (1 + of("sore_slows") * remembered("sore"));
  add(what, of("trust_gain") * taken * open, -of("guard_ease") * taken);
}

void Scales::cost(const std::string& what, double dose) {
  if (dose <= 0) return;
  add(what, -of(what + "_trust") * dose, of(what + "_guard") * dose);
  out_.hurt = std::max(out_.hurt, std::min(1.0, dose));
}

void Scales::slight(const std::string& what, double dose) {
  const double hurt = out_.hurt;
  cost(what, dose);
  out_.hurt = std::max(hurt, of("slight_hurts") * std::clamp(dose, 0.0, 1.0));
}

void Scales::note_kind() {
  const language::Fit& fit = heard_.fit;
  const auto& asks = heard_.reading.asks;
  const auto& skills = heard_.reading.skills;
  out_.silence =
      heard_.text.find_first_not_of(" .\n\t\r") == std::string::npos || heard_.text == "\u2026";
  out_.asks_risk = asks && (asks->about_suicide || asks->about_safety) && !asks->leading;
  const bool labeled = skills && skills->advises();
  const bool advising = labeled && fit.pressure > 0;
  out_.offers = advising || fit.pressure > 0;
  out_.advises = (advising || fit.pressure >= 0.5) && fit.permission < 0.5 && fit.together < 0.5 &&
                 !out_.asks_risk;
  out_.wounds = std::max({fit.minimizes, fit.judges, fit.lecture}) >= 0.5 && fit.owns_miss < 0.5;
}

// The reader's score of a reflection.
double Scales::says_back() const {
  const auto& skills = heard_.reading.skills;
  if (!skills) return 0;
  return std::min(1.0, skills->score(conversation::Skill::simple_reflection) +
                           skills->score(conversation::Skill::complex_reflection));
}

void Scales::meet(const Cues& cues) {
  const language::Fit& fit = heard_.fit;
  const double warmth = 1 + of("warmth_seeking_feels") * (person_.traits.warmth_seeking - 0.5);
  const double sameness = std::max(fit.parrot, fit.repeated);
  if (fit.content + fit.feeling > 0) out_.reflects = says_back() * (1 - fit.owns_miss);
  const double met = of("met_content") * fit.content + of("met_feeling") * warmth * fit.feeling +
                     of("met_follows") * fit.follows + of("met_reflects") * out_.reflects +
                     of("met_cue") * cues.caught + of("met_autonomy") * fit.autonomy +
                     of("met_together") * fit.together;
  const double strange = (fit.feeling >= 1 ? of("foreign_felt") : 1) * fit.foreign;
  out_.met = std::clamp(met * (1 - sameness) * (1 - strange), 0.0, 1.0);
  if (out_.asks_risk) {
    const double again = std::max(0.0, asked_before() + 1 - of("asked_enough"));
    out_.met = std::max(out_.met * fit.content / (1 + again), asked());
  }
  const double used = remembered("used");
  const double fresh = 1 / (1 + of("technique_tires") * std::max(0.0, used - 1));
  const double own = 1 / (1 + of("bare_tires") * worn());
  out_.stock = stock();
  const double hollow = 1 - out_.stock * std::min(1.0, remembered("formulas") / of("stock_hollow"));
  const double half = of("dose_half");
  gain("met", own * fresh * hollow * out_.met * (1 + half) / (out_.met + half));
  if (cues.trap_met) gain("trap met", of("trap_met"));
  out_.opens = out_.met >= of("opens_at");
}

void Scales::repeat() {
  const double stale = std::max(0.0, remembered("used") - of("technique_enough"));
  slight("technique", stale);
  slight("formula", out_.stock * std::min(2.0, remembered("formulas")));
  cost("parrot", heard_.fit.parrot * (1 + std::min(2.0, remembered("parrots"))));
  slight("repeated", heard_.fit.repeated);
  slight("bare",
         std::min(1.0, worn()) * heard_.fit.bare * std::min(1.0, out_.met / of("opens_at")));
  out_.quizzes = is_quiz();
  const double run = out_.quizzes ? remembered("quizzes") + 1 - of("quiz_free") : 0;
  slight("quiz", std::clamp(run, 0.0, of("quiz_most")));
}

// After dying, or after a plan and safety: how often it was asked before.
double Scales::asked_before() const {
  return remembered(heard_.reading.asks->about_safety ? "asked_safety" : "asked_suicide");
}

// Who has listened may ask; out of the blue it does no harm, and meets them less.
double Scales::asked() const {
  if (asked_before() >= of("asked_enough")) return 0;
  const double heard = std::clamp(remembered("heard") / of("opens_at"), 0.0, 1.0);
  return of("met_asked") * (of("asked_cold") + (1 - of("asked_cold")) * heard) /
         (1 + asked_before());
}

// How far their own words given back, with nothing added, have been enough.
double Scales::worn() const {
  return std::max(0.0, remembered("bare") - of("bare_enough"));
}

// Words that would fit anyone: sympathy, "it's up to you", an apology where nothing is owed, a
// question about suicide that was answered and answered again.
double Scales::stock() const {
  if (out_.asks_risk && asked_before() >= of("asked_enough")) return 1;
  const bool owed = remembered("owed_trust") + remembered("owed_guard") >= of("owed_least");
  return std::max({heard_.fit.formula, heard_.fit.autonomy, owed ? 0 : heard_.fit.owns_miss});
}

// A question with no sign of having heard: no invitation, none of the client's words, no feeling.
bool Scales::is_quiz() const {
  const auto& skills = heard_.reading.skills;
  return skills && skills->main == conversation::MainSkill::question && !out_.asks_risk &&
         std::max(heard_.fit.follows, heard_.fit.feeling) < of("quiz_heard");
}

void Scales::hurt(const Cues& cues) {
  const language::Fit& fit = heard_.fit;
  const double bristle = 0.5 + person_.traits.reactance;
  const double thin = 1.5 - person_.traits.patience;
  const double told = 1 - says_back();  // what they said themselves sounds like pressing too
  cost("pressure", fit.pressure * bristle * (1 - fit.permission) * told);
  cost("lecture", fit.lecture * bristle * told);
  const double of_them = fit.owns_miss < 0.5 ? 1 : 0;  // "that was stupid of me" judges oneself
  cost("minimizes", of_them * fit.minimizes);
  cost("judges", of_them * fit.judges);
  slight("unanswered", fit.unanswered * thin);
  slight("off_topic", fit.off_topic * thin * told);
  slight("own_story", fit.own_story * std::min(1.0, remembered("own_stories")));
  slight("passed_by", cues.passed_by);
  if (cues.trap_fed) add("trap fed", 0, of("trap_fed_guard"));
  const bool early = out_.advises && standing_.state.trust < of("advice_welcome_from");
  if (early) cost("advice", bristle);
  if (heard_.reading.asks && heard_.reading.asks->leading) slight("leading", 1);
  if (out_.silence && remembered("silences") >= 1) cost("silence", thin);
}

void Scales::mend() {
  const double owed_trust = remembered("owed_trust"), owed_guard = remembered("owed_guard");
  if (heard_.fit.owns_miss < 0.5 || owed_trust + owed_guard < of("owed_least")) return;
  const double share = of("repair_share") + of("repair_more") * out_.met;
  const conversation::Cause cause{"owned", rounded(share * owed_trust),
                                  rounded(-share * owed_guard)};
  out_.trust += cause.trust;
  out_.guard += cause.guard;
  out_.causes.push_back(cause);
  out_.mends = true;
}

void Scales::spare() {
  if (!out_.asks_risk || heard_.fit.judges >= 0.5) return;
  std::erase_if(out_.causes, [](const auto& cause) { return cause.trust < 0 || cause.guard > 0; });
  out_.trust = out_.guard = 0;
  for (const auto& cause : out_.causes) {
    out_.trust += cause.trust;
    out_.guard += cause.guard;
  }
  out_.causes.push_back({"asked directly", 0, 0});
  out_.hurt = 0;
  out_.wounds = false;
}

Weighed Scales::weigh(const Cues& cues) {
  note_kind();
  meet(cues);
  repeat();
  hurt(cues);
  mend();
  spare();
  return std::move(out_);
}

}  // namespace

Weighed weigh(const Case& person, const Dynamics& dynamics, const Standing& standing,
              const Heard& heard, const Cues& cues) {
  return Scales(person, dynamics, standing, heard).weigh(cues);
}

}  // namespace attune::client
