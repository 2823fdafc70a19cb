#include "voice/material.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/draw.h"
#include "voice/choose.h"
#include "voice/plain.h"
#include "voice/typing.h"

namespace attune::voice {
namespace {

using conversation::Intent;
using conversation::Speaker;

// Our choice: enough to hear how a person puts it, too little to copy from.
constexpr std::size_t kExamples = 3, kCueLines = 2, kSamples = 8;
constexpr std::size_t kShortestSample = 4, kLongestSample = 14;  // words
constexpr double kChance = 0.1;                                  // among lines about equally near
constexpr double kOfMood = 0.1;

bool has_placeholder(const client::Line& line) {
  return std::ranges::any_of(line.bubbles, [](const std::string& bubble) {
    return bubble.find('{') != std::string::npos;
  });
}

std::string_view last_heard(const Brief& brief) {
  const bool spoken_to = !brief.talk.empty() && brief.talk.back().speaker == Speaker::supporter;
  return spoken_to ? std::string_view(brief.talk.back().text) : std::string_view();
}

}  // namespace

/// Lines that would serve; empty fields bind nothing.
struct Material::Kind {
  std::string intent, layer, cue, trap;
  std::optional<bool> again;
};

bool is_out(const Brief& brief, const std::string& layer) {
  return layer.empty() || brief.disclosed.contains(layer) ||
         (brief.intended.intent == Intent::disclose && brief.intended.layer == layer);
}

std::string variant(const conversation::Intended& intended) {
  const std::string name(conversation::name(intended.intent));
  if (intended.intent == Intent::react) return name + (intended.met ? "_met" : "_fed");
  if (intended.intent == Intent::answer_risk)
    return name + "_" + (intended.risk.empty() ? "told" : intended.risk);
  if (intended.intent == Intent::close)
    return name + "_" + (intended.ending.empty() ? "half" : intended.ending);
  return name;
}

Material::Material(const client::Case& person, const language::Meaning& meaning)
    : person_(person), meaning_(meaning) {
  for (const client::Line& line : person.lines)
    if (!has_placeholder(line)) lines_.push_back({&line, meaning.sense(text_of(line))});
  pick_samples();
}

void Material::pick_samples() {
  static constexpr std::array<std::string_view, 4> kKinds = {"unplaced", "no_answer", "soften",
                                                             "confirm"};
  for (const std::string_view kind : kKinds) {
    std::size_t taken = 0;
    for (const Ready& ready : lines_) {
      const client::Line& line = *ready.line;
      const std::size_t words = count_words(text_of(line));
      if (line.intent != kind || !line.layer.empty() || !line.topic.empty() || !line.asks.empty() ||
          words < kShortestSample || words > kLongestSample)
        continue;
      samples_.push_back(&line);
      if (++taken == kSamples / kKinds.size()) break;
    }
  }
}

std::vector<const client::Line*> Material::best(const Brief& brief, const Kind& kind,
                                                std::size_t most) const {
  const language::Sense heard = meaning_.sense(last_heard(brief));
  const client::Band mood = band(brief.state);
  std::vector<std::pair<double, const client::Line*>> found;
  for (const Ready& ready : lines_) {
    const client::Line& line = *ready.line;
    if (line.intent != kind.intent || (!kind.layer.empty() && line.layer != kind.layer) ||
        (!kind.cue.empty() && line.cue != kind.cue) ||
        (!kind.trap.empty() && line.trap != kind.trap) || (kind.again && line.again != *kind.again))
      continue;
    if (!is_out(brief, line.layer) || brief.used.contains(line.id)) continue;
    if (brief.draft.find(line.bubbles.front()) != std::string::npos) continue;  // it stands there
    double value = meaning_.similarity(heard, ready.sense) +
                   kChance * base::draw(brief.seed, static_cast<std::uint64_t>(brief.intended.turn),
                                        "example " + line.id);
    if (line.band == mood) value += kOfMood;
    if (line.band != mood && line.band != client::Band::any) value -= kOfMood;
    found.emplace_back(-value, &line);
  }
  std::ranges::sort(found, {},
                    [](const auto& one) { return std::pair(one.first, one.second->id); });
  std::vector<const client::Line*> lines;
  for (const auto& one : found)
    if (lines.size() < most) lines.push_back(one.second);
  return lines;
}

Offer Material::offer(const Brief& brief) const {
  const conversation::Intended& intended = brief.intended;
  Offer offer;
  for (const client::Layer& layer : person_.layers)
    if (is_out(brief, layer.id)) offer.known.push_back(&layer);
  std::vector<Kind> kinds;
  switch (intended.intent) {
    case Intent::open:
      kinds = {{.intent = "opening"}};
      break;
    case Intent::disclose:
      kinds = {{.intent = "disclose", .layer = intended.layer},
               {.intent = "stay", .layer = intended.layer}};
      break;
    case Intent::stay:
    case Intent::hint:
      kinds = {{.intent = "stay"}, {.intent = "elicit"}};
      break;
    case Intent::soften:
      kinds = {{.intent = "soften"}, {.intent = "stay"}};
      break;
    case Intent::ask:
      kinds = {{.intent = "ask", .trap = intended.trap}};
      break;
    case Intent::react:
      kinds = {{.intent = intended.met ? "met" : "fed", .trap = intended.trap}};
      break;
    case Intent::answer_risk:
      kinds = {{.intent = "risk_" + (intended.risk.empty() ? "told" : intended.risk)},
               {.intent = "risk_told"}};
      break;
    case Intent::close:
      kinds = {{.intent = intended.ending == "leave" ? "leave" : "goodbye_" + intended.ending}};
      break;
    default:
      kinds = {{.intent = std::string(conversation::name(intended.intent))}};
  }
  for (const Kind& kind : kinds) {
    auto lines = best(brief, kind, kExamples - offer.examples.size());
    offer.examples.insert(offer.examples.end(), lines.begin(), lines.end());
  }
  if (!intended.cue.empty() && intended.intent != Intent::withdraw) {
    offer.cue =
        best(brief, {.intent = "hint", .cue = intended.cue, .again = intended.again}, kCueLines);
    if (offer.cue.empty())
      offer.cue = best(brief, {.intent = "hint", .cue = intended.cue}, kCueLines);
  }
  return offer;
}

}  // namespace attune::voice
