/// A batch in the making.
import type { NewBatch, ReviewTalk } from "../api/review_desk";

export const BLANK_BATCH: NewBatch = {
  title: "", instruments: [], talks: [], raters: [], pairs: [],
};

export function turned(ids: readonly string[], id: string, on: boolean): string[] {
  const others = ids.filter((one) => one !== id);
  return on ? [...others, id] : others;
}

/// What is still to be chosen; "" when it can be given out. Pairs alone make a batch, too.
export function lacks({ title, instruments, talks, raters, pairs }: NewBatch): string {
  if (title.trim() === "") return "Give the batch a name.";
  if (talks.length === 0 && pairs.length === 0) return "Choose at least one talk, or add a pair.";
  if (talks.length > 0 && instruments.length === 0) return "Choose what the raters fill in.";
  if (raters.length === 0) return "Choose who reads.";
  return "";
}

/// The same when a talk is missing, is compared with itself, or the pair is there already.
export function withPair(pairs: NewBatch["pairs"], one: string, other: string): NewBatch["pairs"] {
  if (one === "" || other === "" || one === other) return pairs;
  const there = pairs.some(([a, b]) => (a === one && b === other) || (a === other && b === one));
  return there ? pairs : [...pairs, [one, other]];
}

/// A talk's name on the page says nothing of who was in it: "Talk 3".
export function talkNames(talks: readonly ReviewTalk[]): ReadonlyMap<string, string> {
  return new Map(talks.map(({ talk }, i) => [talk, `Talk ${i + 1}`]));
}
