/// The one line under the composer: what happened to the supporter's words, in plain words.
import type { Practice } from "./practice";
import { owed } from "./talk";

/// A chat message holds this many code points (docs/formats/api.md).
export const LONGEST = 8000;

export function tooLong(text: string): boolean {
  return text.length > LONGEST && [...text.trim()].length > LONGEST;
}

const NOTICES = {
  conflict:
    "This talk went on in another window. The newer words are above; yours are back in the box " +
    "and were not sent.",
  busy: "Attune is busy. Your words are kept and offered again in a moment.",
  again: "That did not go through. Please try once more.",
  refused: "That could not be taken. Your words are back in the box.",
} as const;

interface Standing {
  readonly name: string;
  readonly unreadable: boolean;
  readonly signedOut: boolean;
}

export function statusLine(state: Practice, { name, unreadable, signedOut }: Standing): string {
  if (unreadable) return "Something came that this page cannot show. Reloading it may help.";
  if (state.link === "away" && signedOut) {
    return "You are signed out. Your words are kept here and will be sent once you sign in again.";
  }
  if (state.link === "away") {
    return "Attune cannot be reached. Your words are kept here and will be sent when it is back.";
  }
  if (tooLong(state.draft)) {
    return `A message holds ${LONGEST.toLocaleString("en")} characters; this one is longer.`;
  }
  if (state.notice === "too_late") return `${name} had left before these words arrived.`;
  if (state.notice !== null) return NOTICES[state.notice];
  if (state.outbox.some((unsent) => unsent.phase === "held")) {
    if (owed(state.talk)) {
      return `Your words go out once ${name} has answered. Escape takes them back.`;
    }
    return "On its way. Escape takes it back.";
  }
  return "";
}
