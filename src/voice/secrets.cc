#include "voice/secrets.h"

#include <algorithm>
#include <cmath>

#include "language/tokens.h"
#include "voice/material.h"
#include "voice/plain.h"
#include "voice/typing.h"

namespace attune::voice {
namespace {

constexpr double kSmooth = 0.3;         // of counts
constexpr double kMostOdds = 3.0;       // of one word
constexpr std::size_t kPieceWords = 3;  // shorter sentences belong to anything

std::vector<std::string> pieces(std::string_view text) {
  std::vector<std::string> all{std::string(text)};
  const auto parts = language::sentences(text);
  if (parts.size() > 1)
    for (const std::string_view part : parts)
      if (count_words(part) >= kPieceWords) all.emplace_back(part);
  return all;
}

}  // namespace

double Traces::score() const {
  return 5.33 * own - 3.03 * open + 0.201 * odds - 3.75;
}

Secrets::Secrets(const client::Case& person, const language::Meaning& meaning)
    : person_(person), meaning_(meaning), lines_(person.layers.size() + 1) {
  for (const client::Line& line : person.lines) {
    // What is said of dying has a check of its own; it would pass for a layer of anything.
    if (line.intent.starts_with("risk_")) continue;
    add(line.intent == "dodge" ? -1 : place(line.layer), text_of(line));
  }
  add(-1, person.card.who);
  for (const client::Layer& layer : person.layers) {
    add(place(layer.id), layer.about);
    add(place(layer.id), layer.unsaid);
  }
}

int Secrets::place(const std::string& layer) const {
  for (std::size_t i = 0; i < person_.layers.size(); ++i)
    if (person_.layers[i].id == layer) return static_cast<int>(i);
  return -1;
}

void Secrets::add(int layer, const std::string& text) {
  const auto slot = static_cast<std::size_t>(layer + 1);
  ++lines_[slot];
  for (const std::string& piece : pieces(text))
    sentences_.push_back({layer, meaning_.sense(piece)});
  for (const auto& [stem, weight] : meaning_.sense(text).stems) {
    Counts& counts = counts_[stem];
    counts.in.resize(lines_.size());
    ++counts.in[slot];
  }
}

std::vector<Traces> Secrets::traces(std::string_view words, const Brief& brief) const {
  std::vector<language::Sense> said;
  for (const std::string& piece : pieces(words)) said.push_back(meaning_.sense(piece));
  std::vector<char> out(lines_.size(), 1);
  for (std::size_t i = 0; i < person_.layers.size(); ++i)
    out[i + 1] = is_out(brief, person_.layers[i].id) ? 1 : 0;
  std::vector<double> nearest(lines_.size());
  const auto compare = [&](std::size_t slot, const language::Sense& sense) {
    for (const language::Sense& piece : said)
      nearest[slot] = std::max(nearest[slot], meaning_.similarity(piece, sense));
  };
  for (const Sentence& sentence : sentences_)
    compare(static_cast<std::size_t>(sentence.layer + 1), sentence.sense);
  for (const conversation::Turn& turn : brief.talk)
    if (turn.speaker == conversation::Speaker::client)
      for (const std::string& piece : pieces(turn.text)) compare(0, meaning_.sense(piece));

  std::vector<Traces> traces(person_.layers.size());
  for (std::size_t layer = 1; layer < lines_.size(); ++layer) {
    Traces& one = traces[layer - 1];
    one.own = nearest[layer];
    double open_lines = 0;
    for (std::size_t slot = 0; slot < lines_.size(); ++slot) {
      if (slot == layer || out[slot] == 0) continue;
      one.open = std::max(one.open, nearest[slot]);
      open_lines += static_cast<double>(lines_[slot]);
    }
    for (const auto& [stem, weight] : said.front().stems) {
      const auto found = counts_.find(stem);
      if (found == counts_.end()) continue;
      double open = 0;
      for (std::size_t slot = 0; slot < lines_.size(); ++slot)
        if (slot != layer && out[slot] != 0) open += static_cast<double>(found->second.in[slot]);
      const double own = static_cast<double>(found->second.in[layer]);
      if (own == 0 && open == 0) continue;
      const double odds =
          std::log((own + kSmooth) / (static_cast<double>(lines_[layer]) + 2 * kSmooth)) -
          std::log((open + kSmooth) / (open_lines + 2 * kSmooth));
      one.odds += std::clamp(odds, -kMostOdds, kMostOdds);
    }
  }
  return traces;
}

}  // namespace attune::voice
