/// One letter for each code, and what a key means in the workspace.
import type { Instrument } from "../api/review";

export interface Letter {
  readonly key: string;
  readonly instrument: string;
  readonly code: string;
  readonly title: string;
  readonly about: string;
}

/// Letters that mean something else: next, previous, undo, the questions.
const TAKEN = ["j", "k", "u", "q"];
const ALL = [..."abcdefghijklmnopqrstuvwxyz"];

/// A code's own first letter where that is free, else the next of its title, else any; "" when none
/// is left. The same instruments give the same letters.
export function lettersOf(instruments: readonly Instrument[]): Letter[] {
  const taken = new Set(TAKEN);
  return instruments.flatMap(({ id, codes }) => codes.map((code) => {
    const wished = [...code.title.toLowerCase()].filter((sign) => ALL.includes(sign));
    const key = [...wished, ...ALL].find((sign) => !taken.has(sign)) ?? "";
    taken.add(key);
    return { key, instrument: id, code: code.id, title: code.title, about: code.about };
  }));
}

export type KeyMeaning =
  | { readonly is: "step"; readonly by: 1 | -1 }
  | { readonly is: "word"; readonly by: 1 | -1; readonly extend: boolean }
  | { readonly is: "mark"; readonly letter: Letter }
  | { readonly is: "digit"; readonly digit: number }
  | { readonly is: "undo" | "questions" | "keys" | "clear" };

export interface KeyPress {
  readonly key: string;
  readonly shift: boolean;
  /// Control, Alt or the command key is held.
  readonly modified: boolean;
  /// Control or the command key alone, for undo.
  readonly command: boolean;
  /// The focus is where one types.
  readonly typing: boolean;
  /// The focus is on a reply, where the arrow keys walk along its words.
  readonly onReply: boolean;
}

const PLAIN: Readonly<Record<string, KeyMeaning>> = {
  j: { is: "step", by: 1 },
  k: { is: "step", by: -1 },
  u: { is: "undo" },
  q: { is: "questions" },
  "?": { is: "keys" },
  Escape: { is: "clear" },
};

/// Null: the key is the browser's.
export function meaning(press: KeyPress, letters: readonly Letter[]): KeyMeaning | null {
  const { key, shift, modified, command, typing, onReply } = press;
  if (typing) return null;
  if (command && key.toLowerCase() === "z" && !shift) return { is: "undo" };
  if (modified) return null;
  if (onReply && (key === "ArrowRight" || key === "ArrowLeft")) {
    return { is: "word", by: key === "ArrowRight" ? 1 : -1, extend: shift };
  }
  if (/^[0-9]$/.test(key)) return { is: "digit", digit: Number(key) };
  const plain = PLAIN[key.length === 1 ? key.toLowerCase() : key];
  if (plain) return plain;
  const letter = letters.find((one) => one.key === key.toLowerCase());
  return letter ? { is: "mark", letter } : null;
}
