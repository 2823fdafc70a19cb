#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "conversation/event.h"
#include "conversation/observed.h"
#include "language/heard.h"
#include "session/desk.h"

/// The step machine: hear, append, read, mind, voice, append, coach. It holds no thread, no clock
/// and no store: a driver (server, terminal, bulk run, test) appends the events that a step
/// returns, folds them in, and carries out what is owed.
namespace attune::session {

inline constexpr std::size_t kLongestMessage = 8000;  ///< characters
inline constexpr const char* kErased =
    "the words of this talk were erased as agreed; what it counts for your progress stays";
inline constexpr std::size_t kLongestReason = 500;  ///< characters, of a dispute

/// What the session owes next; after a crash the fold finds it again.
enum class Owed { nothing, opening, hearing, words };

/// Where a session stands: a fold over its log that calls neither reader nor mind nor voice.
struct Progress {
  conversation::Opened opened;
  conversation::Sequence last = 0;       ///< of any event
  conversation::Sequence last_said = 0;  ///< of the last `said` or `closed`
  conversation::TurnNumber turn = 0;     ///< of the last supporter turn
  Owed owed = Owed::opening;
  std::vector<conversation::Turn> talk;
  std::vector<language::Heard> heard_talk;  ///< its last turns, made ready for `language::fit`
  client::Standing standing;
  std::set<std::string> used;                          ///< authored lines already said
  std::vector<std::vector<std::string>> lines;         ///< the same by the client's turns
  std::map<std::string, conversation::Sequence> keys;  ///< of the supporter's messages
  conversation::Intended intended;                     ///< the last one
  std::optional<conversation::Read> heard;             ///< the last reading of a supporter turn
  conversation::Observed observed;                     ///< all that suggestions rest on
  bool goodbye = false;                                ///< the supporter's last words end the talk
  bool exhausted = false;                              ///< the client has little left to say
  bool paused = false;
  bool closed = false;
  bool rated = false;
  bool erased = false;  ///< its words are gone; then it is closed
};

/// The standing before the first event.
[[nodiscard]] Progress begin(const client::Case& person);

/// Takes in one event, whose sequence number must follow on.
void fold(Progress& progress, const conversation::Event& event);

struct Hear {
  std::string text;  ///< well-formed UTF-8 without NUL, 1 to kLongestMessage characters
  std::string key;
  conversation::Sequence seen = 0;  ///< the last sequence number that the page had received
  std::string adopted;
  bool goodbye = false;
  bool in_exercise = false;  ///< the supporter said that the words are about the exercise
};
struct Suggest {};
struct Dispute {
  conversation::TurnNumber turn = 0;  ///< with `kind`: the nudge
  std::string kind;
  std::string reason;  ///< up to kLongestReason characters; may be empty
};
struct Consult {};
struct Adopt {
  std::string kind;
};
struct Guess {
  conversation::TurnNumber turn = 0;
  conversation::Emotion emotion = conversation::Emotion::neutral;
};
struct Pause {};
struct Resume {};
struct End {
  conversation::Ending how = conversation::Ending::now;
};
struct Rate {
  std::map<std::string, int> items;  ///< answers to the desk's `self_form`; empty skips
  std::optional<conversation::TurnNumber> redo;
};
using Input = std::variant<Hear, Suggest, Adopt, Dispute, Consult, Guess, Pause, Resume, End, Rate>;

/// The events that `input` gives rise to; the driver makes them durable, then folds them in.
///
/// A repeated key gives no events (the driver acknowledges `progress.keys.at(key)`). `conflict`:
/// somebody said something after `seen`, a reply is still owed, or the talk has ended (or, for a
/// rating, has not), or its words were erased; `invalid`: the message says what is wrong. Nothing
/// changes on an error.
[[nodiscard]] base::Result<std::vector<conversation::Event>> advance(const Desk& desk,
                                                                     const Progress& progress,
                                                                     const Input& input,
                                                                     base::Instant now);

/// When suggestions come in a new session. `fading`: measured skill chose that.
struct Manner {
  conversation::Help help = conversation::Help::on_request;
  bool fading = false;
};

/// Whether words that the supporter is about to say may be about the supporter, here and now, and
/// nobody has asked yet: then the driver asks "Is this about you, or the exercise?" and keeps
/// nothing.
[[nodiscard]] bool wants_check_in(const Progress& progress, const Hear& hear);

/// The events of a new session: `opened` alone; the opening words are then owed.
[[nodiscard]] conversation::Event open(const Desk& desk, std::uint64_t seed, base::Instant now,
                                       Manner manner = {});

/// Pays everything that is owed (hears the supporter, moves the mind, words the reply) and returns
/// the events, at least up to the client's words; empty when nothing is owed.
[[nodiscard]] base::Result<std::vector<conversation::Event>> settle(Desk& desk, Progress progress,
                                                                    base::Instant now);

/// The same, and folds the events in: for drivers that keep them whatever comes.
[[nodiscard]] base::Result<std::vector<conversation::Event>> settle_and_fold(Desk& desk,
                                                                             Progress& progress,
                                                                             base::Instant now);

/// As `settle`, with words for the client's turn that come from elsewhere: authored lines that
/// stand in them count as said.
[[nodiscard]] base::Result<std::vector<conversation::Event>> settle_as(Desk& desk,
                                                                       Progress progress,
                                                                       std::string words,
                                                                       base::Instant now);

/// The mind's part of what is owed: the supporter heard and the mind moved, or the beginning. The
/// words are owed then; no events when they, or nothing, were owed before.
[[nodiscard]] std::vector<conversation::Event> decide(const Desk& desk, Progress progress,
                                                      base::Instant now);

/// Three cards for the client's last words, as the event of them.
[[nodiscard]] conversation::Suggested suggest(const Desk& desk, const Progress& progress);

/// The same with the cards of a language model's answer, as far as they pass. `desk.ideas` is
/// there.
[[nodiscard]] conversation::Suggested suggest(const Desk& desk, const Progress& progress,
                                              const llm::Answer& answer);

/// What a voice must know for the words that `progress` owes.
[[nodiscard]] voice::Brief brief(const Desk& desk, const Progress& progress);

/// A client's turn in those words.
[[nodiscard]] conversation::Said said(conversation::TurnNumber turn, voice::Utterance utterance);

/// Pays the words that `progress` owes.
[[nodiscard]] std::vector<conversation::Event> speak(const Desk& desk, Progress progress,
                                                     conversation::Said words, base::Instant now);

/// The log of a new session that holds `events` up to just before supporter turn `turn`;
/// `not_found` when there is no such turn, `conflict` when the words were erased.
[[nodiscard]] base::Result<std::vector<conversation::Event>> branch(
    const conversation::SessionId& from, const std::vector<conversation::Event>& events,
    conversation::TurnNumber turn);

}  // namespace attune::session
