#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "coach/nudge.h"
#include "coach/remark.h"
#include "conversation/observed.h"

namespace attune::language {
class Meaning;
class Reader;
}  // namespace attune::language

namespace attune::coach {

/// What a coach says, as content.
struct Files {
  std::filesystem::path suggestions;  ///< content/suggestions.yaml
  std::filesystem::path nudges;       ///< content/nudges.yaml
  std::filesystem::path ideas = {};   ///< content/ideas, for clients of the house; none without
};

/// Offers three ways to answer the client's last words: motivational interviewing (its listening
/// core), empathic response, informational or emotional support.
///
/// Where ideas are written for just these words (`Written`), those are offered; else they are
/// made of phrases and what was said. Rests on `Observed` alone: equal words give equal
/// suggestions, whatever the client hides. Every card is read before it is shown: no advice that
/// was not asked for or permitted in the talk, no false reassurance, no invented experience.
/// Immutable once open, so thread-safe.
class Coach {
 public:
  /// `reader` and `meaning` must outlive the coach. `stance` is the service's.
  [[nodiscard]] static base::Result<std::unique_ptr<Coach>> open(
      const Files& files, const language::Reader& reader, const language::Meaning& meaning,
      OwnStory stance = OwnStory::welcome);
  ~Coach();

  /// Three cards for the client's last words, one of each kind, at most two sentences each, none
  /// offered before in this talk; their order is shuffled with `seed`. Empty when the client has
  /// not spoken.
  [[nodiscard]] conversation::Suggested suggest(const conversation::Observed& observed,
                                                std::uint64_t seed) const;

  /// Whether cards that were written elsewhere may stand for the client's last words: once they
  /// have spoken, and not where risk is due; there the house's own are shown.
  [[nodiscard]] bool takes_others(const conversation::Observed& observed) const;

  /// As `suggest`, with each card of `written` in the place of the house's own of its kind when it
  /// passes every check; those that do not are counted in `refused`.
  [[nodiscard]] conversation::Suggested vet(const conversation::Observed& observed,
                                            std::uint64_t seed,
                                            std::vector<conversation::Suggestion> written) const;

  /// At most one remark on what the supporter has written and not sent; usually none, and never
  /// one on a question about safety (see `choose_remark`). Keeps nothing of the draft.
  [[nodiscard]] std::optional<Remark> remark(const conversation::Observed& observed,
                                             std::string_view draft) const;

  /// At most one remark on the supporter's turn that `observed` ends with, which must be read;
  /// seldom one (see `choose_nudge`). The text is drawn with `seed`.
  [[nodiscard]] std::optional<conversation::Nudged> nudge(const conversation::Observed& observed,
                                                          std::uint64_t seed) const;

  /// What a nudge of the kind may cost, in one sentence, for the debrief.
  [[nodiscard]] const std::string& why(NudgeKind kind) const;

 private:
  struct Parts;
  explicit Coach(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace attune::coach
