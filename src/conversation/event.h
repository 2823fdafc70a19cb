#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "conversation/reading.h"
#include "conversation/turn.h"

/// A session is an append-only list of events. Events record outcomes (what was read, felt, meant
/// and said), so a view is a fold that calls neither reader nor mind nor voice.
/// docs/formats/event.md gives the JSON of each.
namespace attune::conversation {

/// Numbers one exchange: the n-th supporter turn and the client's reply to it. The client's opening
/// belongs to turn 0.
using TurnNumber = int;

/// Position in a session's log, from 1.
using Sequence = int;

enum class Phase { arriving, exploring, disclosing, looking_ahead, withdrawing, closing };
[[nodiscard]] std::string_view name(Phase phase);
[[nodiscard]] std::optional<Phase> phase(std::string_view name);

/// What the client feels at one moment, rounded to four decimals. Hidden until the end.
struct State {
  double valence = 0;        ///< [-1, 1]
  double arousal = 0;        ///< [-1, 1]
  EmotionScores emotions{};  ///< each in [0, 1]
  double distress = 0;       ///< [0, 1], as are the following
  double trust = 0;
  double hope = 0;
  double guard = 0;
  Phase phase = Phase::arriving;
};

/// What the mind means to do next; the voice words it (docs/formats/case.md lists the lines of
/// each).
enum class Intent {
  open,      ///< begin the talk
  stay,      ///< answer, and go on with what is already out
  disclose,  ///< say the next layer
  hint,      ///< plant a cue, or come back to one
  withdraw,  ///< take a hint back
  test,      ///< check what kind of listener this is
  forgive,   ///< a miss was owned
  resist,    ///< push back at advice, persuading, pressure
  flinch,    ///< hurt: minimized, judged, falsely reassured
  soften,    ///< met: let down the guard a little
  ask,       ///< spring a trap (`trap` names it)
  react,     ///< answer how a trap was handled (`trap`, `met`)
  silent,
  escalate,
  step,         ///< work out a next step together
  answer_risk,  ///< answer a question about suicide or safety (`risk` says how)
  close         ///< say goodbye, or leave
};
[[nodiscard]] std::string_view name(Intent intent);
[[nodiscard]] std::optional<Intent> intent(std::string_view name);

/// When suggestions come in a talk: asked for, after each of the client's turns, or never.
enum class Help { on_request, always, off };
[[nodiscard]] std::string_view name(Help help);
[[nodiscard]] std::optional<Help> help(std::string_view name);

struct Opened {
  std::string case_id;
  std::string case_hash;  ///< 16 hex digits of the case file's bytes
  std::uint64_t seed = 0;
  std::string mind;  ///< versions that produced the outcomes
  std::string reader;
  std::string voice;
  std::optional<SessionId>
      branch_of;  ///< with `branch_at`: this session began as a copy of that log
  Sequence branch_at = 0;
  Help help = Help::on_request;
  bool fading = false;     ///< `help` was chosen by measured skill, or it is a talk without help
  std::string owner;       ///< id of the account whose talk it is; "" without accounts; hidden
  bool announced = false;  ///< the service had said beforehand that supervisors read such talks
  int days = 0;            ///< until its words are erased; 0: kept until somebody deletes it
};

/// What the owner lets others do with the talk from here on; the last one counts, and none is none.
struct Agreed {
  bool shared = false;    ///< supervisors may read it
  bool training = false;  ///< raters may review it, without the owner's name
  bool research = false;  ///< it may go into exports for research, without names
};

/// How a client's turn came by its words where a language model was asked for them.
struct Worded {
  enum class By { model, authored } by = By::model;
  std::string endpoint;             ///< the model's name in the settings
  std::string model;                ///< as its server calls it; "" when it never answered
  std::string prompts;              ///< version of content/prompts
  std::vector<std::string> faults;  ///< kinds, of words not taken; hidden until the end
  std::string trouble;              ///< kind, of why no answer came; or ""
};
[[nodiscard]] std::string_view name(Worded::By by);
[[nodiscard]] std::optional<Worded::By> worded_by(std::string_view name);

/// One turn. A client's bubbles stand in `text`, separated by '\n'.
struct Said {
  TurnNumber turn = 0;
  Speaker speaker = Speaker::supporter;
  std::string text;
  std::string key;             ///< supporter: made by the page; the same key is one event
  std::string adopted;         ///< supporter: kind of the suggestion that the words began as, or ""
  std::vector<int> typing_ms;  ///< client: how long each bubble takes to type
  std::vector<std::string> lines;  ///< client: ids of the authored lines used; hidden until the end
  bool goodbye = false;            ///< supporter: these words end the talk
  bool exhausted = false;          ///< client: has little left to say; hidden until the end
  std::optional<Worded> worded;    ///< client; nothing: by the voice that `opened` names
  std::optional<double> distance;  ///< supporter, once words are erased: how far they were from the
                                   ///< idea `adopted`, 0 for none
};

struct Read {
  TurnNumber turn = 0;
  Speaker speaker = Speaker::client;
  Reading reading;
};

/// A change of the state, with its reasons in words of docs/models/mind.md ("met", "advice", ...).
struct Cause {
  std::string what;
  double trust = 0;
  double guard = 0;
};

struct Moved {
  TurnNumber turn = 0;
  State state;
  std::vector<Cause> causes;
  std::map<std::string, double> memory;  ///< what else the mind carries from turn to turn
};

/// What the client set out to do at this turn.
struct Intended {
  TurnNumber turn = 0;
  Intent intent = Intent::stay;
  std::string layer;   ///< for disclose: which
  std::string cue;     ///< planted with this turn, whatever the intent; or ""
  bool again = false;  ///< the cue was hinted before
  std::string trap;    ///< for ask and react
  bool met = false;    ///< for react: the trap was handled well
  std::string risk;    ///< for answer_risk: true guarded led plan safe reason told
  std::string ending;  ///< for close: well half badly leave
};

enum class CueChange { opened, caught, withdrawn, missed };

struct CueMoved {
  TurnNumber turn = 0;
  std::string cue;
  CueChange change = CueChange::opened;
  std::string how;         ///< caught: named explored held
  double probability = 0;  ///< caught: how sure the reading is
  bool late = false;       ///< caught after the case's window, or only when hinted again
};

/// A layer came out.
struct Disclosed {
  TurnNumber turn = 0;
  std::string layer;
};

struct Suggestion {
  std::string kind;   ///< motivational_interviewing empathic_response support
  std::string skill;  ///< name(Skill), or a supporter's own kind: docs/formats/suggestions.md
  std::string why;    ///< one sentence: why this, now
  std::string text;   ///< at most two sentences
  std::string cue;    ///< the client's words that it serves, as they stand there; or ""
};

struct Suggested {
  TurnNumber turn = 0;  ///< replies to the client's words of this turn
  std::vector<Suggestion> cards;
  int refused = 0;    ///< texts that were turned down before these were shown
  std::string model;  ///< that wrote them, where they were not turned down; "" for none
};

struct Adopted {
  TurnNumber turn = 0;
  std::string kind;
};

/// A remark on the supporter's turn, for their eyes alone (docs/formats/nudges.md).
struct Nudged {
  TurnNumber turn = 0;
  std::string kind;        ///< coach::NudgeKind by name: "passed_by" "advice" ...
  std::string text;        ///< one or two sentences
  std::string words;       ///< what it rests on, quoted from the talk; or ""
  double probability = 0;  ///< (0, 1]: how sure the reading under it is
  bool asks = false;       ///< the reading is unsure, so it asks
};

/// "I see it differently": the supporter's answer to a nudge, kept for experts.
struct Disputed {
  TurnNumber turn = 0;
  std::string kind;    ///< of the nudge
  std::string reason;  ///< the supporter's own words, up to 500 characters; or ""
};

/// The supporter turned to a supervisor, as far as that is possible in an exercise.
struct Consulted {
  TurnNumber turn = 0;
};

/// Guess-first mode: what the supporter thought the words express.
struct Guessed {
  TurnNumber turn = 0;
  Emotion emotion = Emotion::neutral;
};

/// A filled-in instrument (content/instruments).
struct Rated {
  std::string rater;                 ///< "self": the supporter
  std::string instrument;            ///< its id; "self" in talks from before there were instruments
  std::map<std::string, int> items;  ///< empty when skipped
  std::optional<TurnNumber> redo;    ///< one moment I would redo
};

struct Paused {};
struct Resumed {};

/// The supporter spoke after the client had left.
struct Unheard {
  TurnNumber turn = 0;
};

enum class Ending { goodbye, now, stop, left };
[[nodiscard]] std::string_view name(Ending ending);
[[nodiscard]] std::optional<Ending> ending(std::string_view name);

struct Closed {
  Ending how = Ending::now;
};

/// The talk's words were erased (`without_words`); its figures and sequence numbers stay.
struct Erased {};

using Body = std::variant<Opened, Agreed, Said, Read, Moved, Intended, CueMoved, Disclosed,
                          Suggested, Adopted, Nudged, Disputed, Consulted, Guessed, Rated, Paused,
                          Resumed, Unheard, Closed, Erased>;

struct Event {
  Sequence seq = 0;
  base::Instant at{};
  Body body;
};

}  // namespace attune::conversation
