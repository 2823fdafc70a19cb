/// What of the talk is on screen now: lines said so far, words on their way, and who is typing.
import type { Reading, Speaker } from "../api/events";
import type { Unsent } from "./outbox";
import { type Practice, isPaused } from "./practice";

export interface ScreenLine {
  readonly id: string;
  readonly speaker: Speaker;
  readonly turn: number;
  readonly bubbles: readonly string[];
  /// Null while the words are still being written, or are not read yet.
  readonly reading: Reading | null;
  readonly steppedIn: string | null;
}

export interface Screen {
  readonly lines: readonly ScreenLine[];
  readonly unsent: readonly Unsent[];
  readonly typing: boolean;
}

export function screenOf(state: Practice): Screen {
  const { talk, reveal, typingSince, outbox } = state;
  const lines = talk.messages.map(({ seq, turn, speaker, bubbles, steppedIn }) => {
    const writing = seq === reveal?.seq;
    const readings = speaker === "client" ? talk.readings : talk.own;
    return {
      id: `${seq}`,
      speaker,
      turn,
      steppedIn,
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

/// Every bubble of the client's that is on screen, for those who hear the page.
export function clientBubbles(screen: Screen): string[] {
  return screen.lines.flatMap((line) => (line.speaker === "client" ? line.bubbles : []));
}
