/// When ideas may be asked for: not before the supporter has begun a thought of their own.
import type { Practice } from "./practice";
import { lastMessage } from "./talk";

export const IDEAS_AFTER_MS = 10_000;

/// Null when no time will bring them: nobody spoke, a reply is owed, or the talk is over.
export function ideasAt(state: Practice): number | null {
  const { talk, reveal, heardAt, wrote } = state;
  if (talk.closed !== null || reveal || lastMessage(talk)?.speaker !== "client") return null;
  return wrote ? heardAt : heardAt + IDEAS_AFTER_MS;
}

export function ideasReady(state: Practice, now: number): boolean {
  const at = ideasAt(state);
  return at !== null && now >= at;
}
