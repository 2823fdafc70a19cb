#include "voice/script.h"

#include <algorithm>
#include <cctype>

namespace attune::voice {
namespace {

constexpr int kNever = 1000;
constexpr std::size_t kEnoughToKnow = 8;  // letters of a line that stands among other words

std::string words_of(const client::Line& line) {
  std::string text;
  for (const std::string& bubble : line.bubbles) text += (text.empty() ? "" : " ") + bubble;
  return text;
}

std::string first_word(std::string_view text) {
  std::string word;
  for (const char c : text) {
    if (std::isalpha(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) > 127)
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    else if (!word.empty())
      break;
  }
  return word;
}

/// The longest stretch of a bubble without a placeholder: enough to know it again.
std::string fixed_part(const std::string& bubble) {
  const std::size_t open = bubble.find('{');
  if (open == std::string::npos) return bubble;
  const std::size_t close = bubble.find('}', open);
  const std::string before = bubble.substr(0, open);
  const std::string after = close == std::string::npos ? "" : bubble.substr(close + 1);
  return before.size() > after.size() ? before : after;
}

}  // namespace

int Past::ago(const Part& part) const {
  for (std::size_t i = turns.size(); i > 0; --i)
    if (std::ranges::find(turns[i - 1], &part) != turns[i - 1].end())
      return static_cast<int>(turns.size() - i);
  return kNever;
}

bool Past::last_had(std::string_view intent) const {
  return !turns.empty() && std::ranges::any_of(turns.back(), [&](const Part* part) {
    return part->line->intent == intent;
  });
}

Script::Script(const client::Case& person, const language::Meaning& meaning, const Wording& wording)
    : person_(person),
      meaning_(meaning),
      wording_(wording),
      topics_(person, meaning.questions(), wording) {
  std::size_t lower = 0;
  parts_.reserve(person.lines.size());
  for (const client::Line& line : person.lines) {
    const std::string text = words_of(line);
    parts_.push_back({&line, meaning.sense(text), count_words(text), first_word(text),
                      text.find("{feeling}") != std::string::npos,
                      text.find("{echo}") != std::string::npos});
    if (!text.empty() && std::islower(static_cast<unsigned char>(text[0]))) ++lower;
  }
  lower_case_ = lower * 2 > parts_.size();
  for (const Part& part : parts_) {
    by_intent_[part.line->intent].push_back(&part);
    by_id_.emplace(part.line->id, &part);
  }
}

const std::vector<const Part*>& Script::with_intent(std::string_view intent) const {
  static const std::vector<const Part*> none;
  const auto found = by_intent_.find(intent);
  return found == by_intent_.end() ? none : found->second;
}

const Part* Script::find(const std::string& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

std::vector<const Part*> Script::lines_of(const Brief& brief, std::size_t turn) const {
  std::vector<const Part*> found;
  if (turn < brief.lines.size())
    for (const std::string& id : brief.lines[turn])
      if (const Part* part = find(id)) found.push_back(part);
  return found;
}

std::vector<std::string> Script::lines_in(const std::string& text) const {
  std::vector<std::string> ids;
  for (const Part& part : parts_) {
    const bool all = std::ranges::all_of(part.line->bubbles, [&](const std::string& bubble) {
      const std::string fixed = fixed_part(bubble);
      return fixed.size() < kEnoughToKnow
                 ? ("\n" + text + "\n").find("\n" + bubble + "\n") != text.npos
                 : text.find(fixed) != text.npos;
    });
    if (all) ids.push_back(part.line->id);
  }
  return ids;
}

/// The client's last words without those that say nothing of a matter: "That helps a little."
std::string told(const Past& past) {
  static constexpr std::array<std::string_view, 9> kEmpty = {
      "confirm", "deny", "soften", "pity", "praise", "thanks", "forgive", "shift", "beside"};
  std::string words;
  for (const Part* part : past.turns.back()) {
    if (std::ranges::find(kEmpty, part->line->intent) != kEmpty.end()) continue;
    for (const std::string& bubble : part->line->bubbles) words += bubble + "\n";
  }
  return words;
}

Past Script::recall(const Brief& brief) const {
  Past past;
  for (std::size_t i = 0; i < brief.talk.size(); ++i) {
    const conversation::Turn& turn = brief.talk[i];
    if (turn.speaker == conversation::Speaker::supporter) {
      if (i + 1 < brief.talk.size()) past.heard.push_back(turn.text);
      continue;
    }
    past.last_words = turn.text;
    past.first_word = first_word(turn.text);
    past.turns.push_back(lines_of(brief, past.turns.size()));
    past.subject.clear();
    for (const Part* part : past.turns.back()) {
      const client::Cue* cue = person_.cue(part->line->cue);
      if (!part->line->layer.empty()) past.layer = part->line->layer;
      if (!part->line->topic.empty()) past.subject = part->line->topic;
      if (cue && brief.disclosed.contains(cue->layer)) past.layer = cue->layer;
      if (part->line->intent == "answer" || part->line->intent == "dodge")
        past.topic = part->line->topic;
    }
  }
  past.last_said = join(plain(past.turns.empty() ? "" : told(past), wording_));
  return past;
}

}  // namespace attune::voice
