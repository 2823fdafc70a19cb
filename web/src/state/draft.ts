/// Which drafts are read, for those who asked for it.
import { type Practice, isPaused } from "./practice";
import { tooLong } from "./status";

/// A draft that has rested so long may be remarked on.
export const REMARK_AFTER_MS = 2000;

/// The draft to be read once it has rested; null when there is none to read, when it was read before,
/// and for an idea just as it was offered.
export function draftToRead(state: Practice, read: ReadonlySet<string>): string | null {
  const { draft, talk, link } = state;
  if (link !== "ready" || talk.closed !== null || isPaused(state)) return null;
  if (draft.trim() === "" || tooLong(draft) || read.has(draft)) return null;
  const offered = Object.values(talk.cards).flat().some((card) => card.text === draft);
  return offered ? null : draft;
}
