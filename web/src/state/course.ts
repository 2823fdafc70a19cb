/// How the client's words read over the talk, one row a turn, as far as they are on screen.
import type { Reading } from "../api/events";
import { type Talk, lastWords } from "./talk";
import { brief } from "./words";

export interface Row {
  readonly words: string;
  readonly reading: Reading;
}

/// With `guessFirst`: the turn of the client's last words while nobody has guessed at them.
export function unguessed(talk: Talk, guessFirst: boolean): number | null {
  const last = lastWords(talk)?.turn;
  return guessFirst && last !== undefined && talk.guesses[last] === undefined ? last : null;
}

/// Leaves out turns from `upTo` on (still being written), and with `guessFirst` last words that
/// nobody has guessed at yet.
export function courseOf(talk: Talk, upTo: number, guessFirst: boolean): Row[] {
  const open = unguessed(talk, guessFirst);
  return talk.messages.flatMap(({ speaker, turn, text }) => {
    const reading = talk.readings[turn];
    if (speaker !== "client" || !reading || turn >= upTo || turn === open) return [];
    return [{ words: brief(text, 32), reading }];
  });
}
