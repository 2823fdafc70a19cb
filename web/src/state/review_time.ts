/// Time spent on a task: while the page is in view and the rater does something now and then.
export interface Watch {
  readonly seconds: number;
  /// The last sign of the rater; null while the page is out of view.
  readonly last: number | null;
}

/// So long may one read without touching anything. Our choice: a long turn takes half of that.
export const QUIET_MS = 60_000;

export function watching(seconds: number, now: number): Watch {
  return { seconds, last: now };
}

/// The rater did something.
export function touched({ seconds, last }: Watch, now: number): Watch {
  const spent = last === null ? 0 : Math.min(Math.max(now - last, 0), QUIET_MS);
  return { seconds: seconds + spent / 1000, last: now };
}

export function turnedAway(watch: Watch, now: number): Watch {
  return { seconds: touched(watch, now).seconds, last: null };
}

/// In tenths of a second.
export function spent({ seconds }: Watch): number {
  return Math.round(10 * seconds) / 10;
}
