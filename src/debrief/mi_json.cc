#include <cmath>

#include <nlohmann/json.hpp>

#include "debrief/mi.h"

namespace attune::debrief {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::optional<double>& value) {
  return value ? Json(std::round(*value * 1e4) / 1e4) : Json(nullptr);
}

Json bounds_json(MiBounds bounds) {
  return {bounds.beginning, bounds.competent};
}

}  // namespace

std::string mi_json(const MiFigures& mi) {
  const Json out{{"open_questions", mi.open},
                 {"closed_questions", mi.closed},
                 {"simple_reflections", mi.simple},
                 {"complex_reflections", mi.complex},
                 {"reflections_to_questions", or_null(mi.reflections_to_questions)},
                 {"complex_share", or_null(mi.complex_share)},
                 {"open_share", or_null(mi.open_share)},
                 {"adherent", mi.adherent},
                 {"non_adherent", mi.non_adherent},
                 {"adherent_share", or_null(mi.adherent_share)},
                 {"bounds",
                  {{"source", "MITI 3.1.1, beginning and competent"},
                   {"reflections_to_questions", bounds_json(kReflectionsToQuestions)},
                   {"complex_share", bounds_json(kComplexShare)},
                   {"open_share", bounds_json(kOpenShare)},
                   {"adherent_share", bounds_json(kAdherentShare)}}},
                 {"shown", mi.hidden.empty()},
                 {"hidden", mi.hidden}};
  return out.dump();
}

}  // namespace attune::debrief
