#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "review/rating.h"
#include "study/well_meant.h"

/// Raters by formula, who see nothing but what was planted, and err as they were told to: for the
/// worked example. All their figures are our choice (docs/study-demo.md has the tables).
namespace attune::study {

/// What there is in a talk for raters to find, by code of content/instruments/critique.yaml.
struct PlantedTalk {
  std::string id;
  Leaning leaning = Leaning::sound;
  int replies = 0;
  std::map<conversation::TurnNumber, std::set<std::string>> faults;  ///< by reply; none is left out

  [[nodiscard]] bool has(conversation::TurnNumber turn, const std::string& code) const;
  [[nodiscard]] double share(const std::string& code) const;  ///< of the replies; 0 without any
};

/// `severity`: by how much the log-odds of marking anything lie above those of their group; raters
/// of a group spread evenly about 0. The supporter themself is one of kind `self`.
struct SimulatedRater {
  review::Rater who;
  double severity = 0;
};

/// The codes that these raters mark, and the items of content/instruments/support-quality.yaml.
[[nodiscard]] const std::vector<std::string>& rated_codes();
[[nodiscard]] const std::vector<std::string>& rated_items();

/// `count` raters of a kind, "simulated-peer-1" and so on.
[[nodiscard]] std::vector<SimulatedRater> simulated_raters(review::RaterKind kind, int count);

/// How likely this rater marks a reply with the code, where the fault was planted or was not.
[[nodiscard]] double chance(const SimulatedRater& rater, const std::string& code, bool there);

/// How likely each answer from 1 to 5 is.
[[nodiscard]] std::vector<double> chances(const SimulatedRater& rater, const std::string& item,
                                          const PlantedTalk& talk);
/// Their mean.
[[nodiscard]] double expected(const SimulatedRater& rater, const std::string& item,
                              const PlantedTalk& talk);

/// What they say of the talk: drawn from the seed, the talk and the rater alone.
[[nodiscard]] review::Answers answers(const SimulatedRater& rater, const PlantedTalk& talk,
                                      std::uint64_t seed);
[[nodiscard]] review::Form form(const SimulatedRater& rater, const PlantedTalk& talk,
                                std::uint64_t seed);

}  // namespace attune::study
