#include "voice/modeled.h"

#include <algorithm>
#include <cctype>
#include <mutex>
#include <optional>

#include "base/draw.h"
#include "base/utf8.h"
#include "voice/fill.h"
#include "voice/judge.h"
#include "voice/material.h"
#include "voice/mend.h"
#include "voice/plain.h"
#include "voice/render.h"
#include "voice/typing.h"

namespace attune::voice {
namespace {

using conversation::Intent;
using conversation::Speaker;

// Raise it whenever an answer may be judged otherwise.
constexpr const char* kVersion = "modeled-4";

// Our choice: so much of the talk as small models still follow; older turns are left out.
constexpr std::size_t kTurns = 24, kLettersATurn = 700;
constexpr double kTemperature = 0.9;  // words should vary from talk to talk
constexpr int kTokensAWord = 2, kTokensBeside = 40;

/// On one line, so that nobody's words can pass for a part of the prompt.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) line += c == '\n' || c == '\r' ? std::string(" / ") : std::string(1, c);
  if (base::length(line) > kLettersATurn) {
    std::size_t end = kLettersATurn;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
    line = line.substr(0, end) + " …";
  }
  return line;
}

std::string list(const std::vector<const client::Line*>& lines) {
  std::string text;
  for (const client::Line* line : lines)
    text += (text.empty() ? "- " : "\n- ") + on_one_line(text_of(*line));
  return text;
}

const std::string& degree(const std::vector<Degree>& scale, double value) {
  for (const Degree& step : scale)
    if (value <= step.most) return step.words;
  return scale.back().words;
}

std::string sentences(const std::vector<std::string>& all) {
  std::string text;
  for (const std::string& one : all)
    if (!one.empty()) text += (text.empty() ? "" : " ") + one;
  return text;
}

}  // namespace

struct ModeledVoice::Parts {
  Parts(const client::Case& a_person, const language::Reader& a_reader,
        const language::Meaning& a_meaning, const Prompts& a_prompts)
      : person(a_person),
        reader(a_reader),
        meaning(a_meaning),
        prompts(a_prompts),
        typing(typing_of(a_person)) {}

  struct Read {
    explicit Read(const Parts& parts)
        : material(parts.person, parts.meaning),
          judge(parts.person, parts.reader, parts.meaning, parts.prompts, parts.typing),
          system(parts.system(material)) {}

    Material material;
    Judge judge;
    std::string system;
  };

  /// Made for the first turn: a program that starts should not wait for every client's lines.
  const Read& read() {
    std::call_once(once, [this] { made.emplace(*this); });
    return *made;
  }

  /// What experts said of the person's replies, with the words that they are not to hold.
  [[nodiscard]] std::string principles() const {
    std::string text;
    for (const client::Principle& one : person.principles) {
      text += (text.empty() ? "- " : "\n- ") + on_one_line(one.principle);
      for (const std::string& phrase : one.never)
        text += (&phrase == &one.never.front() ? " Never in words such as: \"" : "; \"") +
                on_one_line(phrase) + "\"";
    }
    return text;
  }

  [[nodiscard]] std::string system(const Material& material) const {
    const client::Traits& own = person.traits;
    const auto trait = [&](const char* name, double value) {
      return degree(prompts.traits.at(name), value);
    };
    const auto way = [&](const char* name) { return prompts.typing.at(name); };
    const std::string nature =
        sentences({trait("reactance", own.reactance), trait("guardedness", own.guardedness),
                   trait("rumination", own.rumination), trait("expressiveness", own.expressiveness),
                   trait("warmth_seeking", own.warmth_seeking), trait("patience", own.patience)});
    const std::string typed = sentences({way(typing.lower_case ? "lower_case" : "capitals"),
                                         way(typing.full_stops ? "full_stops" : "no_full_stops"),
                                         way(typing.bursts ? "bursts" : "one_message"),
                                         typing.emoji ? "" : way("no_emoji"),
                                         typing.exclaims ? "" : way("no_exclamation")});
    return fill(prompts.person, {{"name", person.name},
                                 {"age", std::to_string(person.age)},
                                 {"place", person.place},
                                 {"who", person.card.who},
                                 {"nature", nature},
                                 {"typing", typed},
                                 {"samples", list(material.samples())},
                                 {"principles", principles()},
                                 {"least", std::to_string(typing.least)},
                                 {"most", std::to_string(typing.most)}});
  }

  [[nodiscard]] std::string talk(const Brief& brief) const {
    std::string text;
    const std::size_t first = brief.talk.size() > kTurns ? brief.talk.size() - kTurns : 0;
    for (std::size_t i = first; i < brief.talk.size(); ++i)
      text += (text.empty() ? "" : "\n") +
              (brief.talk[i].speaker == Speaker::client ? person.name : std::string("Listener")) +
              ": " + on_one_line(brief.talk[i].text);
    return text;
  }

  [[nodiscard]] std::string state(const conversation::State& now) const {
    const auto& scales = prompts.state;
    return sentences({degree(scales.at("trust"), now.trust), degree(scales.at("guard"), now.guard),
                      degree(scales.at("distress"), now.distress),
                      degree(scales.at("hope"), now.hope),
                      degree(scales.at("energy"), (now.arousal + 1) / 2)});
  }

  [[nodiscard]] std::string turn(const Brief& brief) {
    const Read& all = read();
    const Offer offer = all.material.offer(brief);
    const std::size_t limit = all.judge.limit(brief);
    std::string known;
    for (const client::Layer* layer : offer.known)
      if (!all.judge.tells_hidden(layer->about, brief))
        known += (known.empty() ? "- " : "\n- ") + layer->about;
    const bool brief_turn =
        brief.intended.intent == Intent::silent || brief.intended.intent == Intent::close;
    return fill(prompts.turn, {{"name", person.name},
                               {"talk", talk(brief)},
                               {"known", known},
                               {"state", state(brief.state)},
                               {"intent", prompts.intents.at(variant(brief.intended))},
                               {"draft", on_one_line(brief.draft)},
                               {"examples", list(offer.examples)},
                               {"cue", list(offer.cue)},
                               {"length", fill(prompts.length.at(brief_turn ? "short" : "usual"),
                                               {{"limit", std::to_string(limit)}})}});
  }

  const client::Case& person;
  const language::Reader& reader;
  const language::Meaning& meaning;
  const Prompts& prompts;
  const Typing typing;
  std::once_flag once;
  std::optional<Read> made;
};

ModeledVoice::ModeledVoice(const client::Case& person, const language::Reader& reader,
                           const language::Meaning& meaning, const Prompts& prompts)
    : parts_(std::make_unique<Parts>(person, reader, meaning, prompts)) {}

ModeledVoice::~ModeledVoice() = default;

llm::Prompt ModeledVoice::prompt(const Brief& brief, const Refused* refused) const {
  std::string turn = parts_->turn(brief);
  if (refused) {
    std::string faults;
    for (const Fault& fault : refused->faults) faults += (faults.empty() ? "" : " ") + fault.why;
    turn += "\n" + fill(parts_->prompts.again, {{"name", parts_->person.name},
                                                {"words", on_one_line(refused->words)},
                                                {"faults", faults}});
  }
  llm::Prompt prompt;
  prompt.messages = {{llm::Role::system, parts_->read().system}, {llm::Role::user, turn}};
  prompt.max_tokens =
      static_cast<int>(parts_->read().judge.limit(brief)) * kTokensAWord + kTokensBeside;
  prompt.temperature = kTemperature;
  prompt.seed = static_cast<std::uint32_t>(base::hash(std::to_string(brief.seed) + " " +
                                                      std::to_string(brief.intended.turn) +
                                                      (refused ? " again" : "")));
  prompt.purpose = "voice";
  return prompt;
}

tl::expected<Utterance, std::vector<Fault>> ModeledVoice::take(const Brief& brief,
                                                               const std::string& answer) const {
  const Parts::Read& all = parts_->read();
  Utterance utterance;
  utterance.bubbles = mend(answer, parts_->person.name, parts_->typing);
  if (const auto whats = all.judge.faults(brief, answer, utterance.bubbles); !whats.empty()) {
    std::vector<Fault> faults;
    for (const std::string& what : whats) faults.push_back({what, parts_->prompts.faults.at(what)});
    return tl::unexpected(std::move(faults));
  }
  limit(utterance.bubbles);
  utterance.typing_ms = typing_times(utterance.bubbles, brief);
  return utterance;
}

std::string ModeledVoice::version() const {
  return std::string(kVersion) + "-" + parts_->prompts.version;
}

}  // namespace attune::voice
