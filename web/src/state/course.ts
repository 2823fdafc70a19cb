/// How the client's words read over the talk, one row a turn, as far as they are on screen.
import type { Reading } from "../api/events";
import { type Talk, lastWords } from "./talk";
import { brief } from "./words";

export interface Row {
  readonly words: string;
  readonly reading: Reading;
}

/// Leaves out turns from `upTo` on (still being written), and with `guessFirst` last words that
/// nobody has guessed at yet.
export function courseOf(talk: Talk, upTo: number, guessFirst: boolean): Row[] {
  const last = lastWords(talk)?.turn;
  const open = guessFirst && last !== undefined && talk.guesses[last] === undefined ? last : null;
  return talk.messages.flatMap(({ speaker, turn, text }) => {
    const reading = talk.readings[turn];
    if (speaker !== "client" || !reading || turn >= upTo || turn === open) return [];
    return [{ words: brief(text, 32), reading }];
  });
}
