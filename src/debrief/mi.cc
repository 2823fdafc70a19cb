#include "debrief/mi.h"

#include <algorithm>

namespace attune::debrief {
namespace {

using conversation::Skill;

constexpr int kFewest = 5;  // questions and reflections; our choice

std::optional<double> ratio(int part, int of) {
  if (of == 0) return std::nullopt;
  return static_cast<double>(part) / of;
}

}  // namespace

MiFigures count_mi(const std::vector<const Exchange*>& replies, std::string_view why_hidden) {
  MiFigures mi;
  for (const Exchange* said : replies) {
    if (said->has_skill(Skill::open_question))
      ++mi.open;
    else if (said->has_skill(Skill::closed_question))
      ++mi.closed;
    if (said->has_skill(Skill::complex_reflection))
      ++mi.complex;
    else if (said->has_skill(Skill::simple_reflection))
      ++mi.simple;
    const auto shows = [&](Skill skill) { return said->has_skill(skill); };
    if (shows(Skill::seek_collaboration) || shows(Skill::affirm) ||
        shows(Skill::emphasize_autonomy))
      ++mi.adherent;
    if (shows(Skill::confront) || shows(Skill::advise_without_permission)) ++mi.non_adherent;
  }
  mi.reflections_to_questions = ratio(mi.simple + mi.complex, mi.open + mi.closed);
  mi.complex_share = ratio(mi.complex, mi.simple + mi.complex);
  mi.open_share = ratio(mi.open, mi.open + mi.closed);
  mi.adherent_share = ratio(mi.adherent, mi.adherent + mi.non_adherent);
  const bool few = mi.open + mi.closed + mi.simple + mi.complex < kFewest;
  mi.hidden = !why_hidden.empty() || !few ? why_hidden : "few";
  return mi;
}

std::string_view why_mi_is_hidden(const client::Case& person) {
  if (person.risk.level != "none") return "risk";
  const auto& themes = person.card.themes;
  return std::ranges::find(themes, conversation::Theme::grief) != themes.end() ? "grief" : "";
}

}  // namespace attune::debrief
