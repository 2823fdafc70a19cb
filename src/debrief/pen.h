#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "client/case.h"
#include "conversation/event.h"
#include "debrief/texts.h"

namespace attune::debrief {

/// What fills the slots of a sentence, by the slot's name; an empty one counts as not there.
using Slots = std::map<std::string, std::string>;

/// Writes one debrief: chooses among the sentences by the session's seed, fills in their slots and
/// says no sentence twice while there are others.
class Pen {
 public:
  /// `texts` must outlive the pen.
  Pen(const Texts& texts, const client::Case& person, std::uint64_t seed);

  /// A sentence from `key` about `turn`. Those that need a slot which is not there are passed over.
  [[nodiscard]] std::string write(const std::string& key, conversation::TurnNumber turn,
                                  const Slots& slots = {});

  /// The same from `section.kind`, or from `section.any` when the section does not know the kind.
  [[nodiscard]] std::string write_kind(const std::string& section, const std::string& kind,
                                       conversation::TurnNumber turn, const Slots& slots = {});

  [[nodiscard]] const Texts& texts() const { return texts_; }

 private:
  const Texts& texts_;
  Slots person_;
  std::uint64_t seed_;
  std::set<std::string_view> used_;
};

/// A client's words made fit to be quoted in a sentence: a short last statement, or "" when there
/// is none.
[[nodiscard]] std::string quotable(std::string_view words);

}  // namespace attune::debrief
