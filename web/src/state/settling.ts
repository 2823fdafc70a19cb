/// What a disagreement is about, by its instrument.
import type { Instrument, Words } from "../api/review";
import type { Disagreement } from "../api/review_desk";
import { valueWords } from "./review_words";

export interface Known {
  /// A code, or else an item.
  readonly code: boolean;
  readonly about: string;
  readonly words: Words;
  /// What one may settle on.
  readonly choices: readonly number[];
}

const HIGHEST_STEP = 10;

/// Of a code: not there, or how heavy. Of an item: its steps; of a count, what was counted.
export function knownOf(item: Disagreement, instruments: readonly Instrument[]): Known {
  const instrument = instruments.find(({ id }) => id === item.instrument);
  const code = instrument?.codes.find(({ id }) => id === item.what);
  if (instrument && code) {
    const heavy = Object.keys(instrument.severity).map(Number).sort((a, b) => a - b);
    const choices = [0, ...(heavy.length > 0 ? heavy : [1])];
    return { code: true, about: code.about, words: instrument.severity, choices };
  }
  const asked = instrument?.items.find(({ id }) => id === item.what);
  const given = [...new Set(item.values.map(({ value }) => value))].sort((a, b) => a - b);
  const steps = asked && !asked.count && asked.high - asked.low <= HIGHEST_STEP
    ? Array.from({ length: asked.high - asked.low + 1 }, (_, i) => asked.low + i)
    : given;
  return { code: false, about: "", words: asked?.anchors ?? {}, choices: steps };
}

/// Of a code: "not there", "small"; of an item as a rater gives it.
export function choiceWords(choice: number, known: Known): string {
  if (!known.code) return valueWords(choice, known);
  return choice === 0 ? "not there" : known.words[choice]?.split(";")[0] ?? "there";
}

export function settledWords(settled: NonNullable<Disagreement["settled"]>, known: Known): string {
  if (settled.open || settled.value === null) return "Looked at together; they still differ.";
  return `Settled: ${choiceWords(settled.value, known)}.`;
}
