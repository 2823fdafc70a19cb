/// What the browser keeps of a draft that the server has not confirmed yet.
type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const nameOf = (task: string): string => `attune.review.${task}`;

export function keepDraft(shelf: Shelf, task: string, draft: object): void {
  try {
    shelf.setItem(nameOf(task), JSON.stringify(draft));
  } catch {
    // A full or forbidden storage loses nothing that is on screen.
  }
}

export function forgetDraft(shelf: Shelf, task: string): void {
  shelf.removeItem(nameOf(task));
}

/// Null when nothing is kept, or what is kept cannot be read.
export function keptDraft<T>(
  shelf: Shelf,
  task: string,
  read: (value: unknown) => T,
): T | null {
  const kept = shelf.getItem(nameOf(task));
  if (kept === null) return null;
  try {
    return read(JSON.parse(kept));
  } catch {
    return null;
  }
}
