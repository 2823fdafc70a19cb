#include "review/research_codebook.h"

namespace attune::review {

const char* const kResearchCodebook = R"(# Codebook

Practice talks with simulated clients, and what people and programs said of them. Every supporter here agreed that
their talk may be used for research, and had not taken that back when this export was made; a talk of which somebody
takes it back is missing from every later one. The clients are invented, the supporters are not: what they write can
still tell of them. Keep these files as you promised them, and do not try to find out who they are. Not for hiring,
ranking or discipline.

Supporters are P01, P02 ..., raters R01, R02 ..., talks T01, T02 ...; the order means nothing, and another export numbers
them anew. A rater who also practiced has both kinds of code. Programs that rate keep their own names. Days count from the
day of the first talk here (UTC). Names of people who have an account are "[name]" where they stand in a text; what
rules could find of other names, addresses and numbers is "[name 1]" (the same person the same number all through a
talk; a comment counts for itself), "[phone]", "[email]" and the like. Rules miss some, and places, employers and what
happened are left as they are. `turn` numbers one exchange: the client's opening is 0, the n-th reply of the supporter
and the client's answer to it are n. Files are UTF-8; CSV quotes as in RFC 4180.

## talks.jsonl: one talk a line

| field | is |
|---|---|
| `talk`, `supporter`, `day`, `case` | code names; day of its beginning; id of the simulated client |
| `help`, `ending` | when suggestions came (on_request, always, off); goodbye, now, stop (needed to stop), left (the client went) |
| `turns` | [{`turn`, `speaker`, `seconds` since the talk began, `text` (a client's messages separated by line breaks), `adopted`: kind of the suggestion that the words began as}] |
| `self` | the supporter's own ratings: {instrument: {item: value}} |
| `redo` | the turn that the supporter would do again; absent: none named |
| `scores` | what the program read of each reply: {turn: {score: value}}. `concern.*`, the probability that an expert would find fault there; `empathy.*`, levels 0 to 2; `skill.*`, 1 where it is heard; `nudge.*`, the probability under a remark that was made |
| `cues` | what the client let slip, and what became of it: `cue`, `kind`, `planted` (turn), `end` (caught, withdrawn, missed, open), `ended` (turn) |

## turns.csv

The turns again, one a row: `talk`, `turn`, `speaker`, `seconds`, `adopted`, `text`.

## ratings.jsonl: one rating, or one choice between two talks, a line

`rating`: `talk`, `rater` {`id`, `kind` (peer, lived_experience, expert, self, model, rule), `version` of a program},
`form` {`sheets`, `marks`, `comment`, `seconds` spent}, `at` (days since the first talk, in milliseconds). Where somebody
rated a talk twice, the second stands here. `choice`: `first`, `second`, `preferred` from -2 (the first, clearly) to 2
(the second, clearly), `reason`.

## ratings.csv: one answer a row

| column | is |
|---|---|
| `item` | what was rated: a talk, or a talk and a turn |
| `rater`, `group` | who, and as whom; the supporter's own ratings are of the group `self` |
| `value` | a whole number; anchors and ends of each scale stand in the instrument |
| `conversation` | the talk |
| `question` | instrument and item |

The rows of one `question` are a table that `attune agree` takes as it is.

## marks.csv: one mark a row

A code that a rater put on a reply. `start` and `end` count characters (Unicode code points) of the reply's text, the end
not included; both 0: the whole reply, or a reply in which something is hidden. `severity` 0: the instrument has none. A reply
without a row was left unmarked by those who rated the talk with that instrument.

## settled.csv: one disagreement that was talked over a row

The last word on it; the ratings stay as they were. `item`, `conversation` and `question` are those of ratings.csv, or for a
code instrument and code. `value` is what was agreed, of a code its severity, with 0 for "not there". `open` 1: it was looked
at and the experts still differ, so it is nobody's truth, and `value` is empty or the last that was proposed. `rater` wrote it
down, on `day`; `reason` is theirs.

## gold.jsonl: one known answer a line

`talk`, `form` as in ratings.jsonl, and `by`, the rater who holds it to be right: to see how raters do who met that talk like
any other. There is one for few talks or none.
)";

}  // namespace attune::review
