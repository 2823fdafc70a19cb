#include "conversation/event_json.h"

#include <cmath>

#include <nlohmann/json.hpp>

namespace attune::conversation {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value) {
  return std::round(value * 1e4) / 1e4 + 0.0;
}

Json scores_json(const EmotionScores& scores) {
  Json json = Json::object();
  for (std::size_t i = 0; i < kEmotions; ++i) {
    json[std::string(name(static_cast<Emotion>(i)))] = rounded(scores[i]);
  }
  return json;
}

EmotionScores emotion_scores(const Json& json) {
  EmotionScores scores{};
  for (std::size_t i = 0; i < kEmotions; ++i) {
    scores[i] = json.value(std::string(name(static_cast<Emotion>(i))), 0.0);
  }
  return scores;
}

Json emotion_json(const EmotionReading& reading) {
  Json labels = Json::array();
  for (const Emotion label : reading.labels) labels.push_back(name(label));
  return {
      {"label", name(reading.label)}, {"labels", labels}, {"scores", scores_json(reading.scores)}};
}

Json skills_json(const SkillReading& reading) {
  Json labels = Json::array();
  for (const Skill label : reading.labels) labels.push_back(name(label));
  Json scores = Json::object();
  for (std::size_t i = 0; i < kSkills; ++i) {
    scores[std::string(name(static_cast<Skill>(i)))] = rounded(reading.scores[i]);
  }
  return {{"main", name(reading.main)}, {"labels", labels}, {"scores", scores}};
}

Json reading_json(const Reading& reading) {
  Json json = {{"emotion", emotion_json(reading.emotion)},
               {"valence", rounded(reading.valence)},
               {"arousal", rounded(reading.arousal)}};
  if (reading.skills) json["skills"] = skills_json(*reading.skills);
  if (reading.asks) {
    json["asks"] = {{"about_suicide", reading.asks->about_suicide},
                    {"about_safety", reading.asks->about_safety},
                    {"leading", reading.asks->leading},
                    {"advice", reading.asks->advice},
                    {"permission", reading.asks->permission}};
  }
  json["abstains"] = reading.abstains;
  json["why"] = Json::array();
  for (const Evidence& why : reading.why) {
    json["why"].push_back({{"for", why.head},
                           {"start", why.start},
                           {"end", why.end},
                           {"weight", rounded(why.weight)}});
  }
  return json;
}

// Talks from before advice was told apart by leave say "advise".
Skill skill_from(const Json& json) {
  const std::string text = json.get<std::string>();
  return text == "advise" ? Skill::advise_without_permission : skill(text).value();
}

Reading reading_from(const Json& json) {
  Reading reading;
  const Json& emotion_part = json.at("emotion");
  reading.emotion.label = emotion(emotion_part.at("label").get<std::string>()).value();
  for (const Json& label : emotion_part.at("labels")) {
    reading.emotion.labels.push_back(emotion(label.get<std::string>()).value());
  }
  reading.emotion.scores = emotion_scores(emotion_part.at("scores"));
  reading.valence = json.at("valence");
  reading.arousal = json.at("arousal");
  if (json.contains("skills")) {
    const Json& part = json.at("skills");
    SkillReading skills;
    skills.main = main_skill(part.at("main").get<std::string>()).value();
    for (const Json& label : part.at("labels")) {
      skills.labels.push_back(skill_from(label));
    }
    for (std::size_t i = 0; i < kSkills; ++i) {
      skills.scores[i] = part.at("scores").value(std::string(name(static_cast<Skill>(i))), 0.0);
    }
    reading.skills = std::move(skills);
  }
  if (json.contains("asks")) {
    const Json& asks = json.at("asks");
    reading.asks = Asks{asks.value("about_suicide", false), asks.value("about_safety", false),
                        asks.value("leading", false), asks.value("advice", false),
                        asks.value("permission", false)};
  }
  reading.abstains = json.value("abstains", std::vector<std::string>{});
  for (const Json& why : json.value("why", Json::array())) {
    reading.why.push_back({why.at("for"), why.at("start"), why.at("end"), why.at("weight")});
  }
  return reading;
}

Json state_json(const State& state) {
  return {{"valence", rounded(state.valence)},       {"arousal", rounded(state.arousal)},
          {"emotions", scores_json(state.emotions)}, {"distress", rounded(state.distress)},
          {"trust", rounded(state.trust)},           {"hope", rounded(state.hope)},
          {"guard", rounded(state.guard)},           {"phase", name(state.phase)}};
}

State state_from(const Json& json) {
  State state;
  state.valence = json.at("valence");
  state.arousal = json.at("arousal");
  state.emotions = emotion_scores(json.at("emotions"));
  state.distress = json.at("distress");
  state.trust = json.at("trust");
  state.hope = json.at("hope");
  state.guard = json.at("guard");
  state.phase = phase(json.at("phase").get<std::string>()).value();
  return state;
}

Json worded_json(const Worded& worded) {
  Json json = {{"by", name(worded.by)}, {"endpoint", worded.endpoint}};
  if (!worded.model.empty()) json["model"] = worded.model;
  json["prompts"] = worded.prompts;
  if (!worded.faults.empty()) json["faults"] = worded.faults;
  if (!worded.trouble.empty()) json["trouble"] = worded.trouble;
  return json;
}

Worded worded_from(const Json& json) {
  return {worded_by(json.at("by").get<std::string>()).value(),
          json.value("endpoint", ""),
          json.value("model", ""),
          json.value("prompts", ""),
          json.value("faults", std::vector<std::string>{}),
          json.value("trouble", "")};
}

constexpr std::string_view kCueTypes[] = {"cue_opened", "cue_caught", "cue_withdrawn",
                                          "cue_missed"};

/// Writes a body's fields after "type".
struct Write {
  Json& json;

  void operator()(const Opened& b) const {
    json.update(
        {{"type", "opened"}, {"format", "attune-event"}, {"version", 1}, {"case", b.case_id}});
    if (!b.case_hash.empty()) json["case_hash"] = b.case_hash;
    if (b.case_hash.empty()) return;  // shown without what pins it
    json.update({{"seed", b.seed}, {"mind", b.mind}, {"reader", b.reader}, {"voice", b.voice}});
    if (b.branch_of) json.update({{"branch_of", b.branch_of->text()}, {"branch_at", b.branch_at}});
  }
  void operator()(const Said& b) const {
    json.update(
        {{"type", "said"}, {"turn", b.turn}, {"speaker", name(b.speaker)}, {"text", b.text}});
    if (!b.key.empty()) json["key"] = b.key;
    if (!b.adopted.empty()) json["adopted"] = b.adopted;
    if (!b.typing_ms.empty()) json["typing_ms"] = b.typing_ms;
    if (!b.lines.empty()) json["lines"] = b.lines;
    if (b.goodbye) json["goodbye"] = true;
    if (b.exhausted) json["exhausted"] = true;
    if (b.worded) json["worded"] = worded_json(*b.worded);
  }
  void operator()(const Read& b) const {
    json.update({{"type", "read"}, {"turn", b.turn}, {"speaker", name(b.speaker)}});
    json["reading"] = reading_json(b.reading);
  }
  void operator()(const Moved& b) const {
    json.update({{"type", "moved"}, {"turn", b.turn}, {"state", state_json(b.state)}});
    json["causes"] = Json::array();
    for (const Cause& cause : b.causes) {
      json["causes"].push_back(
          {{"what", cause.what}, {"trust", rounded(cause.trust)}, {"guard", rounded(cause.guard)}});
    }
    json["memory"] = Json::object();
    for (const auto& [key, value] : b.memory) json["memory"][key] = rounded(value);
  }
  void operator()(const Intended& b) const {
    json.update({{"type", "intended"}, {"turn", b.turn}, {"intent", name(b.intent)}});
    const auto put = [&](const char* key, const std::string& value) {
      if (!value.empty()) json[key] = value;
    };
    put("layer", b.layer);
    put("cue", b.cue);
    if (b.again) json["again"] = true;
    put("trap", b.trap);
    if (b.met) json["met"] = true;
    put("risk", b.risk);
    put("ending", b.ending);
  }
  void operator()(const CueMoved& b) const {
    json.update({{"type", kCueTypes[static_cast<std::size_t>(b.change)]},
                 {"turn", b.turn},
                 {"cue", b.cue}});
    if (b.change != CueChange::caught) return;
    json.update({{"how", b.how}, {"probability", rounded(b.probability)}, {"late", b.late}});
  }
  void operator()(const Disclosed& b) const {
    json.update({{"type", "disclosed"}, {"turn", b.turn}, {"layer", b.layer}});
  }
  void operator()(const Suggested& b) const {
    json.update({{"type", "suggested"}, {"turn", b.turn}});
    json["cards"] = Json::array();
    for (const Suggestion& card : b.cards) {
      json["cards"].push_back(
          {{"kind", card.kind}, {"skill", card.skill}, {"why", card.why}, {"text", card.text}});
    }
  }
  void operator()(const Adopted& b) const {
    json.update({{"type", "adopted"}, {"turn", b.turn}, {"kind", b.kind}});
  }
  void operator()(const Guessed& b) const {
    json.update({{"type", "guessed"}, {"turn", b.turn}, {"emotion", name(b.emotion)}});
  }
  void operator()(const Rated& b) const {
    json.update({{"type", "rated"}, {"rater", b.rater}, {"instrument", b.instrument}});
    json["items"] = b.items;
    if (b.redo) json["redo"] = *b.redo;
  }
  void operator()(const Paused&) const { json["type"] = "paused"; }
  void operator()(const Resumed&) const { json["type"] = "resumed"; }
  void operator()(const Unheard& b) const { json.update({{"type", "unheard"}, {"turn", b.turn}}); }
  void operator()(const Closed& b) const {
    json.update({{"type", "closed"}, {"how", name(b.how)}});
  }
  void operator()(const Erased&) const { json["type"] = "erased"; }
};

Opened opened_from(const Json& j) {
  Opened b{j.at("case"),        j.value("case_hash", ""), j.value("seed", std::uint64_t{0}),
           j.value("mind", ""), j.value("reader", ""),    j.value("voice", ""),
           std::nullopt,        j.value("branch_at", 0)};
  if (j.contains("branch_of")) b.branch_of = SessionId(j.at("branch_of").get<std::string>());
  return b;
}

Said said_from(const Json& j) {
  return {j.at("turn"),
          speaker(j.at("speaker").get<std::string>()).value(),
          j.at("text"),
          j.value("key", ""),
          j.value("adopted", ""),
          j.value("typing_ms", std::vector<int>{}),
          j.value("lines", std::vector<std::string>{}),
          j.value("goodbye", false),
          j.value("exhausted", false),
          j.contains("worded") ? std::optional(worded_from(j.at("worded"))) : std::nullopt};
}

Moved moved_from(const Json& j) {
  Moved b{j.at("turn"), state_from(j.at("state")), {}, {}};
  for (const Json& cause : j.value("causes", Json::array())) {
    b.causes.push_back({cause.at("what"), cause.at("trust"), cause.at("guard")});
  }
  b.memory = j.value("memory", std::map<std::string, double>{});
  return b;
}

Intended intended_from(const Json& j) {
  return {j.at("turn"),
          intent(j.at("intent").get<std::string>()).value(),
          j.value("layer", ""),
          j.value("cue", ""),
          j.value("again", false),
          j.value("trap", ""),
          j.value("met", false),
          j.value("risk", ""),
          j.value("ending", "")};
}

Suggested suggested_from(const Json& j) {
  Suggested b{j.at("turn"), {}};
  for (const Json& card : j.at("cards")) {
    b.cards.push_back({card.at("kind"), card.at("skill"), card.at("why"), card.at("text")});
  }
  return b;
}

Rated rated_from(const Json& j) {
  Rated b{j.at("rater"), j.at("instrument"), j.value("items", std::map<std::string, int>{}), {}};
  if (j.contains("redo")) b.redo = j.at("redo").get<int>();
  return b;
}

std::optional<Body> cue_from(const std::string& type, const Json& j) {
  for (std::size_t i = 0; i < std::size(kCueTypes); ++i) {
    if (type != kCueTypes[i]) continue;
    return CueMoved{j.at("turn"),
                    j.at("cue"),
                    static_cast<CueChange>(i),
                    j.value("how", ""),
                    j.value("probability", 0.0),
                    j.value("late", false)};
  }
  return std::nullopt;
}

std::optional<Body> body_from(const std::string& type, const Json& j) {
  if (type == "opened") return opened_from(j);
  if (type == "said") return said_from(j);
  if (type == "read") {
    return Read{j.at("turn"), speaker(j.at("speaker").get<std::string>()).value(),
                reading_from(j.at("reading"))};
  }
  if (type == "moved") return moved_from(j);
  if (type == "intended") return intended_from(j);
  if (type == "disclosed") return Disclosed{j.at("turn"), j.at("layer")};
  if (type == "suggested") return suggested_from(j);
  if (type == "adopted") return Adopted{j.at("turn"), j.at("kind")};
  if (type == "guessed") {
    return Guessed{j.at("turn"), emotion(j.at("emotion").get<std::string>()).value()};
  }
  if (type == "rated") return rated_from(j);
  if (type == "paused") return Paused{};
  if (type == "resumed") return Resumed{};
  if (type == "unheard") return Unheard{j.at("turn")};
  if (type == "closed") return Closed{ending(j.at("how").get<std::string>()).value()};
  if (type == "erased") return Erased{};
  return cue_from(type, j);
}

std::string printed(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string to_json(const Event& event) {
  Json json = {{"seq", event.seq}, {"at", event.at.time_since_epoch().count()}};
  std::visit(Write{json}, event.body);
  return printed(json);
}

base::Result<Event> event_from_json(std::string_view text) {
  try {
    const Json json = Json::parse(text);
    const std::string type = json.at("type");
    std::optional<Body> body = body_from(type, json);
    if (!body) {
      return base::fail(base::Code::invalid,
                        "reading an event: the type is unknown to this version");
    }
    const auto at = base::Instant(std::chrono::milliseconds(json.at("at").get<std::int64_t>()));
    return Event{json.at("seq"), at, *std::move(body)};
  } catch (const std::exception&) {
    // The library's message may quote the text, so it is not passed on.
    return base::fail(base::Code::invalid,
                      "reading an event: the JSON is malformed or a field is missing");
  }
}

std::string to_json(const Reading& reading) {
  return printed(reading_json(reading));
}

}  // namespace attune::conversation
