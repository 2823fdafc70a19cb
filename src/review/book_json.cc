#include <exception>
#include <limits>

#include <nlohmann/json.hpp>

#include "review/book.h"

namespace attune::review {
namespace {

using Json = nlohmann::ordered_json;
using Strings = std::vector<std::string>;

Json json(const Rater& rater) {
  Json made{{"id", rater.id}, {"kind", name(rater.kind)}};
  if (!rater.version.empty()) made["version"] = rater.version;
  return made;
}

Json json(const Sheet& sheet) {
  Json made{{"instrument", sheet.instrument}};
  if (sheet.turn) made["turn"] = *sheet.turn;
  made["answers"] = sheet.answers;
  return made;
}

Json json(const Mark& mark) {
  return {{"instrument", mark.instrument},
          {"code", mark.code},
          {"turn", mark.turn},
          {"start", mark.start},
          {"end", mark.end},
          {"severity", mark.severity},
          {"text", mark.text}};
}

Json json(const Form& form) {
  Json made{{"sheets", Json::array()}, {"marks", Json::array()}};
  for (const Sheet& sheet : form.sheets) made["sheets"].push_back(json(sheet));
  for (const Mark& mark : form.marks) made["marks"].push_back(json(mark));
  made["comment"] = form.comment;
  made["seconds"] = form.seconds;
  return made;
}

std::int64_t count(base::Instant at) {
  return at.time_since_epoch().count();
}

Json json(const stats::Steps& steps) {
  return {{"from", steps.from}, {"value", steps.value}};
}

/// What is no number becomes null.
Json json(const stats::Estimate& estimate) {
  return {{"value", estimate.value}, {"low", estimate.low}, {"high", estimate.high}};
}

Json json(const Recalibrated& made) {
  Json left = Json::array();
  for (const stats::Steps& steps : made.left) left.push_back(json(steps));
  return {{"type", "recalibrated"},      {"score", made.score},       {"version", made.version},
          {"steps", json(made.steps)},   {"left", std::move(left)},   {"talks", made.talks},
          {"before", json(made.before)}, {"after", json(made.after)}, {"by", made.by},
          {"at", count(made.at)}};
}

struct Write {
  Json operator()(const Talk& talk) const {
    Json made{{"type", "talk"}, {"talk", talk.id}, {"origin", name(talk.origin)}};
    made["turns"] = Json::array();
    for (const auto& turn : talk.turns)
      made["turns"].push_back({{"speaker", name(turn.speaker)}, {"text", turn.text}});
    made["supporter"] = talk.supporter;
    made["arm"] = talk.arm;
    made["case"] = talk.case_id;
    made["basis"] = talk.basis;
    return made;
  }
  Json operator()(const Batch& batch) const {
    return {{"type", "batch"},        {"batch", batch.id},
            {"title", batch.title},   {"instruments", batch.instruments},
            {"talks", batch.talks},   {"pairs", batch.pairs},
            {"raters", batch.raters}, {"seed", batch.seed},
            {"trial", batch.trial}};
  }
  Json operator()(const Rating& rating) const {
    return {{"type", "rating"},          {"task", rating.task},
            {"talk", rating.talk},       {"rater", json(rating.rater)},
            {"form", json(rating.form)}, {"at", count(rating.at)}};
  }
  Json operator()(const Choice& choice) const {
    return {
        {"type", "choice"},        {"task", choice.task},         {"first", choice.first},
        {"second", choice.second}, {"rater", json(choice.rater)}, {"preferred", choice.preferred},
        {"reason", choice.reason}, {"seconds", choice.seconds},   {"at", count(choice.at)}};
  }
  Json operator()(const Settled& settled) const {
    Json made{{"type", "settled"}, {"talk", settled.talk}, {"instrument", settled.instrument}};
    made["what"] = settled.what;
    if (settled.turn) made["turn"] = *settled.turn;
    if (settled.value) made["value"] = *settled.value;
    made["reason"] = settled.reason;
    made["by"] = settled.by;
    made["open"] = settled.open;
    made["at"] = count(settled.at);
    return made;
  }
  Json operator()(const Gold& gold) const {
    return {{"type", "gold"}, {"talk", gold.talk}, {"form", json(gold.form)}, {"by", gold.by}};
  }
  Json operator()(const FloorSet& set) const {
    return {{"type", "floor"}, {"floor", set.floor}, {"by", set.by}, {"at", count(set.at)}};
  }
  Json operator()(const Recalibrated& made) const { return json(made); }
  Json operator()(const Reverted& back) const {
    return {{"type", "reverted"},
            {"score", back.score},
            {"version", back.version},
            {"by", back.by},
            {"at", count(back.at)}};
  }
};

base::Instant instant(const Json& json) {
  return base::Instant(std::chrono::milliseconds(json.at("at").get<std::int64_t>()));
}

template <class T>
std::optional<T> maybe(const Json& json, const char* key) {
  return json.contains(key) ? std::optional<T>(json.at(key).get<T>()) : std::nullopt;
}

Rater rater_from(const Json& json) {
  return {json.at("id"), rater_kind(json.at("kind").get<std::string>()).value(),
          json.value("version", "")};
}

Form form_from(const Json& json) {
  Form form;
  for (const Json& sheet : json.value("sheets", Json::array())) {
    form.sheets.push_back(
        {sheet.at("instrument"), maybe<int>(sheet, "turn"), sheet.value("answers", Answers{})});
  }
  for (const Json& mark : json.value("marks", Json::array())) {
    form.marks.push_back({mark.at("instrument"), mark.at("code"), mark.at("turn"),
                          mark.value("start", 0), mark.value("end", 0), mark.value("severity", 0),
                          mark.value("text", "")});
  }
  form.comment = json.value("comment", "");
  form.seconds = json.value("seconds", 0.0);
  return form;
}

/// The library would cut 2.5 to 2, and wrap large numbers, without a word.
bool has_odd_number(const Json& json) {
  if (json.is_number()) {
    return !json.is_number_integer() || json < std::numeric_limits<int>::min() ||
           json > std::numeric_limits<int>::max();
  }
  if (!json.is_structured()) return false;
  for (const auto& [key, value] : json.items())
    if (key != "seconds" && has_odd_number(value)) return true;
  return false;
}

Talk talk_from(const Json& json) {
  Talk talk{.id = json.at("talk"),
            .origin = origin(json.at("origin").get<std::string>()).value(),
            .turns = {},
            .supporter = json.value("supporter", ""),
            .arm = json.value("arm", ""),
            .case_id = json.value("case", ""),
            .basis = json.value("basis", "")};
  for (const Json& turn : json.at("turns")) {
    talk.turns.push_back({conversation::speaker(turn.at("speaker").get<std::string>()).value(),
                          turn.at("text").get<std::string>()});
  }
  return talk;
}

Batch batch_from(const Json& json) {
  Batch batch{json.at("batch"),  json.at("title"), json.at("instruments"), json.at("talks"), {},
              json.at("raters"), json.at("seed"),  json.value("trial", "")};
  for (const Json& pair : json.value("pairs", Json::array()))
    batch.pairs.emplace_back(pair.at(0), pair.at(1));
  return batch;
}

Choice choice_from(const Json& json) {
  return {json.at("task"),
          json.at("first"),
          json.at("second"),
          rater_from(json.at("rater")),
          json.at("preferred"),
          json.value("reason", ""),
          json.value("seconds", 0.0),
          instant(json)};
}

Settled settled_from(const Json& json) {
  return {json.at("talk"),          json.at("instrument"),     json.at("what"),
          maybe<int>(json, "turn"), maybe<int>(json, "value"), json.value("reason", ""),
          json.value("by", ""),     json.value("open", false), instant(json)};
}

stats::Steps steps_from(const Json& json) {
  return {json.at("from"), json.at("value")};
}

stats::Estimate estimate_from(const Json& json) {
  const auto number = [&](const char* key) {
    const Json& value = json.at(key);
    return value.is_null() ? std::numeric_limits<double>::quiet_NaN() : value.get<double>();
  };
  return {number("value"), number("low"), number("high")};
}

Recalibrated recalibrated_from(const Json& json) {
  Recalibrated made{.score = json.at("score"),
                    .version = json.at("version"),
                    .steps = steps_from(json.at("steps")),
                    .left = {},
                    .talks = json.at("talks"),
                    .before = estimate_from(json.at("before")),
                    .after = estimate_from(json.at("after")),
                    .by = json.value("by", ""),
                    .at = instant(json)};
  for (const Json& steps : json.at("left")) made.left.push_back(steps_from(steps));
  made.left.resize(kParts);
  return made;
}

std::optional<Entry> entry_from(const std::string& type, const Json& json) {
  if (type == "talk") return talk_from(json);
  if (type == "batch") return batch_from(json);
  if (type == "rating") {
    return Rating{json.at("task"), json.at("talk"), rater_from(json.at("rater")),
                  form_from(json.at("form")), instant(json)};
  }
  if (type == "choice") return choice_from(json);
  if (type == "settled") return settled_from(json);
  if (type == "gold")
    return Gold{json.at("talk"), form_from(json.at("form")), json.value("by", "")};
  if (type == "floor") return FloorSet{json.at("floor"), json.value("by", ""), instant(json)};
  if (type == "recalibrated") return recalibrated_from(json);
  if (type == "reverted")
    return Reverted{json.at("score"), json.at("version"), json.value("by", ""), instant(json)};
  return std::nullopt;
}

}  // namespace

std::string to_json(const Entry& entry) {
  return std::visit(Write{}, entry).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_json(const Form& form) {
  return json(form).dump(-1, ' ', false, Json::error_handler_t::replace);
}

base::Result<Entry> entry_from_json(std::string_view text) {
  try {
    const Json json = Json::parse(text);
    auto entry = entry_from(json.at("type"), json);
    if (entry) return *std::move(entry);
    return base::fail(base::Code::invalid, "its type is unknown to this version of Attune");
  } catch (const std::exception&) {
    // The library's message may quote the text, so it is not passed on.
    return base::fail(base::Code::invalid, "the JSON is malformed or a field is missing");
  }
}

base::Result<Form> form_from_json(std::string_view text) {
  try {
    const Json json = Json::parse(text);
    if (!has_odd_number(json)) return form_from(json);
  } catch (const std::exception&) {
    // The library's message may quote the text, so it is not passed on.
  }
  return base::fail(base::Code::invalid,
                    "the form is no JSON of docs/formats/review.md: a field is missing or of "
                    "another kind");
}

}  // namespace attune::review
