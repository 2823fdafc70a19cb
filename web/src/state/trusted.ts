/// How far a score is trusted here, in words.
import type { Score } from "../api/alignment";

const STATES: Readonly<Record<Score["state"], string>> = {
  trusted: "Shown to trainees",
  not_yet: "Hidden from trainees",
  unknown: "Not measured here yet",
};

export function trustState(state: Score["state"]): string {
  return STATES[state];
}

/// Which version is in use.
export function versionWords(version: number | null): string {
  return version === null ? "As it came" : `Recalibrated here, version ${version}`;
}

/// What else there is to know of a score; "" when nothing is.
export function besideWords({ spread, differ }: Pick<Score, "spread" | "differ">): string {
  const apart = spread === null || spread === 0
    ? [] : [`experts lie ${spread.toFixed(1)} apart, so it is shown no finer`];
  const places = differ === 1 ? "1 place is" : `${differ} places are`;
  const out = differ === 0 ? [] : [`${places} left out, where experts differ`];
  return [...apart, ...out].join("; ");
}

/// A floor that can be set: 0 to 1; null for anything else that was typed.
export function floorOf(typed: string): number | null {
  const floor = Number(typed.replace(",", "."));
  return typed.trim() === "" || !(floor >= 0 && floor <= 1) ? null : floor;
}
