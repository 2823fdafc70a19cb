#include <algorithm>
#include <cctype>
#include <cmath>

#include <nlohmann/json.hpp>

#include "base/draw.h"
#include "progress/abilities.h"
#include "progress/exposure.h"
#include "progress/fading.h"
#include "progress/next.h"
#include "progress/progress.h"
#include "progress/trend.h"

namespace attune::progress {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value) {
  return std::round(value * 10000) / 10000;
}

Json skills_json(const Source& source) {
  Json all = Json::array();
  for (const AbilityCourse& course : abilities(source.records)) {
    Json talks = Json::array();
    for (const AbilityCourse::Talk& talk : course.talks)
      talks.push_back(
          {{"session", talk.session.text()}, {"value", rounded(talk.value)}, {"n", talk.n}});
    const bool by_talk = course.basis == AbilityCourse::Basis::talks;
    all.push_back({{"skill", name(course.ability)},
                   {"value", rounded(course.value)},
                   {"low", rounded(course.low)},
                   {"high", rounded(course.high)},
                   {"n", course.n},
                   {"interval", by_talk ? "talks" : "turns"},
                   {"talks", std::move(talks)}});
  }
  return all;
}

Json dependence_json(const std::vector<Record>& records) {
  Json all = Json::array();
  for (const Record& record : records) {
    if (!record.counts()) continue;
    const Use& use = record.use;
    all.push_back({{"session", record.session.text()},
                   {"opened", record.opened.time_since_epoch().count()},
                   {"help", conversation::name(record.help)},
                   {"offered", use.offered},
                   {"adopted", use.adopted},
                   {"edited", use.edited},
                   {"ignored", use.ignored},
                   {"distance", use.distance ? Json(rounded(*use.distance)) : Json(nullptr)},
                   {"decide_ms", use.decide ? Json(use.decide->count()) : Json(nullptr)},
                   {"share", rounded(use.share)}});
  }
  return all;
}

Json trend_json(const Source& source, std::uint64_t seed) {
  switch (trend(source.records)) {
    case Trend::unknown:
      return nullptr;
    case Trend::none:
      return source.texts.say("trend.none", seed);
    case Trend::less:
      return source.texts.say("trend.less", seed);
    case Trend::same:
      return source.texts.say("trend.same", seed);
    case Trend::more:
      return source.texts.say("trend.more", seed);
  }
  return nullptr;
}

Json fading_json(const Source& source, std::uint64_t seed) {
  constexpr const char* kKeys[] = {"first", "learning", "growing", "steady"};
  const Fading now = fading(source.records);
  Texts::Slots slots;
  if (now.least)
    slots["least"] = source.texts.say("ability." + std::string(name(*now.least)), seed);
  std::string why = source.texts.say(
      std::string("fading.") + kKeys[static_cast<std::size_t>(now.reason)], seed, slots);
  if (now.scheduled) why += " " + source.texts.say("fading.alone", seed);
  return {{"level", conversation::name(now.level)},
          {"why", why},
          {"without_help_next", now.without_help_next}};
}

/// Inside a sentence: "Hearing shame" becomes "hearing shame"; a name at its head is rare, and a
/// word all in capitals stays.
std::string inside(std::string trains) {
  const auto letter = [&](std::size_t at) { return static_cast<unsigned char>(trains[at]); };
  if (trains.size() > 1 && std::islower(letter(1)) != 0)
    trains[0] = static_cast<char>(std::tolower(letter(0)));
  while (!trains.empty() && trains.back() == '.') trains.pop_back();
  return trains;
}

Json next_json(const Source& source, std::uint64_t seed) {
  constexpr const char* kKeys[] = {"first", "lighter", "step", "least"};
  const auto found = next({source.records, source.people, source.preferences, source.now});
  if (!found) return nullptr;
  const std::string key = std::string("next.") + kKeys[static_cast<std::size_t>(found->reason)];
  return {
      {"case", found->person->id},
      {"why", source.texts.say(
                  key, seed, {{"name", found->person->name}, {"trains", inside(found->trains)}})}};
}

Json exposure_json(const Source& source, std::uint64_t seed) {
  const Exposure now = exposure(source.records, source.people, source.now);
  if (now.state == Exposure::State::fine)
    return {{"state", name(now.state)}, {"why", ""}, {"until", nullptr}};
  const bool stopped = now.last->ending == conversation::Ending::stop;
  const std::string key = now.state == Exposure::State::cool_down ? "exposure.cool_down"
                          : stopped                               ? "exposure.stop"
                                                                  : "exposure.check_in";
  const auto person = source.people.find(now.last->case_id);
  return {{"state", name(now.state)},
          {"why",
           source.texts.say(key, seed,
                            {{"name", person == source.people.end() ? "" : person->second->name}})},
          {"until", now.until->time_since_epoch().count()}};
}

}  // namespace

std::string progress_json(const Source& source) {
  const auto& records = source.records;
  // The same sentences until the next talk.
  const std::uint64_t seed = records.empty() ? 1 : base::hash(records.back().session.text());
  const auto talks = std::count_if(records.begin(), records.end(),
                                   [](const Record& record) { return record.counts(); });
  const Json out = {{"talks", talks},
                    {"skills", skills_json(source)},
                    {"dependence", dependence_json(records)},
                    {"trend", trend_json(source, seed)},
                    {"fading", fading_json(source, seed)},
                    {"next", next_json(source, seed)},
                    {"exposure", exposure_json(source, seed)}};
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace attune::progress
