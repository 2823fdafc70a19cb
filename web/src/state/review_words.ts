/// Plain words for what the review names.
import type { Words } from "../api/review";

const GROUPS: Readonly<Record<string, { readonly one: string; readonly many: string }>> = {
  self: { one: "the supporter", many: "Supporters themselves" },
  peer: { one: "peer", many: "Peers" },
  lived_experience: { one: "lived experience", many: "Lived experience" },
  expert: { one: "expert", many: "Experts" },
  program: { one: "the program", many: "The program" },
  model: { one: "language model", many: "Language models" },
  rule: { one: "rule", many: "Rules" },
};

export function groupWord(group: string): string {
  return GROUPS[group]?.one ?? group.replaceAll("_", " ");
}

export function groupsWord(group: string): string {
  return GROUPS[group]?.many ?? group.replaceAll("_", " ");
}

/// What a rater gave: a step with its anchor, or of a code how heavy; 0 of a code is "not marked".
export function valueWords(
  value: number,
  of: { readonly code: boolean; readonly words: Words },
): string {
  if (of.code && value === 0) return "not marked";
  const words = of.words[value]?.split(";")[0];
  if (of.code) return words ? `marked, ${words}` : "marked";
  return words ? `${value}, ${words}` : `${value}`;
}

/// What the server says, as a sentence: with a capital and a stop.
export function asSentence(words: string): string {
  if (words === "") return "";
  const begun = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

/// "3 talks", "1 talk".
export function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
