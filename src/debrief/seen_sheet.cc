#include "debrief/seen_figures.h"
#include "debrief/seen_look.h"

namespace attune::debrief {

Sheet seen_sheet(const SeenSource& source) {
  const SeenTalk seen = fold_seen(source.observed, source.fits, source.texts);
  const RiskStory risk = seen_risk(seen, source.texts);
  SeenLook found = look(source, seen, risk);
  SeenFigures figures = seen_figures(source, seen, risk);
  Sheet sheet;
  sheet.id = source.id;
  sheet.title = source.title;
  if (source.person != nullptr) sheet.client = source.person->name;
  sheet.about = std::move(found.about);
  sheet.safety = std::move(found.safety);
  sheet.worked = std::move(found.worked);
  sheet.moments = std::move(found.moments);
  sheet.unsaid = {std::move(found.unsaid)};
  sheet.next = std::move(found.next);
  sheet.nudges = source.nudges;
  sheet.protocol = source.protocol;
  sheet.course = std::move(figures.course);
  sheet.course_note = course_note(source.cards, source.texts);
  sheet.tables = tables_of(source, figures);
  return sheet;
}

}  // namespace attune::debrief
