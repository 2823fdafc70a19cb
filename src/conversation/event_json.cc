#include "conversation/event_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <concepts>
#include <cstdlib>
#include <type_traits>

#include <nlohmann/json.hpp>

namespace attune::conversation {
namespace {

using Json = nlohmann::ordered_json;

// Events are written as they go, without a document in between, which would take most of the time.

void write(std::string& out, std::string_view text) {
  const auto is_plain = [](unsigned char c) {
    return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
  };
  if (!std::ranges::all_of(text, is_plain)) {
    out += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
    return;
  }
  out.push_back('"');
  out.append(text);
  out.push_back('"');
}

template <std::integral T>
void write(std::string& out, T value) {
  std::array<char, 24> digits;
  out.append(digits.data(), std::to_chars(digits.data(), digits.end(), value).ptr);
}

void write(std::string& out, bool value) {
  out += value ? "true" : "false";
}

/// Four decimals, less the zeros at their end: "0.25", "1.0".
void write(std::string& out, double value) {
  if (!std::isfinite(value)) {
    out += "null";
    return;
  }
  const std::int64_t all = std::llround(value * 1e4);
  const std::int64_t size = std::abs(all);
  std::array<char, 32> text{'-'};
  char* at = std::to_chars(text.data() + (all < 0 ? 1 : 0), text.end(), size / 10000).ptr;
  *at = '.';
  std::int64_t left = size % 10000;
  for (std::size_t i = 4; i > 0; --i, left /= 10) at[i] = static_cast<char>('0' + left % 10);
  char* end = at + 5;
  while (end > at + 2 && end[-1] == '0') --end;
  out.append(text.data(), end);
}

template <class T>
void write(std::string& out, const std::vector<T>& list);
template <class T>
void write(std::string& out, const std::map<std::string, T>& entries);
void write(std::string& out, const EmotionScores& scores);
void write(std::string& out, const EmotionReading& reading);
void write(std::string& out, const SkillReading& reading);
void write(std::string& out, const Asks& asks);
void write(std::string& out, const EmpathyReading& reading);
void write(std::string& out, const Concerns& concerns);
void write(std::string& out, const TalkReading& reading);
void write(std::string& out, const RiskReading& reading);
void write(std::string& out, const Worded& worded);
void write(std::string& out, const Reading& reading);
void write(std::string& out, const State& state);

/// An object, open as long as this lives.
class Object {
 public:
  explicit Object(std::string& out) : out_(out) { out_ += '{'; }
  ~Object() { out_ += '}'; }
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;

  /// Where the field's value is to be written.
  std::string& at(std::string_view key) {
    if (out_.back() != '{') out_.push_back(',');
    out_.push_back('"');
    out_.append(key).append("\":");
    return out_;
  }
  template <class T>
  Object& put(std::string_view key, const T& value) {
    if constexpr (std::convertible_to<T, std::string_view>)
      write(at(key), std::string_view(value));
    else
      write(at(key), value);
    return *this;
  }
  Object& put_unless_empty(std::string_view key, const std::string& value) {
    return value.empty() ? *this : put(key, value);
  }
  Object& put_if(std::string_view key, bool value) { return value ? put(key, true) : *this; }

 private:
  std::string& out_;
};

template <class List, class Write>
void write_list(std::string& out, const List& list, Write one) {
  out += '[';
  for (const auto& item : list) {
    if (out.back() != '[') out += ',';
    one(item);
  }
  out += ']';
}

template <class T>
void write(std::string& out, const std::vector<T>& list) {
  write_list(out, list, [&](const T& item) {
    if constexpr (std::is_enum_v<T>)
      write(out, name(item));
    else
      write(out, item);
  });
}

template <class T>
void write(std::string& out, const std::map<std::string, T>& entries) {
  Object object(out);
  for (const auto& [key, value] : entries) object.put(key, value);
}

void write(std::string& out, const EmotionScores& scores) {
  Object object(out);
  for (std::size_t i = 0; i < kEmotions; ++i) object.put(name(static_cast<Emotion>(i)), scores[i]);
}

void write(std::string& out, const EmotionReading& reading) {
  Object(out)
      .put("label", name(reading.label))
      .put("labels", reading.labels)
      .put("scores", reading.scores);
}

void write(std::string& out, const SkillReading& reading) {
  Object object(out);
  object.put("main", name(reading.main)).put("labels", reading.labels);
  Object scores(object.at("scores"));
  for (std::size_t i = 0; i < kSkills; ++i)
    scores.put(name(static_cast<Skill>(i)), reading.scores[i]);
}

void write(std::string& out, const Worded& worded) {
  Object object(out);
  object.put("by", name(worded.by)).put("endpoint", worded.endpoint);
  object.put_unless_empty("model", worded.model).put("prompts", worded.prompts);
  if (!worded.faults.empty()) object.put("faults", worded.faults);
  object.put_unless_empty("trouble", worded.trouble);
}

void write(std::string& out, const Asks& asks) {
  Object(out)
      .put("about_suicide", asks.about_suicide)
      .put("about_safety", asks.about_safety)
      .put("leading", asks.leading)
      .put("advice", asks.advice)
      .put("permission", asks.permission);
}

void write(std::string& out, const TalkReading& reading) {
  Object(out).put("label", name(reading.label)).put("strength", reading.strength);
}

void write(std::string& out, const RiskReading& reading) {
  Object object(out);
  object.put("level", name(reading.level)).put("score", reading.score);
  object.put("kinds", reading.kinds);
  write_list(object.at("spans"), reading.spans,
             [&](const Span& span) { Object(out).put("start", span.start).put("end", span.end); });
}

void write(std::string& out, const EmpathyReading& reading) {
  Object object(out);
  for (std::size_t i = 0; i < kMechanisms; ++i)
    object.put(name(static_cast<Mechanism>(i)), reading.levels[i]);
}

void write(std::string& out, const Concerns& concerns) {
  Object object(out);
  for (std::size_t i = 0; i < kAreas; ++i)
    object.put(name(static_cast<Area>(i)), concerns.areas[i]);
  object.put("any", concerns.any);
}

void write(std::string& out, const Reading& reading) {
  Object object(out);
  object.put("emotion", reading.emotion)
      .put("valence", reading.valence)
      .put("arousal", reading.arousal);
  if (reading.skills) object.put("skills", *reading.skills);
  if (reading.empathy) object.put("empathy", *reading.empathy);
  if (reading.concerns) object.put("concerns", *reading.concerns);
  if (reading.talk) object.put("talk", *reading.talk);
  if (reading.risk) object.put("risk", *reading.risk);
  if (reading.asks) object.put("asks", *reading.asks);
  object.put("abstains", reading.abstains);
  write_list(object.at("why"), reading.why, [&](const Evidence& why) {
    Object(out)
        .put("for", why.head)
        .put("start", why.start)
        .put("end", why.end)
        .put("weight", why.weight);
  });
}

void write(std::string& out, const State& state) {
  Object(out)
      .put("valence", state.valence)
      .put("arousal", state.arousal)
      .put("emotions", state.emotions)
      .put("distress", state.distress)
      .put("trust", state.trust)
      .put("hope", state.hope)
      .put("guard", state.guard)
      .put("phase", name(state.phase));
}

EmotionScores emotion_scores(const Json& json) {
  EmotionScores scores{};
  for (std::size_t i = 0; i < kEmotions; ++i) {
    scores[i] = json.value(std::string(name(static_cast<Emotion>(i))), 0.0);
  }
  return scores;
}

// Talks from before advice was told apart by leave say "advise".
Skill skill_from(const Json& json) {
  const std::string text = json.get<std::string>();
  return text == "advise" ? Skill::advise_without_permission : skill(text).value();
}

EmpathyReading empathy_from(const Json& json) {
  EmpathyReading reading;
  for (std::size_t i = 0; i < kMechanisms; ++i) {
    reading.levels[i] = json.value(std::string(name(static_cast<Mechanism>(i))), 0);
    reading.scores[i] = reading.levels[i] / 2.0;
  }
  return reading;
}

Concerns concerns_from(const Json& json) {
  Concerns concerns;
  for (std::size_t i = 0; i < kAreas; ++i)
    concerns.areas[i] = json.value(std::string(name(static_cast<Area>(i))), 0.0);
  concerns.any = json.value("any", 0.0);
  return concerns;
}

RiskReading risk_from(const Json& json) {
  RiskReading reading{
      risk_level(json.at("level").get<std::string>()).value(), json.at("score"), {}, {}};
  for (const Json& kind : json.at("kinds"))
    reading.kinds.push_back(risk_kind(kind.get<std::string>()).value());
  for (const Json& span : json.at("spans"))
    reading.spans.push_back({span.at("start"), span.at("end")});
  return reading;
}

/// What is read of one speaker's turns alone.
void add_parts(Reading& reading, const Json& json) {
  if (json.contains("empathy")) reading.empathy = empathy_from(json.at("empathy"));
  if (json.contains("concerns")) reading.concerns = concerns_from(json.at("concerns"));
  if (json.contains("risk")) reading.risk = risk_from(json.at("risk"));
  if (json.contains("talk")) {
    reading.talk = TalkReading{talk(json.at("talk").at("label").get<std::string>()).value(),
                               {},
                               json.at("talk").at("strength")};
  }
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
  add_parts(reading, json);
  reading.abstains = json.value("abstains", std::vector<std::string>{});
  for (const Json& why : json.value("why", Json::array())) {
    reading.why.push_back({why.at("for"), why.at("start"), why.at("end"), why.at("weight")});
  }
  return reading;
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

/// Writes a body's fields.
struct Write {
  Object& json;

  void operator()(const Opened& b) const {
    json.put("type", "opened").put("format", "attune-event").put("version", 1);
    json.put("case", b.case_id);
    json.put("help", name(b.help)).put_if("fading", b.fading);
    json.put_if("announced", b.announced);
    if (b.days > 0) json.put("days", b.days);
    json.put_unless_empty("owner", b.owner);
    if (b.case_hash.empty()) return;  // shown without what pins it
    json.put("case_hash", b.case_hash).put("seed", b.seed);
    json.put("mind", b.mind).put("reader", b.reader).put("voice", b.voice);
    if (b.branch_of) json.put("branch_of", b.branch_of->text()).put("branch_at", b.branch_at);
  }
  void operator()(const Agreed& b) const {
    json.put("type", "agreed").put("shared", b.shared);
    json.put("training", b.training).put("research", b.research);
  }
  void operator()(const Said& b) const {
    json.put("type", "said").put("turn", b.turn).put("speaker", name(b.speaker));
    json.put("text", b.text).put_unless_empty("key", b.key).put_unless_empty("adopted", b.adopted);
    if (!b.typing_ms.empty()) json.put("typing_ms", b.typing_ms);
    if (!b.lines.empty()) json.put("lines", b.lines);
    json.put_if("goodbye", b.goodbye).put_if("exhausted", b.exhausted);
    if (b.worded) json.put("worded", *b.worded);
    if (b.distance) json.put("distance", *b.distance);
  }
  void operator()(const Read& b) const {
    json.put("type", "read").put("turn", b.turn).put("speaker", name(b.speaker));
    json.put("reading", b.reading);
  }
  void operator()(const Moved& b) const {
    json.put("type", "moved").put("turn", b.turn).put("state", b.state);
    std::string& out = json.at("causes");
    write_list(out, b.causes, [&](const Cause& cause) {
      Object(out).put("what", cause.what).put("trust", cause.trust).put("guard", cause.guard);
    });
    json.put("memory", b.memory);
  }
  void operator()(const Intended& b) const {
    json.put("type", "intended").put("turn", b.turn).put("intent", name(b.intent));
    json.put_unless_empty("layer", b.layer).put_unless_empty("cue", b.cue);
    json.put_if("again", b.again).put_unless_empty("trap", b.trap).put_if("met", b.met);
    json.put_unless_empty("risk", b.risk).put_unless_empty("ending", b.ending);
  }
  void operator()(const CueMoved& b) const {
    json.put("type", kCueTypes[static_cast<std::size_t>(b.change)]).put("turn", b.turn);
    json.put("cue", b.cue);
    if (b.change != CueChange::caught) return;
    json.put("how", b.how).put("probability", b.probability).put("late", b.late);
  }
  void operator()(const Disclosed& b) const {
    json.put("type", "disclosed").put("turn", b.turn).put("layer", b.layer);
  }
  void operator()(const Suggested& b) const {
    json.put("type", "suggested").put("turn", b.turn);
    std::string& out = json.at("cards");
    write_list(out, b.cards, [&](const Suggestion& card) {
      Object(out)
          .put("kind", card.kind)
          .put("skill", card.skill)
          .put("why", card.why)
          .put("text", card.text)
          .put_unless_empty("cue", card.cue);
    });
    if (b.refused > 0) json.put("refused", b.refused);
    json.put_unless_empty("model", b.model);
  }
  void operator()(const Adopted& b) const {
    json.put("type", "adopted").put("turn", b.turn).put("kind", b.kind);
  }
  void operator()(const Nudged& b) const {
    json.put("type", "nudged").put("turn", b.turn).put("kind", b.kind).put("text", b.text);
    json.put_unless_empty("words", b.words).put("probability", b.probability);
    json.put_if("asks", b.asks);
  }
  void operator()(const Disputed& b) const {
    json.put("type", "disputed").put("turn", b.turn).put("kind", b.kind);
    json.put_unless_empty("reason", b.reason);
  }
  void operator()(const Consulted& b) const { json.put("type", "consulted").put("turn", b.turn); }
  void operator()(const Guessed& b) const {
    json.put("type", "guessed").put("turn", b.turn).put("emotion", name(b.emotion));
  }
  void operator()(const Rated& b) const {
    json.put("type", "rated").put("rater", b.rater).put("instrument", b.instrument);
    json.put("items", b.items);
    if (b.redo) json.put("redo", *b.redo);
  }
  void operator()(const Paused&) const { json.put("type", "paused"); }
  void operator()(const Resumed&) const { json.put("type", "resumed"); }
  void operator()(const Unheard& b) const { json.put("type", "unheard").put("turn", b.turn); }
  void operator()(const Closed& b) const { json.put("type", "closed").put("how", name(b.how)); }
  void operator()(const Erased&) const { json.put("type", "erased"); }
};

Opened opened_from(const Json& j) {
  Opened b{j.at("case"),        j.value("case_hash", ""), j.value("seed", std::uint64_t{0}),
           j.value("mind", ""), j.value("reader", ""),    j.value("voice", ""),
           std::nullopt,        j.value("branch_at", 0)};
  if (j.contains("branch_of")) b.branch_of = SessionId(j.at("branch_of").get<std::string>());
  b.help = help(j.value("help", "on_request")).value();
  b.fading = j.value("fading", false);
  b.owner = j.value("owner", "");
  b.announced = j.value("announced", false);
  b.days = j.value("days", 0);
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
          j.contains("worded") ? std::optional(worded_from(j.at("worded"))) : std::nullopt,
          j.contains("distance") ? std::optional(j.at("distance").get<double>()) : std::nullopt};
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
  Suggested b{j.at("turn"), {}, j.value("refused", 0), j.value("model", "")};
  for (const Json& card : j.at("cards")) {
    b.cards.push_back({card.at("kind"), card.at("skill"), card.at("why"), card.at("text"),
                       card.value("cue", "")});
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
  if (type == "agreed") return Agreed{j.at("shared"), j.at("training"), j.at("research")};
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
  if (type == "nudged") {
    return Nudged{j.at("turn"),         j.at("kind"),        j.at("text"),
                  j.value("words", ""), j.at("probability"), j.value("asks", false)};
  }
  if (type == "disputed") return Disputed{j.at("turn"), j.at("kind"), j.value("reason", "")};
  if (type == "consulted") return Consulted{j.at("turn")};
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

}  // namespace

std::string to_json(const Event& event) {
  std::string text;
  {
    Object json(text);
    json.put("seq", event.seq).put("at", event.at.time_since_epoch().count());
    std::visit(Write{json}, event.body);
  }
  return text;
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
  std::string text;
  write(text, reading);
  return text;
}

}  // namespace attune::conversation
