/// Words on their way: from the press of Enter until they are durable on the server.
import type { Kind } from "../api/events";
import type { FromPage } from "../api/frames";

/// Three seconds to take words back.
export const HOLD_MS = 3000;

export interface Unsent {
  readonly key: string;
  readonly text: string;
  readonly adopted: Kind | "";
  readonly goodbye: boolean;
  /// The supporter said that these words belong to the exercise.
  readonly inExercise: boolean;
  /// The last sequence number on screen when the words were sent off.
  readonly seen: number;
  /// `held` can be taken back; `sending` is out; `asked` waits for the supporter's answer to a
  /// check-in; `kept` is acknowledged.
  readonly phase: "held" | "sending" | "asked" | "kept";
  readonly until: number;
  readonly tries: number;
}

export type Outbox = readonly Unsent[];

export function held(
  words: Pick<Unsent, "key" | "text" | "adopted" | "goodbye" | "seen">,
  now: number,
): Unsent {
  return { ...words, inExercise: false, phase: "held", until: now + HOLD_MS, tries: 0 };
}

export function change(outbox: Outbox, key: string, by: Partial<Unsent>): Outbox {
  return outbox.map((unsent) => (unsent.key === key ? { ...unsent, ...by } : unsent));
}

export function without(outbox: Outbox, key: string): Outbox {
  return outbox.filter((unsent) => unsent.key !== key);
}

/// What was out when the connection was lost goes out again, with the same key.
export function afterLoss(outbox: Outbox): Outbox {
  return outbox.map((unsent) =>
    unsent.phase === "sending" ? { ...unsent, phase: "held", until: 0 } : unsent);
}

/// Milliseconds before words that met `busy` are offered again.
export function backoff(tries: number): number {
  return Math.min(500 * 2 ** tries, 8000);
}

export function sayFrame(unsent: Unsent): FromPage {
  const { key, text, seen, adopted, goodbye, inExercise } = unsent;
  return {
    type: "say", key, text, seen,
    ...(adopted ? { adopted } : {}),
    ...(goodbye ? { goodbye: true as const } : {}),
    ...(inExercise ? { in_exercise: true as const } : {}),
  };
}

/// The next words that may go out at `now`: one at a time, in the order in which they were said.
export function nextOut(outbox: Outbox, now: number): Unsent | undefined {
  const first = outbox[0];
  return first?.phase === "held" && first.until <= now ? first : undefined;
}
