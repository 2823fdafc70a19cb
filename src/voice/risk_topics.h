#pragma once

#include <set>
#include <string>
#include <unordered_set>

#include "client/case.h"
#include "voice/plain.h"
#include "voice/sureness.h"

namespace attune::voice {

/// The topics of a case that are about dying by one's own hand, and the words that ask for them.
///
/// They answer nothing else: who asks how often somebody goes out must not hear how often they wish
/// not to wake.
class RiskTopics {
 public:
  /// Of `person`, which must outlive this.
  RiskTopics(const client::Case& person, const PlainCase& plain_case);

  [[nodiscard]] bool contains(const client::Topic& topic) const { return topics_.contains(&topic); }

  /// Whether a sentence holds a telling word that mostly those topics are asked by.
  [[nodiscard]] bool are_named(const Sentence& sentence) const;

 private:
  std::set<const client::Topic*> topics_;
  std::unordered_set<std::string> words_;
};

}  // namespace attune::voice
