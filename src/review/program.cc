#include "review/program.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <span>

namespace attune::review {
namespace {

using conversation::TurnNumber;
using Kind = ProgramScore::Kind;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
/// Turns after a remark in which no other comes but for safety (docs/formats/nudges.md).
constexpr TurnNumber kQuiet = 2;

/// The mean over replies of a score; one that is not there counts as 0.
double mean(const Beneath& beneath, std::string_view id) {
  double sum = 0;
  for (const auto& [turn, scores] : beneath.scores) {
    const auto found = scores.find(std::string(id));
    sum += found == scores.end() ? 0 : found->second;
  }
  return sum / static_cast<double>(beneath.scores.size());
}

/// Share of planted cues that were taken up, less one half; 0 where there were none.
double cues_taken_up(const Beneath& beneath) {
  if (beneath.cues.empty()) return 0;
  const auto caught =
      std::ranges::count(beneath.cues, conversation::CueChange::caught, &Planted::end);
  return static_cast<double>(caught) / static_cast<double>(beneath.cues.size()) - 0.5;
}

struct Part {
  std::string_view score;
  double weight;
};

/// A talk's quality as a straight line in what was read of its replies. All weights are our choice:
/// made to point the right way, and to be recalibrated on a service's own experts.
struct Line {
  std::string_view id;
  double start, cues;
  std::array<Part, 6> parts;
};
constexpr std::array<Line, 3> kLines{{
    {"quality.understood",
     2,
     0,
     {{{"empathy.interpretations", 0.75},
       {"empathy.emotional_reactions", 0.5},
       {"skill.simple_reflection", 1},
       {"skill.complex_reflection", 2},
       {"concern.empathy", -1.5},
       {}}}},
    {"quality.stayed",
     3,
     1.5,
     {{{"empathy.explorations", 0.75},
       {"empathy.emotional_reactions", 0.5},
       {"skill.open_question", 1},
       {"concern.empathy", -1.5},
       {"concern.validation", -1},
       {}}}},
    {"quality.room",
     3.5,
     0,
     {{{"skill.open_question", 1},
       {"skill.emphasize_autonomy", 1.5},
       {"skill.closed_question", -1},
       {"skill.advise_without_permission", -2.5},
       {"skill.direct", -2.5},
       {"skill.confront", -2.5}}}},
}};

double quality(std::string_view id, const Beneath& beneath) {
  const auto* line = std::ranges::find(kLines, id, &Line::id);
  if (line == kLines.end() || beneath.scores.empty()) return kNone;
  double value = line->start + line->cues * cues_taken_up(beneath);
  for (const Part& part : line->parts)
    if (!part.score.empty()) value += part.weight * mean(beneath, part.score);
  return std::clamp(value, 1.0, 5.0);
}

ProgramScore remark_of(std::string id, std::string title, std::vector<std::string> codes,
                       bool of_safety = false) {
  return {"nudge." + std::move(id), std::move(title), Kind::remark, "critique",
          std::move(codes),         of_safety};
}

ProgramScore concern_of(std::string id, std::string title, std::vector<std::string> codes) {
  return {"concern." + std::move(id), std::move(title), Kind::concern, "critique",
          std::move(codes)};
}

ProgramScore empathy_of(std::string id, std::string title) {
  return {"empathy." + id, std::move(title), Kind::empathy, "empathy", {id}};
}

ProgramScore quality_of(std::string id, std::string title) {
  return {"quality." + id, std::move(title), Kind::quality, "support-quality", {id}};
}

}  // namespace

const std::vector<ProgramScore>& program_scores() {
  static const std::vector<ProgramScore> scores{
      remark_of("risk_unasked", "Remark: not asked about suicide", {"missed_cue"}, true),
      remark_of("leading", "Remark: a question that hopes for no", {}, true),
      remark_of("secrecy", "Remark: a promise of secrecy", {"collusion"}, true),
      remark_of("contract", "Remark: asking for a promise", {}, true),
      remark_of("leaves", "Remark: pointing elsewhere and going", {"abandonment"}, true),
      remark_of("repeats_risk", "Remark: asked and answered before", {}, true),
      remark_of("passed_by", "Remark: heavy words passed by", {"missed_cue"}),
      remark_of("advice", "Remark: advice nobody asked for", {"premature_advice"}),
      remark_of("advice_early", "Remark: advice before it can fit", {"premature_advice"}),
      remark_of("reassurance", "Remark: comfort too soon", {"false_reassurance"}),
      remark_of("lecture", "Remark: a long explanation", {"lecturing"}),
      remark_of("questions", "Remark: question after question", {}),
      remark_of("subject", "Remark: a turn to something else", {"missed_cue"}),
      remark_of("own_story", "Remark: a story of one's own", {}),
      concern_of("any", "Concern of any kind",
                 {"missed_cue", "premature_advice", "lecturing", "over_validation",
                  "false_reassurance", "abandonment", "collusion", "stigma", "other"}),
      concern_of("suggestions", "Concern: suggestions", {"premature_advice", "lecturing"}),
      concern_of("questions", "Concern: questions", {}),
      concern_of("reflections", "Concern: reflections", {}),
      concern_of("empathy", "Concern: empathy", {"missed_cue"}),
      concern_of("validation", "Concern: validation", {"over_validation", "false_reassurance"}),
      concern_of("self_disclosure", "Concern: telling of oneself", {}),
      empathy_of("emotional_reactions", "Empathy: warmth of one's own"),
      empathy_of("interpretations", "Empathy: understanding"),
      empathy_of("explorations", "Empathy: wish to know more"),
      quality_of("understood", "Talk: could feel understood"),
      quality_of("stayed", "Talk: stayed with what was hard"),
      quality_of("room", "Talk: room for their own way"),
  };
  return scores;
}

std::optional<std::size_t> program_score(std::string_view id) {
  static const auto places = [] {
    std::map<std::string, std::size_t, std::less<>> all;
    for (const ProgramScore& score : program_scores()) all.emplace(score.id, all.size());
    return all;
  }();
  const auto found = places.find(id);
  return found == places.end() ? std::nullopt : std::optional(found->second);
}

ProgramTalk::ProgramTalk(const Beneath& beneath)
    : values_(beneath.scores.size() * program_scores().size(), kNone) {
  for (const auto& [turn, scores] : beneath.scores) {
    turns_.push_back(turn);
    take(turns_.size() - 1, scores);
  }
  take_remarks(beneath.remarks);
  for (const ProgramScore& score : program_scores())
    whole_.push_back(score.kind == Kind::quality ? quality(score.id, beneath) : kNone);
}

void ProgramTalk::take(std::size_t row, const std::map<std::string, double>& scores) {
  for (const auto& [id, value] : scores)
    if (const auto score = program_score(id))
      values_[row * program_scores().size() + *score] = value;
}

/// Puts 1 and 0 in place of the probabilities of remarks.
void ProgramTalk::take_remarks(bool could_come) {
  const auto& all = program_scores();
  std::vector<bool> said(all.size(), false);
  TurnNumber quiet_until = 1;
  for (std::size_t row = 0; row < turns_.size(); ++row) {
    const auto values = std::span(values_).subspan(row * all.size(), all.size());
    bool any = false;
    for (std::size_t i = 0; i < all.size(); ++i)
      any = any || (all[i].kind == Kind::remark && !std::isnan(values[i]));
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].kind != Kind::remark) continue;
      const bool now = !std::isnan(values[i]);
      const bool open =
          could_come && !any && (all[i].of_safety || (turns_[row] > quiet_until && !said[i]));
      values[i] = now ? 1 : open ? 0 : kNone;
      said[i] = said[i] || now;
    }
    if (any) quiet_until = turns_[row] + kQuiet;
  }
}

std::optional<double> ProgramTalk::value(std::size_t score, std::optional<TurnNumber> turn) const {
  double found = turn ? kNone : whole_[score];
  if (turn) {
    const auto at = std::ranges::lower_bound(turns_, *turn);
    if (at == turns_.end() || *at != *turn) return std::nullopt;
    const auto row = static_cast<std::size_t>(at - turns_.begin());
    found = values_[row * program_scores().size() + score];
  }
  return std::isnan(found) ? std::nullopt : std::optional(found);
}

}  // namespace attune::review
