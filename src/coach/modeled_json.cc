#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "coach/modeled.h"
#include "coach/phrases.h"

namespace attune::coach {
namespace {

using Json = nlohmann::ordered_json;
using conversation::Observed;
using conversation::Suggestion;

// Of the talk's last lines, so that a long talk fits; our choice.
constexpr std::size_t kLinesShown = 24;

// What a card's skill may be: those of docs/formats/suggestions.md that a model can show.
constexpr auto kSkills = std::to_array<std::string_view>(
    {"open_question", "closed_question", "simple_reflection", "complex_reflection", "affirm",
     "give_information", "stay", "share", "seek_collaboration", "emphasize_autonomy"});

Json text_schema(int least, int most) {
  return {{"type", "string"}, {"minLength", least}, {"maxLength", most}};
}

std::string schema() {
  const Json card{{"type", "object"},
                  {"properties",
                   {{"text", text_schema(8, 300)},
                    {"skill", {{"type", "string"}, {"enum", kSkills}}},
                    {"why", text_schema(8, 200)},
                    {"cue", text_schema(0, 160)}}},
                  {"required", {"text", "skill", "why", "cue"}}};
  Json kinds = Json::object();
  for (const std::string_view kind : kKindNames) kinds[kind] = card;
  return Json{{"type", "object"}, {"properties", kinds}, {"required", kKindNames}}.dump();
}

/// One turn a line, so that nobody's words pass for a part of the prompt.
std::string in_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

std::string talk_text(const Observed& observed) {
  const std::size_t count = std::min(observed.lines.size(), kLinesShown);
  std::string out = "The talk so far, oldest first:\n";
  for (std::size_t i = observed.lines.size() - count; i < observed.lines.size(); ++i) {
    const conversation::Turn& said = observed.lines[i].said;
    const bool theirs = said.speaker == conversation::Speaker::client;
    out += (theirs ? observed.client_name : "Supporter") + ": " + in_one_line(said.text) + "\n";
  }
  out += "\nIdeas that were offered before; do not offer them again:\n";
  for (const auto& round : observed.suggested)
    for (const Suggestion& card : round.cards) out += "- " + in_one_line(card.text) + "\n";
  return out + "\nNow the three ideas for what the supporter could write next.";
}

}  // namespace

llm::Prompt ModeledCoach::prompt(const Observed& observed) const {
  llm::Prompt prompt;
  prompt.messages = {{llm::Role::system, instructions_}, {llm::Role::user, talk_text(observed)}};
  prompt.max_tokens = 600;
  prompt.temperature = 0.8;
  prompt.json_schema = schema();
  prompt.purpose = "ideas";
  return prompt;
}

conversation::Suggested ModeledCoach::take(const Observed& observed, std::uint64_t seed,
                                           const llm::Answer& answer) const {
  std::vector<Suggestion> written;
  const Json json = Json::parse(answer.text, nullptr, false);
  for (const std::string_view kind : kKindNames) {
    const Json card = json.is_object() ? json.value(kind, Json()) : Json();
    if (!card.is_object()) continue;
    const auto part = [&](const char* key) { return card.value(key, ""); };
    written.push_back({std::string(kind), part("skill"), part("why"), part("text"), part("cue")});
  }
  conversation::Suggested suggested = coach_.vet(observed, seed, std::move(written));
  suggested.model = answer.model;
  return suggested;
}

}  // namespace attune::coach
