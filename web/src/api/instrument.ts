/// What raters, and supporters themselves, fill in (docs/formats/instrument.md).
import { fields, flag, list, number, oneOf, text, textOr } from "./decode";

/// Words by the number that they stand for.
export type Words = Readonly<Record<number, string>>;

export interface Item {
  readonly id: string;
  readonly ask: string;
  /// How it is put to whoever is rated, where that differs.
  readonly self?: string;
  readonly low: number;
  readonly high: number;
  /// How often something was seen: no upper end of its own.
  readonly count: boolean;
  readonly anchors: Words;
}

export interface Code {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly needsText: boolean;
}

const TARGETS = ["turn", "exchange", "conversation", "study"] as const;

export interface Instrument {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly license: string;
  readonly target: (typeof TARGETS)[number];
  readonly items: readonly Item[];
  /// Of codes, from 1; empty: they have none.
  readonly severity: Words;
  readonly codes: readonly Code[];
}

function parseWords(value: unknown): Words {
  const from = fields(value ?? {}, "words");
  return Object.fromEntries(Object.keys(from).map((key) => [Number(key), text(from, key)]));
}

export function parseItem(value: unknown): Item {
  const from = fields(value, "item");
  return {
    id: text(from, "id"),
    ask: text(from, "ask"),
    ...(textOr(from, "self") ? { self: text(from, "self") } : {}),
    low: number(from, "low"),
    high: number(from, "high"),
    count: flag(from, "count"),
    anchors: parseWords(from["anchors"]),
  };
}

function parseCode(value: unknown): Code {
  const from = fields(value, "code");
  return {
    id: text(from, "id"),
    title: text(from, "title"),
    about: textOr(from, "about"),
    needsText: flag(from, "needs_text"),
  };
}

export function parseInstrument(value: unknown): Instrument {
  const from = fields(value, "instrument");
  return {
    id: text(from, "id"),
    title: text(from, "title"),
    about: textOr(from, "about"),
    license: textOr(from, "license"),
    target: oneOf(from, "target", TARGETS),
    items: list(from, "items", parseItem),
    severity: parseWords(from["severity"]),
    codes: list(from, "codes", parseCode),
  };
}
