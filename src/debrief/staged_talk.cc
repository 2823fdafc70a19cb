#include "debrief/staged_talk.h"

#include <algorithm>

namespace attune::debrief {

using namespace conversation;

namespace {

client::Cue cue(const std::string& id, const std::string& kind, double weight) {
  client::Cue out;
  out.id = id;
  out.kind = kind;
  out.weight = weight;
  out.layer = kind == "risk" ? "thoughts" : "nights";
  out.beneath = "Beneath " + id + " lies more.";
  out.another_way = "Another way for " + id + "?";
  return out;
}

State start() {
  State state;
  state.valence = -0.4;
  state.distress = 0.6;
  state.trust = 0.3;
  state.guard = 0.5;
  state.hope = 0.2;
  return state;
}

}  // namespace

client::Case staged_person(const std::string& risk_level) {
  client::Case person;
  person.id = "mara";
  person.name = "Mara";
  person.pronouns = {{"subject", "she"}, {"object", "her"}, {"possessive", "her"}};
  person.risk.level = risk_level;
  person.start = start();
  person.note = {{"well", "A good note."}, {"half", "A half note."}, {"badly", "A sore note."}};
  person.layers = {{"work", 0.1, "She works too much.", "I never said that I work all night."},
                   {"nights", 0.3, "She does not sleep.", "I never said that I lie awake."},
                   {"thoughts", 0.5, "She thinks of dying.", "I never said what I think of."}};
  person.cues = {cue("shrug", "shame", 0.6), cue("song", "strength", 0.4),
                 cue("ring", "loss", 0.8),   cue("phone", "loneliness", 0.5),
                 cue("dark", "risk", 0.9),   cue("lamp", "hint", 0.9)};
  person.cues.back().subtle = true;
  person.traps = {{"what-now", "advice", 0, {}, {}}, {"tell-nobody", "secrecy", 0, {}, {}}};
  return person;
}

const Texts& house_texts() {
  static const auto texts = load_texts(std::string(ATTUNE_ROOT) + "/content/debrief.yaml");
  base::expects(texts.has_value());
  return *texts;
}

StagedTalk::StagedTalk(std::uint64_t seed) : state_(start()) {
  Opened opened;
  opened.case_id = "mara";
  opened.seed = seed;
  write(opened);
}

void StagedTalk::write(Body body) {
  const auto seq = static_cast<Sequence>(events_.size()) + 1;
  events_.push_back({seq, base::Instant{}, std::move(body)});
}

StagedTalk& StagedTalk::client(const std::string& words) {
  write(Said{.turn = turn_, .speaker = Speaker::client, .text = words});
  return *this;
}

StagedTalk& StagedTalk::reply(const std::string& words, const Effect& effect) {
  ++turn_;
  write(Said{.turn = turn_, .speaker = Speaker::supporter, .text = words});
  Reading reading;
  reading.skills = SkillReading{effect.main, effect.skills, {}};
  reading.asks = Asks{effect.about_suicide, effect.about_safety, effect.leading, false};
  write(Read{turn_, Speaker::supporter, reading});
  state_.trust += effect.trust;
  state_.guard += effect.guard;
  std::vector<Cause> causes;
  const std::string cause = effect.trust < 0 ? "advice" : "met";
  if (effect.trust != 0 || effect.guard != 0)
    causes.push_back({effect.cause.empty() ? cause : effect.cause, effect.trust, effect.guard});
  write(Moved{turn_, state_, causes, {}});
  return *this;
}

StagedTalk& StagedTalk::borrow(const std::string& card, const std::string& sent) {
  write(
      Suggested{turn_, {{"empathic_response", "affirm", "", card}, {"support", "other", "", "x"}}});
  write(Adopted{turn_, "empathic_response"});
  reply(sent, {.skills = {Skill::affirm}});
  for (Event& event : events_) {
    auto* said = std::get_if<Said>(&event.body);
    if (said != nullptr && said->turn == turn_) said->adopted = "empathic_response";
  }
  return *this;
}

StagedTalk& StagedTalk::opens(const std::string& id) {
  write(CueMoved{.turn = turn_, .cue = id, .change = CueChange::opened});
  return *this;
}

StagedTalk& StagedTalk::hints_again(const std::string& id) {
  write(Intended{.turn = turn_, .intent = Intent::hint, .cue = id, .again = true});
  return *this;
}

StagedTalk& StagedTalk::catches(const std::string& id, const std::string& how, bool late,
                                double probability) {
  write(CueMoved{turn_, id, CueChange::caught, how, probability, late});
  return *this;
}

StagedTalk& StagedTalk::withdraws(const std::string& id) {
  write(CueMoved{.turn = turn_, .cue = id, .change = CueChange::withdrawn});
  return *this;
}

StagedTalk& StagedTalk::misses(const std::string& id) {
  write(CueMoved{.turn = turn_, .cue = id, .change = CueChange::missed});
  return *this;
}

StagedTalk& StagedTalk::springs(const std::string& trap) {
  write(Intended{.turn = turn_, .intent = Intent::ask, .trap = trap});
  return *this;
}

StagedTalk& StagedTalk::reacts(const std::string& trap, bool met) {
  write(Intended{.turn = turn_, .intent = Intent::react, .trap = trap, .met = met});
  return *this;
}

StagedTalk& StagedTalk::answers_risk(const std::string& how) {
  write(Intended{.turn = turn_, .intent = Intent::answer_risk, .risk = how});
  return *this;
}

StagedTalk& StagedTalk::discloses(const std::string& layer) {
  write(Disclosed{turn_, layer});
  return *this;
}

StagedTalk& StagedTalk::leaves_with(const std::string& ending) {
  write(Intended{.turn = turn_, .intent = Intent::close, .ending = ending});
  return *this;
}

StagedTalk& StagedTalk::nudges(const std::string& kind) {
  write(Nudged{turn_, kind, "A remark.", "", 0.8, false});
  return *this;
}

StagedTalk& StagedTalk::disputes(const std::string& kind, const std::string& reason) {
  write(Disputed{turn_, kind, reason});
  return *this;
}

StagedTalk& StagedTalk::consults() {
  write(Consulted{turn_});
  return *this;
}

StagedTalk& StagedTalk::ends(Ending how) {
  write(Closed{how});
  return *this;
}

StagedTalk& StagedTalk::rates(std::optional<TurnNumber> redo, int understood) {
  write(Rated{"self", "support-quality", {{"understood", understood}}, redo});
  return *this;
}

StagedTalk& StagedTalk::skips_rating() {
  write(Rated{"self", "self", {}, {}});
  return *this;
}

StagedTalk StagedTalk::branch(TurnNumber turn) const {
  StagedTalk copy(*this);
  const auto cut = std::find_if(events_.begin(), events_.end(), [&](const Event& event) {
    const auto* said = std::get_if<Said>(&event.body);
    return said != nullptr && said->speaker == Speaker::supporter && said->turn == turn;
  });
  copy.events_.assign(events_.begin(), cut);
  auto& opened = std::get<Opened>(copy.events_.front().body);
  opened.branch_of = SessionId("first");
  opened.branch_at = copy.events_.back().seq;
  copy.turn_ = turn - 1;
  copy.state_ = start();
  for (const Event& event : copy.events_)
    if (const auto* moved = std::get_if<Moved>(&event.body)) copy.state_ = moved->state;
  return copy;
}

}  // namespace attune::debrief
