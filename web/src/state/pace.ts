/// When a client's bubbles appear: each after its typing time, and not while the supporter types.
import type { Message } from "./talk";

/// A supporter who has not touched a key for this long has paused.
export const PAUSE_MS = 1200;
/// A bubble waits for a pause at most this long after its time.
export const PATIENCE_MS = 10_000;

export interface Reveal {
  readonly turn: number;
  readonly seq: number;
  /// Bubbles on screen so far.
  readonly shown: number;
  readonly of: number;
  readonly due: number;
  readonly typingMs: readonly number[];
}

/// `since`: when the client was first seen to type, which counts for the first bubble.
export function beginReveal(
  message: Message,
  typingMs: readonly number[],
  since: number,
): Reveal {
  const { turn, seq } = message;
  const of = message.bubbles.length;
  return { turn, seq, shown: 0, of, due: since + (typingMs[0] ?? 1500), typingMs };
}

/// The moment at which the next bubble may appear, given the last keystroke.
export function appearsAt(reveal: Reveal, typedAt: number): number {
  return Math.min(Math.max(reveal.due, typedAt + PAUSE_MS), reveal.due + PATIENCE_MS);
}

/// The reveal after `now`; null once every bubble is on screen.
export function revealed(reveal: Reveal, typedAt: number, now: number): Reveal | null {
  if (now < appearsAt(reveal, typedAt)) return reveal;
  const shown = reveal.shown + 1;
  if (shown >= reveal.of) return null;
  return { ...reveal, shown, due: now + (reveal.typingMs[shown] ?? 1500) };
}
