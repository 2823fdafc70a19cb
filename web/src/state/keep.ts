/// What the browser keeps so that no words are lost: the draft, and words not yet on the server.
/// One entry a message, so that two windows do not overwrite each other.
import { KINDS } from "../api/events";
import { fields, flag, number, text, textOr } from "../api/decode";
import type { Unsent } from "./outbox";
import type { Kept, Practice } from "./practice";

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const draftName = (session: string): string => `attune.draft.${session}`;
const unsentName = (session: string, key: string): string => `attune.unsent.${session}.${key}`;

function names(shelf: Shelf): string[] {
  return Array.from({ length: shelf.length }, (_, i) => shelf.key(i) ?? "");
}

function parseUnsent(stored: string): Kept["unsent"][number] | null {
  try {
    const from = fields(JSON.parse(stored), "unsent words");
    return {
      key: text(from, "key"),
      text: text(from, "text"),
      adopted: KINDS.find((kind) => kind === textOr(from, "adopted")) ?? "",
      goodbye: flag(from, "goodbye"),
      seen: number(from, "seen"),
    };
  } catch {
    return null;
  }
}

export function recall(shelf: Shelf, session: string): Kept {
  const prefix = unsentName(session, "");
  const stored = names(shelf).filter((name) => name.startsWith(prefix)).sort();
  const unsent = stored.flatMap((name) => {
    const words = parseUnsent(shelf.getItem(name) ?? "");
    return words ? [words] : [];
  });
  return { draft: shelf.getItem(draftName(session)) ?? "", unsent };
}

function put(shelf: Shelf, name: string, value: string): void {
  try {
    shelf.setItem(name, value);
  } catch {
    // A full or forbidden storage loses nothing that is on screen.
  }
}

function keepUnsent(shelf: Shelf, session: string, words: Unsent): void {
  const { key, text: said, adopted, goodbye, seen } = words;
  put(shelf, unsentName(session, key), JSON.stringify({ key, text: said, adopted, goodbye, seen }));
}

/// Writes what differs between the two states.
export function keep(shelf: Shelf, session: string, before: Practice, after: Practice): void {
  if (before.draft !== after.draft) {
    if (after.draft) put(shelf, draftName(session), after.draft);
    else shelf.removeItem(draftName(session));
  }
  if (before.outbox === after.outbox) return;
  for (const words of after.outbox) keepUnsent(shelf, session, words);
  for (const words of before.outbox) {
    if (!after.outbox.some((left) => left.key === words.key)) {
      shelf.removeItem(unsentName(session, words.key));
    }
  }
}

/// Forgets everything kept of a session.
export function forget(shelf: Shelf, session: string): void {
  shelf.removeItem(draftName(session));
  const prefix = unsentName(session, "");
  for (const name of names(shelf)) if (name.startsWith(prefix)) shelf.removeItem(name);
}

const isKept = (name: string): boolean => /^attune\.(draft|unsent|review)\./.test(name);

/// True while there are words that are not on the server.
export function keepsAny(shelf: Shelf): boolean {
  return names(shelf).some(isKept);
}

/// Forgets everything kept of every session.
export function forgetAll(shelf: Shelf): void {
  for (const name of names(shelf).filter(isKept)) shelf.removeItem(name);
}
