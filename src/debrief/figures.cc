#include "debrief/figures.h"

#include <algorithm>

namespace attune::debrief {
namespace {

using conversation::MainSkill;
using conversation::Skill;

bool is(const Exchange& one, MainSkill main) {
  return one.reading && one.reading->skills && one.reading->skills->main == main;
}

void count_skills(Figures& figures, const Exchange& one) {
  for (std::size_t i = 0; i < conversation::kSkills; ++i) {
    if (!one.has_skill(static_cast<Skill>(i))) continue;
    ++figures.skills[i].count;
    if (one.own) ++figures.skills[i].own;
  }
  const bool asks = one.has_skill(Skill::open_question) || one.has_skill(Skill::closed_question);
  const bool reflects =
      one.has_skill(Skill::simple_reflection) || one.has_skill(Skill::complex_reflection);
  if (asks || is(one, MainSkill::question)) ++figures.questions;
  if (reflects || is(one, MainSkill::reflection)) ++figures.reflections;
  if (one.reading && one.reading->skills && one.reading->skills->advises()) ++figures.advice;
}

void count_round(Figures::Rounds& rounds, const conversation::Round& round) {
  ++rounds.offered;
  if (round.adopted.empty())
    ++rounds.ignored;
  else
    ++(round.edited ? rounds.edited : rounds.adopted);
}

}  // namespace

int words(std::string_view text) {
  int count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space && !inside) ++count;
    inside = !space;
  }
  return count;
}

Figures count(const Talk& talk) {
  Figures figures;
  figures.client_words = words(talk.opening);
  for (const Exchange& one : talk.exchanges) {
    count_skills(figures, one);
    figures.supporter_words += words(one.reply);
    figures.client_words += words(one.answer);
  }
  for (const conversation::Round& round : talk.rounds) count_round(figures.suggestions, round);
  return figures;
}

}  // namespace attune::debrief
