/// From a key press to "saved": one draft on its way at a time, and the newest wins. Pure.
import type { Refusal } from "../api/ask";
import { asSentence } from "./review_words";

export interface Saving {
  /// Counts the changes.
  readonly version: number;
  /// The last one that the server said it has.
  readonly saved: number;
  /// The one on its way.
  readonly out: number | null;
  readonly tries: number;
  /// When what failed is tried again.
  readonly until: number;
  /// Why the last try failed; null: it did not.
  readonly refused: Refusal | null;
}

export const AT_REST: Saving = {
  version: 0, saved: 0, out: null, tries: 0, until: 0, refused: null,
};

/// Refused for good: the same words again would meet the same answer.
const FINAL = new Set(["invalid", "not_found", "forbidden", "conflict", "too_large"]);

export function edited(saving: Saving): Saving {
  const next = { ...saving, version: saving.version + 1 };
  const final = saving.refused && FINAL.has(saving.refused.code);
  return final ? { ...next, refused: null, until: 0 } : next;
}

/// Whether the newest version should go out now.
export function isDue(saving: Saving, now: number): boolean {
  const { version, saved, out, until, refused } = saving;
  if (out !== null || saved >= version) return false;
  return !(refused && FINAL.has(refused.code)) && now >= until;
}

export function sent(saving: Saving): Saving {
  return { ...saving, out: saving.version };
}

export function arrived(saving: Saving): Saving {
  const saved = saving.out ?? saving.saved;
  return { ...saving, saved, out: null, tries: 0, until: 0, refused: null };
}

export function failed(saving: Saving, refused: Refusal, now: number): Saving {
  const until = now + Math.min(500 * 2 ** saving.tries, 8000);
  return { ...saving, out: null, tries: saving.tries + 1, until, refused };
}

/// When to look again; null when nothing waits for time to pass.
export function triesAt(saving: Saving): number | null {
  const { version, saved, out, refused, until } = saving;
  if (out !== null || saved >= version || (refused && FINAL.has(refused.code))) return null;
  return until;
}

/// The one line on how it stands; "saved" only when the server has the newest.
export function savingWords(saving: Saving): string {
  const { version, saved, refused } = saving;
  if (saved >= version) return version === 0 ? "Every key is saved as you go" : "Saved";
  if (!refused) return "Saving";
  const why = asSentence(refused.message);
  if (FINAL.has(refused.code)) return `Not saved: ${why} It is kept in this browser.`;
  if (refused.code === "away") {
    return "Attune cannot be reached. Kept in this browser, and saved as soon as it is back.";
  }
  return `Not saved yet: ${why} Kept in this browser; trying again.`;
}
