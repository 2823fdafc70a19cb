#include "review/beneath.h"

#include <algorithm>

namespace attune::review {
namespace {

using conversation::CueChange;

struct Take {
  Beneath& all;
  const std::map<std::string, std::string>& kinds;

  void operator()(const conversation::Opened& opened) const {
    all.remarks = opened.help != conversation::Help::off;
  }

  void operator()(const conversation::Rated& rated) const {
    if (rated.rater != "self") return;
    // Talks from before there were instruments asked the same questions.
    const std::string instrument =
        rated.instrument == "self" ? "support-quality" : rated.instrument;
    if (!rated.items.empty()) all.self[instrument] = rated.items;
    all.redo = rated.redo;
  }

  void operator()(const conversation::Read& read) const {
    if (read.speaker != conversation::Speaker::supporter) return;
    auto& scores = all.scores[read.turn];
    if (const auto& concerns = read.reading.concerns) {
      for (std::size_t i = 0; i < conversation::kAreas; ++i) {
        scores["concern." + std::string(name(static_cast<conversation::Area>(i)))] =
            concerns->areas[i];
      }
      scores["concern.any"] = concerns->any;
    }
    if (const auto& empathy = read.reading.empathy) {
      for (std::size_t i = 0; i < conversation::kMechanisms; ++i) {
        scores["empathy." + std::string(name(static_cast<conversation::Mechanism>(i)))] =
            empathy->levels[i];
      }
    }
    if (const auto& skills = read.reading.skills) {
      for (const conversation::Skill skill : skills->labels)
        scores["skill." + std::string(name(skill))] = 1;
    }
  }

  void operator()(const conversation::Nudged& nudged) const {
    all.scores[nudged.turn]["nudge." + nudged.kind] = nudged.probability;
  }

  void operator()(const conversation::CueMoved& moved) const {
    const auto open = std::ranges::find_if(all.cues, [&](const Planted& planted) {
      return planted.cue == moved.cue && planted.end == CueChange::opened;
    });
    if (moved.change == CueChange::opened) {
      if (open != all.cues.end()) return;  // hinted again
      const auto kind = kinds.find(moved.cue);
      all.cues.push_back({.cue = moved.cue,
                          .kind = kind == kinds.end() ? "" : kind->second,
                          .opened = moved.turn});
    } else if (open != all.cues.end()) {
      open->end = moved.change;
      open->ended = moved.turn;
    }
  }

  template <class Other>
  void operator()(const Other&) const {}
};

}  // namespace

Beneath beneath(const std::string& talk, const std::vector<conversation::Event>& events,
                const std::map<std::string, std::string>& cue_kinds) {
  Beneath all{.talk = talk};
  for (const conversation::Event& event : events) std::visit(Take{all, cue_kinds}, event.body);
  return all;
}

}  // namespace attune::review
