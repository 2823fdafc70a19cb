/// What of the talk is on screen now: lines said so far, words on their way, and who is typing.
import type { Nudge, Reading, Speaker } from "../api/events";
import type { Unsent } from "./outbox";
import { type Practice, isPaused } from "./practice";
import { spansOf } from "./spans";

export interface ScreenLine {
  readonly id: string;
  readonly speaker: Speaker;
  readonly turn: number;
  readonly bubbles: readonly string[];
  /// Null while the words are still being written, or are not read yet.
  readonly reading: Reading | null;
  readonly steppedIn: string | null;
  /// What may be said of a supporter's words.
  readonly nudge: Nudge | null;
  /// A supervisor was turned to after these words and before the next.
  readonly consulted: boolean;
}

export interface Screen {
  readonly lines: readonly ScreenLine[];
  readonly unsent: readonly Unsent[];
  readonly typing: boolean;
}

export function screenOf(state: Practice): Screen {
  const { talk, reveal, typingSince, outbox } = state;
  const lines = talk.messages.map(({ seq, turn, speaker, bubbles, steppedIn }, i) => {
    const next = talk.messages[i + 1]?.seq ?? Infinity;
    const writing = seq === reveal?.seq;
    const readings = speaker === "client" ? talk.readings : talk.own;
    return {
      id: `${seq}`,
      speaker,
      turn,
      steppedIn,
      nudge: speaker === "supporter" ? talk.nudges[turn] ?? null : null,
      consulted: talk.consulted.some((at) => seq < at && at < next),
      bubbles: writing ? bubbles.slice(0, reveal.shown) : bubbles,
      reading: writing ? null : readings[turn] ?? null,
    };
  });
  return {
    lines: lines.filter((line) => line.bubbles.length > 0),
    unsent: outbox,
    typing: (reveal !== null || typingSince !== null) && !isPaused(state),
  };
}

/// The client's latest words in which a cue stands; an idea may go back to what was passed by.
export function servedLine(lines: readonly ScreenLine[], cue: string): ScreenLine | undefined {
  if (cue === "") return undefined;
  return lines.findLast(({ speaker, bubbles }) =>
    speaker === "client" && spansOf(bubbles.join("\n"), cue).length > 0);
}

/// The texts of the nudges on screen, for those who hear the page.
export function nudgeTexts(screen: Screen): string[] {
  return screen.lines.flatMap((line) => (line.nudge ? [line.nudge.text] : []));
}

/// Every bubble of the client's that is on screen, for those who hear the page.
export function clientBubbles(screen: Screen): string[] {
  return screen.lines.flatMap((line) => (line.speaker === "client" ? line.bubbles : []));
}
