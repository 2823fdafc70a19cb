#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "conversation/reading.h"
#include "language/pattern.h"

/// How a service wants a talk to go: steps, each a condition on what was said and read
/// (docs/formats/protocol.md). A protocol looks on; it changes nothing in a talk.
namespace attune::protocol {

/// What a supporter's turn may do. Holds when one of its parts does.
struct Deed {
  /// One of the reader's `Asks`. A leading question meets none of them but `leading`.
  struct Ask {
    std::string_view name;
    bool conversation::Asks::*flag = nullptr;
  };
  std::vector<Ask> asks;
  std::vector<conversation::Skill> skills;
  std::array<int, conversation::kMechanisms> empathy{};  ///< 1 or 2: at least so much; 0: any
  std::optional<language::Patterns> says;
  bool consult = false;  ///< the supporter turned to a supervisor
};

/// What a client's turn may show. Holds when all that is given does.
struct Sign {
  conversation::RiskLevel risk = conversation::RiskLevel::none;  ///< at least
  double score = 0;                                              ///< [0, 1]: of risk, at least
  std::vector<conversation::RiskKind> kinds;                     ///< one of them; empty: any
  std::optional<language::Patterns> says;
};

/// When a step becomes due.
struct Due {
  enum class From {
    opening,  ///< where the protocol begins
    after,    ///< once `step` is done and then one of `signs` shows, as far as they are given
    ending    ///< in the last turns of the talk
  };
  From from = From::opening;
  std::string step;  ///< id of an earlier step, or ""
  std::vector<Sign> signs;
};

struct Step {
  std::string id;
  std::string title;  ///< a few plain words
  std::string why;    ///< one sentence
  Due due;
  int within = 0;  ///< supporter turns, from 1; 0: any time before the end
  std::optional<Deed> met_by;
  std::optional<Deed> must_not;  ///< before it is met
  bool optional = false;         ///< leaving it out is no fault
  bool early = false;            ///< it counts, too, when it was met before it was due
  std::string option;            ///< of the service, and on; or ""
};

/// What a service may switch.
struct Option {
  std::string id;
  bool on = false;
  std::string about;  ///< one sentence
};

struct Protocol {
  std::string id;
  std::string title;
  std::string about;       ///< for whom, and what a peer does and does not do here
  std::vector<Sign> when;  ///< it begins after the first client turn with one of these; empty: with
                           ///< the talk
  std::vector<Option> options;
  std::vector<Step> steps;  ///< in order; at least one

  /// Followed only once something points to danger.
  [[nodiscard]] bool is_for_risk() const { return !when.empty(); }

  /// Whether the service asks for this step.
  [[nodiscard]] bool asks_for(const Step& step) const;
};

/// Reads strictly; an error names the file, the line and what to do about it.
[[nodiscard]] base::Result<Protocol> load_protocol(const std::filesystem::path& file);

/// The same from the file's text.
[[nodiscard]] base::Result<Protocol> parse_protocol(std::string_view yaml, std::string_view file);

/// Every `.yaml` file of the folder, by name; two of one id are an error.
[[nodiscard]] base::Result<std::vector<Protocol>> load_protocols(
    const std::filesystem::path& folder);

}  // namespace attune::protocol
