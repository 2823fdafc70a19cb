#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "conversation/event.h"
#include "conversation/turn.h"
#include "review/instrument.h"

/// What raters say of talks: the words of the review journal (docs/formats/review.md).
namespace attune::review {

enum class RaterKind : std::uint8_t { self, peer, lived_experience, expert, model, rule };
[[nodiscard]] std::string_view name(RaterKind kind);
[[nodiscard]] std::optional<RaterKind> rater_kind(std::string_view name);

struct Rater {
  std::string id;  ///< of the account, or of the program that rates; equal ids are one rater
  RaterKind kind = RaterKind::peer;
  std::string version;  ///< of a model or rule; "" for people
};

/// Where a talk under review comes from.
enum class Origin : std::uint8_t { session, imported, simulated };
[[nodiscard]] std::string_view name(Origin origin);
[[nodiscard]] std::optional<Origin> origin(std::string_view name);

/// A talk that may be rated. Raters see `turns` and nothing else of it.
struct Talk {
  std::string id;  ///< a session's id, or one of ours
  Origin origin = Origin::session;
  std::vector<conversation::Turn> turns;  ///< empty once its words were erased
  std::string supporter;                  ///< account or code name; groups talks of one person
  std::string arm;                        ///< of a study; "" none
  std::string case_id;                    ///< "" where there is none
  std::string basis;                      ///< imported: on what ground it may be used here
};

/// One instrument filled in, for the whole talk or for one exchange.
struct Sheet {
  std::string instrument;
  std::optional<conversation::TurnNumber> turn;
  Answers answers;
};

/// A code on a supporter's reply, or on words of it.
struct Mark {
  std::string instrument, code;
  conversation::TurnNumber turn = 0;
  int start = 0, end = 0;  ///< Unicode code points of the reply, half open; both 0: all of it
  int severity = 0;        ///< 0: the instrument has none
  std::string text;        ///< the rater's words, where the code needs them; or ""
};

/// What one rater says of one talk. The same shape is the draft that is kept at every key.
struct Form {
  std::vector<Sheet> sheets;
  std::vector<Mark> marks;
  std::string comment;
  double seconds = 0;  ///< spent on it with the page in view
};

/// A form that was handed in. Never changed afterwards: a second one by the same rater on the same
/// talk stands beside it and counts in its place.
struct Rating {
  std::string task, talk;
  Rater rater;
  Form form;
  base::Instant at{};
};

/// Two replies, or two talks, side by side.
struct Choice {
  std::string task;
  std::string first, second;  ///< talks, in the batch's order, whatever stood on the left
  Rater rater;
  int preferred = 0;  ///< -2 first clearly, -1 first, 0 neither, 1 second, 2 second clearly
  std::string reason;
  double seconds = 0;
  base::Instant at{};
};

/// A disagreement settled by talking it over. The originals stay.
struct Settled {
  std::string talk, instrument, what;  ///< an item's or a code's id
  std::optional<conversation::TurnNumber> turn;
  std::optional<int> value;  ///< of an item; of a code its severity, 0 for "not there"
  std::string reason;
  std::string by;     ///< account
  bool open = false;  ///< looked at, and the experts still differ: never used as truth
  base::Instant at{};
};

}  // namespace attune::review
