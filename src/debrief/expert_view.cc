#include "debrief/expert_view.h"

#include <cmath>

namespace attune::debrief {

bool ExpertView::shows(const std::string& score) const {
  const auto found = scores.find(score);
  return found == scores.end() || found->second.shown;
}

double ExpertView::as_shown(const std::string& score, double value) const {
  const auto found = scores.find(score);
  if (found == scores.end()) return value;
  const Trust& trust = found->second;
  const double fitted = trust.steps.at(value);
  return trust.grain > 0 ? std::round(fitted / trust.grain) * trust.grain : fitted;
}

}  // namespace attune::debrief
