#include "client/choose.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/draw.h"
#include "client/move.h"

namespace attune::client {
namespace {

using conversation::Intended;
using conversation::Intent;

bool says(const std::string& text, std::initializer_list<const char*> phrases) {
  std::string lower = text;
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const char* phrase) { return lower.find(phrase) != std::string::npos; });
}

bool asks_reason(const std::string& text) {
  return says(text, {"keeps you", "keeps u", "kept you", "stops you", "stops u", "stopped you",
                     "stopping you", "reason to", "reasons"});
}

bool asks_plan(const std::string& text) {
  return says(text, {"plan", "how you would", "how would you", "intend", "safe"});
}

/// "How long have you had them?", once they are told, wants just that.
bool asks_detail(const std::string& text) {
  return says(text, {"how long", "how often", "when do", "when did", "what are they like",
                     "what brings them", "what makes them", "how strong"}) &&
         !asks_plan(text);
}

/// So do these, where the question names suicide.
bool asks_of_thoughts(const std::string& text) {
  return says(text, {"how many times", "last time", "last think", "since when",  "like when",
                     "what is it",     "what's it", "what does",  "what do the", "what brings",
                     "sets it off",    "triggers",  "who knows",  "who else",    "anyone know",
                     "anyone else",    "anybody",   "told any",   "told some",   "tell any",
                     "what helps",     "or do you", "or is it",   "there now",   "ever been",
                     "ever come"}) &&
         !asks_plan(text);
}

/// "Who could be with you tonight?" wants a name.
bool asks_who(const std::string& text) {
  return says(text, {"who could", "who can", "who would", "who might", "who else"});
}

/// "Is anyone with you tonight?", to somebody who has said nothing of dying, asks who is there.
bool asks_company(const std::string& text) {
  return says(text, {"with you", "at home", "around you"}) && !says(text, {"safe", "hurt", "harm"});
}

class Chooser {
 public:
  Chooser(const Moment& moment, std::map<std::string, double>& memory)
      : m_(moment), memory_(memory) {}

  Intended choose();

 private:
  using Choice = std::optional<Intended>;

  Choice goodbye();
  Choice answer_risk();
  Choice leave();
  Choice forgive();
  Choice react();
  Choice flinch();
  Choice resist();
  Choice withdraw();
  Choice escalate();
  Choice quiet();
  Choice step();
  Choice disclose();
  Choice ask();
  Choice test();
  Choice soften();

  void plant(Intended& intended);
  bool hint_again(Intended& intended);
  [[nodiscard]] const Cue* next_cue() const;
  [[nodiscard]] std::vector<const Layer*> left() const;
  [[nodiscard]] const Layer* next_layer() const;
  [[nodiscard]] bool reachable(const Cue& cue) const;
  [[nodiscard]] bool is_near(const std::string& layer) const;

  [[nodiscard]] double of(std::string_view name) const { return m_.dynamics(name); }
  [[nodiscard]] double remembered(const std::string& name) const { return recall(memory_, name); }
  [[nodiscard]] double draw(const char* purpose) const {
    return base::draw(m_.seed, static_cast<std::uint64_t>(m_.heard.turn), purpose);
  }
  [[nodiscard]] bool asks_question() const { return m_.heard.fit.follows > 0; }
  /// A plain question wants its answer, and one that asks on from what was just told wants more of
  /// that; what the client has to tell besides waits, though not for ever.
  [[nodiscard]] bool waits() const {
    const bool told = remembered("disclosed") > 0 || remembered("hinted") > 0;
    return (m_.heard.fit.narrow > 0 || (told && m_.heard.fit.asks_on > 0)) &&
           std::min(since("disclosed"), since("hinted")) <= of("narrow_holds");
  }
  [[nodiscard]] int since(const std::string& what) const {
    return m_.heard.turn - static_cast<int>(remembered(what));
  }
  void mark(const std::string& what) { memory_[what] = m_.heard.turn; }
  [[nodiscard]] Intended make(Intent intent) const {
    Intended intended;
    intended.turn = m_.heard.turn;
    intended.intent = intent;
    return intended;
  }
  [[nodiscard]] std::string how_it_went() const;
  [[nodiscard]] std::string risk_answer();

  const Moment& m_;
  std::map<std::string, double>& memory_;
};

std::string Chooser::how_it_went() const {
  const double closeness = m_.state.trust - m_.state.guard;
  if (closeness >= of("well_at")) return "well";
  return closeness >= of("half_at") ? "half" : "badly";
}

Chooser::Choice Chooser::goodbye() {
  if (m_.heard.fit.goodbye < 0.5) return {};
  Intended close = make(Intent::close);
  close.ending = how_it_went();
  return close;
}

std::string Chooser::risk_answer() {
  const auto& asks = *m_.heard.reading.asks;
  const bool told = m_.risk_out || remembered("risk_told") > 0;
  if (asks.leading && !told) return "led";
  if (told && asks_reason(m_.heard.text)) return "reason";
  if (told && says(m_.heard.text, {"plan", "how you would", "how would you", "a way", "intend",
                                   "acting on", "act on", "acted on", "means", "tried", "attempt"}))
    return "plan";
  if (asks.about_safety && !asks.about_suicide) return told ? "safe" : "guarded";
  if (told) return "told";
  const double easier = of("risk_asked_easier") * remembered("risk_asked");
  return m_.state.trust >= m_.person.risk.trust - easier ? "true" : "guarded";
}

Chooser::Choice Chooser::answer_risk() {
  const auto& asks = m_.heard.reading.asks;
  const bool told = m_.risk_out || remembered("risk_told") > 0;
  const bool about_safety = asks && asks->about_safety && !asks_who(m_.heard.text) &&
                            (told || !asks_company(m_.heard.text));
  // Said as a statement it wants the same answer: "yes" alone would be one to anything.
  const bool named = asks && !told && m_.heard.fit.names_suicide >= 0.5;
  const bool about_risk = asks && (asks->about_suicide || about_safety || named);
  // "Do you feel safe at home?" may ask for what this client hides: then that is the answer.
  if (asks && asks->about_safety && !asks->about_suicide && !m_.asked_layer.empty()) return {};
  const bool after_risk = told && since("risk") < 2 && asks_reason(m_.heard.text);
  if (!about_risk && !after_risk) return {};
  const bool detail = told && asks_detail(m_.heard.text);
  if (detail && !(asks && asks->about_suicide)) return {};
  mark("risk");
  // Nothing else is brought up beside such a question.
  if (detail || (told && asks && asks->about_suicide && asks_of_thoughts(m_.heard.text)))
    return make(Intent::stay);
  Intended answer = make(Intent::answer_risk);
  answer.risk = about_risk ? risk_answer() : "reason";
  if (answer.risk == "guarded") memory_["risk_asked"] = remembered("risk_asked") + 1;
  if (answer.risk == "true") memory_["risk_told"] = 1;
  return answer;
}

Chooser::Choice Chooser::leave() {
  const double patience = of("leave_strain") + of("leave_patience") * m_.person.traits.patience;
  const double wind_up =
      of("wind_up_from") + of("wind_up_spread") * base::draw(m_.seed, 0, "wind up");
  const bool gone = remembered("strain") >= patience && m_.heard.turn >= of("leave_earliest");
  if (!gone && m_.heard.turn < wind_up) return {};
  Intended close = make(Intent::close);
  close.ending = gone ? "leave" : how_it_went();
  return close;
}

Chooser::Choice Chooser::forgive() {
  if (!m_.weighed.mends) return {};
  return make(Intent::forgive);
}

Chooser::Choice Chooser::react() {
  if (m_.trap_met.empty() && m_.trap_fed.empty()) return {};
  Intended react = make(Intent::react);
  react.met = !m_.trap_met.empty();
  react.trap = react.met ? m_.trap_met : m_.trap_fed;
  return react;
}

Chooser::Choice Chooser::flinch() {
  const bool first = m_.heard.turn < 2 && m_.heard.fit.judges < 0.5;
  if (!m_.weighed.wounds || first) return {};
  return make(Intent::flinch);
}

Chooser::Choice Chooser::resist() {
  const bool wary = m_.state.trust < of("advice_welcome_from");
  if (m_.heard.fit.owns_miss >= 0.5) return {};
  const bool advised = m_.weighed.advises && wary && !asks_question();
  if (m_.heard.fit.pressure < 0.5 && !advised) return {};
  return make(Intent::resist);
}

Chooser::Choice Chooser::withdraw() {
  if (m_.ledger.passed_by.empty()) return {};
  const bool joked = laughs(m_.heard.text);
  if (asks_question()) return {};
  const double shy = of("withdraw_share") * (m_.state.guard + m_.person.traits.guardedness);
  const bool again = remembered("withdrew") > 0 && since("withdrew") < of("withdraw_gap");
  if (!joked && (again || draw("withdraw") >= shy)) return {};
  mark("withdrew");
  Intended withdraw = make(Intent::withdraw);
  withdraw.cue = m_.ledger.passed_by;
  return withdraw;
}

Chooser::Choice Chooser::escalate() {
  const bool unheard = m_.weighed.hurt >= of("escalate_hurt") ||
                       (m_.weighed.hurt > 0 && remembered("heard") < -of("escalate_unheard") &&
                        m_.weighed.met < of("escalate_met"));
  if (!unheard || m_.state.distress < of("escalate_distress") || since("escalated") < 4 ||
      draw("escalate") >= of("escalate_share"))
    return {};
  mark("escalated");
  return make(Intent::escalate);
}

Chooser::Choice Chooser::quiet() {
  const bool shut = m_.weighed.silence
                        ? remembered("silences") >= 1.5
                        : m_.state.guard >= of("silent_guard") && m_.weighed.met < of("opens_at");
  if (!shut || since("fell silent") < 2 || draw("silent") >= of("silent_share")) return {};
  mark("fell silent");
  return make(Intent::silent);
}

Chooser::Choice Chooser::step() {
  const double out = static_cast<double>(m_.before.disclosed.size());
  const bool explored = out >= of("step_layers") * static_cast<double>(m_.person.layers.size());
  const bool invited =
      m_.heard.fit.together >= 0.5 || (m_.heard.fit.permission >= 0.5 && m_.weighed.offers);
  if (!invited || !explored || m_.state.trust < of("step_trust")) return {};
  memory_["steps"] = remembered("steps") + 1;
  return make(Intent::step);
}

/// The layers still to be told, in order. Once something much deeper is out, a first one is told by
/// itself no more: after "I shouted at her" nobody begins with timetables.
std::vector<const Layer*> Chooser::left() const {
  constexpr std::size_t kDeeper = 2;
  std::vector<const Layer*> left;
  std::size_t deeper = 0;
  for (auto layer = m_.person.layers.rbegin(); layer != m_.person.layers.rend(); ++layer) {
    const bool out = m_.before.disclosed.contains(layer->id);
    if (!out && deeper < kDeeper) left.insert(left.begin(), &*layer);
    if (out || deeper > 0) ++deeper;
  }
  return left;
}

const Layer* Chooser::next_layer() const {
  const auto layers = left();
  return layers.empty() ? nullptr : layers.front();
}

Chooser::Choice Chooser::disclose() {
  const Layer* next = m_.asked_layer.empty() ? next_layer() : m_.person.layer(m_.asked_layer);
  if (next == nullptr) return {};
  const auto still = left();
  const bool behind = std::ranges::find(still, next) == still.end();
  if (!is_near(next->id) && !behind) return {};
  if (m_.asked_layer.empty() && waits()) return {};
  const bool well = m_.weighed.opens || !m_.asked_layer.empty();
  const double needed = next->trust - (well ? of("asked_well_easier") : 0);
  if (m_.asked_layer.empty() && m_.weighed.met < of("disclose_met")) return {};
  const int gap = since("disclosed");
  const bool soon =
      remembered("disclosed") > 0 &&
      (gap < 2 || (gap < 3 && m_.asked_layer.empty() && draw("disclose") >= of("disclose_soon")));
  if (m_.state.trust < needed || soon || m_.weighed.hurt >= of("hurt_closes") || m_.weighed.silence)
    return {};
  mark("disclosed");
  Intended disclose = make(Intent::disclose);
  disclose.layer = next->id;
  return disclose;
}

Chooser::Choice Chooser::ask() {
  const bool near = m_.heard.fit.feeling >= 0.5 || since("disclosed") < 2;
  if (m_.heard.turn < 2 || near || asks_question() || since("sprung") < 3 ||
      draw("trap") >= of("trap_share"))
    return {};
  std::vector<const Trap*> ready;
  for (const Trap& trap : m_.person.traps)
    if (m_.state.trust >= trap.trust && !m_.before.sprung.contains(trap.id)) ready.push_back(&trap);
  if (ready.empty()) return {};
  mark("sprung");
  Intended ask = make(Intent::ask);
  ask.trap = ready[base::draw_index(m_.seed, static_cast<std::uint64_t>(m_.heard.turn),
                                    "which trap", ready.size())]
                 ->id;
  return ask;
}

Chooser::Choice Chooser::test() {
  if (m_.heard.fit.owns_miss >= 0.5 || asks_question()) return {};
  const bool wary = m_.state.guard >= of("test_guard") && m_.state.trust < of("test_trust");
  if (!wary || remembered("tests") >= 2 || since("tested") < 4 || m_.heard.turn < 2 ||
      draw("test") >= of("test_share"))
    return {};
  mark("tested");
  memory_["tests"] = remembered("tests") + 1;
  return make(Intent::test);
}

Chooser::Choice Chooser::soften() {
  if (asks_question() && m_.heard.fit.feeling < 0.5) return {};
  if (m_.weighed.met < of("soften_met") || draw("soften") >= of("soften_share")) return {};
  return make(Intent::soften);
}

/// A hint is of what comes next, or after that: of what is told, it would sound forgetful. One of
/// risk is done once somebody asked.
bool Chooser::reachable(const Cue& cue) const {
  if (cue.kind == "risk" && remembered("risk") > 0) return false;
  return cue.layer.empty() || is_near(cue.layer);
}

/// Whether it is one of the next two layers to be told.
bool Chooser::is_near(const std::string& layer) const {
  const auto next = left();
  return std::any_of(next.begin(), next.begin() + std::min<std::ptrdiff_t>(2, std::ssize(next)),
                     [&](const Layer* one) { return one->id == layer; });
}

const Cue* Chooser::next_cue() const {
  std::vector<const Cue*> ready;
  for (const Cue& cue : m_.person.cues) {
    const bool planted = std::any_of(m_.before.cues.begin(), m_.before.cues.end(),
                                     [&](const PlantedCue& one) { return one.cue == cue.id; });
    if (!planted && reachable(cue)) ready.push_back(&cue);
  }
  if (ready.empty()) return nullptr;
  constexpr std::size_t kNearest = 4;
  const std::size_t near = std::min(ready.size(), kNearest);
  return ready[ready.size() - near +
               base::draw_index(m_.seed, static_cast<std::uint64_t>(m_.heard.turn), "which cue",
                                near)];
}

bool Chooser::hint_again(Intended& intended) {
  for (const PlantedCue* cue : open_cues(m_.before)) {
    const bool caught_now =
        std::any_of(m_.ledger.moves.begin(), m_.ledger.moves.end(),
                    [&](const conversation::CueMoved& moved) { return moved.cue == cue->cue; });
    if (!reachable(*m_.person.cue(cue->cue))) continue;
    if (caught_now || cue->hints > 1 || m_.heard.turn - cue->opened < of("again_after")) continue;
    if (m_.state.trust < of("again_trust") || draw("again") >= of("again_share")) continue;
    intended.cue = cue->cue;
    intended.again = true;
    mark("hinted." + cue->cue);
    return true;
  }
  return false;
}

void Chooser::plant(Intended& intended) {
  const int gap = since("hinted");
  if (m_.weighed.hurt >= of("hurt_closes") || m_.weighed.silence || waits()) return;
  if (remembered("hinted") > 0 && (gap < 2 || (gap < 3 && draw("hint") >= of("hint_share"))))
    return;
  if (intended.intent != Intent::disclose && hint_again(intended)) return mark("hinted");
  const Cue* cue = next_cue();
  if (cue == nullptr) return;
  intended.cue = cue->id;
  mark("hinted");
}

Intended Chooser::choose() {
  constexpr std::array kInOrder = {&Chooser::goodbye, &Chooser::answer_risk, &Chooser::leave,
                                   &Chooser::forgive, &Chooser::react,       &Chooser::flinch,
                                   &Chooser::resist,  &Chooser::withdraw,    &Chooser::escalate,
                                   &Chooser::quiet,   &Chooser::step,        &Chooser::disclose,
                                   &Chooser::ask,     &Chooser::test};
  for (const auto choice : kInOrder)
    if (const Choice made = (this->*choice)()) return *made;
  Intended stay = make(Intent::stay);
  plant(stay);
  if (!stay.cue.empty()) stay.intent = Intent::hint;
  if (stay.cue.empty())
    if (const Choice made = soften()) return *made;
  return stay;
}

}  // namespace

Intended choose(const Moment& moment, std::map<std::string, double>& memory) {
  return Chooser(moment, memory).choose();
}

}  // namespace attune::client
