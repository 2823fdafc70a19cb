#pragma once

#include <string>
#include <vector>

#include "client/case.h"
#include "conversation/observed.h"
#include "debrief/sheet.h"
#include "debrief/texts.h"
#include "language/fit.h"
#include "language/reader.h"

/// The debrief of a talk from outside: it rests on what was said and how it read, for of the mind
/// behind the words nothing is known.
namespace attune::debrief {

/// What it is made from. The references must outlive the call.
struct SeenSource {
  std::string id, title;                   ///< of the talk; `title` may be ""
  const conversation::Observed& observed;  ///< every line with its reading
  const std::vector<language::Fit>& fits;  ///< of the supporter's turns, in order
  const std::vector<language::Card>& cards;
  const Texts& texts;
  std::string note = {};                 ///< what was passed over in reading the file, or ""
  const client::Case* person = nullptr;  ///< lends a name and pronouns alone
  std::vector<conversation::Nudged> nudges = {};
  std::vector<ProtocolLine> protocol = {};
};

[[nodiscard]] Sheet seen_sheet(const SeenSource& source);

/// As JSON, docs/formats/debrief.md. Pure: equal talks give equal bytes.
[[nodiscard]] std::string seen_json(const SeenSource& source);

}  // namespace attune::debrief
