#include <algorithm>

#include "debrief/seen_figures.h"

namespace attune::debrief {
namespace {

using conversation::Event;
using conversation::State;

std::string by_turn(conversation::TurnNumber turn) {
  return turn == 0 ? "" : std::to_string(turn);
}

Table states_table(const Talk& talk) {
  Table table{
      "How it moved, each from 0 to 1", "", {"turn", "trust", "guard", "distress", "hope"}, {}};
  const auto row = [&](conversation::TurnNumber turn, const State& state) {
    table.rows.push_back({std::to_string(turn), decimals(state.trust), decimals(state.guard),
                          decimals(state.distress), decimals(state.hope)});
  };
  row(0, talk.start);
  for (const Exchange& one : talk.exchanges) row(one.turn, one.after);
  return table;
}

Table cues_table(const Talk& talk) {
  Table table{"What they let show", "", {"words", "kind", "said at turn", "taken up at turn"}, {}};
  for (const CueStory& story : talk.cues) {
    const bool caught = story.outcome == conversation::CueChange::caught;
    table.rows.push_back({story.words, story.cue->kind, by_turn(story.opened),
                          caught ? by_turn(story.turn) : "still unspoken"});
  }
  return table;
}

Table skills_table(const Figures& figures) {
  Table table{"What your turns did", "", {"skill", "replies", "in your own words"}, {}};
  for (std::size_t i = 0; i < conversation::kSkills; ++i) {
    if (figures.skills[i].count == 0) continue;
    std::string skill(name(static_cast<conversation::Skill>(i)));
    std::replace(skill.begin(), skill.end(), '_', ' ');
    table.rows.push_back({std::move(skill), std::to_string(figures.skills[i].count),
                          std::to_string(figures.skills[i].own)});
  }
  return table;
}

}  // namespace

std::string unsaid_heading(const Sheet& sheet) {
  return sheet.note.empty() ? "What was not said" : "What " + sheet.client + " did not say";
}

Sheet whole_sheet(const conversation::SessionId& session, const Source& source) {
  const Talk talk = fold_talk(source.person, source.events);
  Pen pen(source.texts, source.person, talk.opened.seed);
  const RiskStory risk = risk_story(source.person, talk, source.texts);
  const Scene scene{source.person, talk, risk, pen};
  Sheet sheet;
  sheet.id = session.text();
  sheet.title = "A talk with " + source.person.name;
  sheet.client = source.person.name;
  sheet.about = {out_of_role(scene)};
  sheet.safety = safety(scene);
  sheet.moments = moments(scene);
  sheet.worked = worked(scene, sheet.moments);
  sheet.note = note(scene);
  sheet.unsaid = unsaid(scene);
  sheet.next = next(scene);
  const auto observed = conversation::observe(source.events, source.person.name);
  sheet.nudges = observed.nudged;
  sheet.course = course_of(observed);
  sheet.course_note = course_note(source.cards, source.texts);
  sheet.tables = {skills_table(count(talk)), states_table(talk)};
  if (!talk.cues.empty()) sheet.tables.push_back(cues_table(talk));
  sheet.tables.push_back(trust_table(source.cards, source.texts));
  return sheet;
}

}  // namespace attune::debrief
