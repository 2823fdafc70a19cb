/// When ideas are there: asked for, not before the supporter has begun a thought of their own; or by
/// themselves; or not at all.
import type { Card } from "../api/events";
import type { Practice } from "./practice";
import { type Talk, lastMessage, lastWords } from "./talk";

export const IDEAS_AFTER_MS = 10_000;

/// Null when no time will bring them: nobody spoke, a reply is owed, or the talk is over.
export function ideasAt(state: Practice): number | null {
  const { talk, reveal, heardAt, wrote } = state;
  if (talk.closed !== null || reveal || lastMessage(talk)?.speaker !== "client") return null;
  if (talk.help === "always") return talk.cards[lastMessage(talk)?.turn ?? -1] ? heardAt : null;
  return wrote ? heardAt : heardAt + IDEAS_AFTER_MS;
}

export function ideasReady(state: Practice, now: number): boolean {
  const at = ideasAt(state);
  return at !== null && now >= at;
}

/// The ideas on the client's last words, once those are all on screen and wait for a reply.
export function ideasNow({ talk, reveal }: Practice): readonly Card[] | null {
  const words = lastWords(talk);
  if (reveal !== null || !words || lastMessage(talk) !== words) return null;
  return talk.cards[words.turn] ?? null;
}

/// Why the talk is with or without ideas, where measured skill chose that; "" otherwise.
export function fadingWords({ fading, help }: Talk): string {
  if (!fading) return "";
  if (help === "off") return "This one is without ideas, so that you can see what you do alone.";
  if (help === "always") return "Ideas stand beside this talk. They step back as you need them less.";
  return "In this talk, ideas come only when you ask for them: you have needed them less.";
}
