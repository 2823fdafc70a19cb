#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "review/book.h"
#include "trial/report.h"

namespace attune::trial {

/// The blinded ratings of a study: of talks and raters that a batch of the study names, by people,
/// the counting one of each rater.
class BlindRatings {
 public:
  /// The source must outlive it.
  explicit BlindRatings(const Source& source);

  [[nodiscard]] const std::vector<const review::Rating*>& of(const std::string& session) const;

 private:
  std::map<std::string, std::vector<const review::Rating*>> by_session_;
};

/// The number that a filled-in sheet gives; nothing when an item of it was left out.
[[nodiscard]] std::optional<double> score(const review::Instrument& instrument,
                                          const review::Answers& answers, const std::string& id);
[[nodiscard]] std::optional<double> score(const Source& source,
                                          const std::vector<review::Sheet>& sheets,
                                          const std::string& instrument, const std::string& id);

/// Of one person for one condition of an outcome: nothing where it is missing.
[[nodiscard]] std::optional<double> value(const Source& source, const BlindRatings& ratings,
                                          const Participant& person, const Outcome& outcome,
                                          const std::string& condition);

/// Whether the study may use what somebody gave: they agreed, did not withdraw, and have an arm.
[[nodiscard]] bool is_in(const Participant& person);

/// The talks of somebody that were finished and count, with what the plan says of each.
struct HeldTalk {
  int number = 0;
  const Talk* talk = nullptr;
  std::string session;
};
[[nodiscard]] std::vector<HeldTalk> held_talks(const Source& source, const Participant& person);

}  // namespace attune::trial
