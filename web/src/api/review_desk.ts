/// What whoever leads a review handles: talks, batches, raters, imports, disagreements.
import { asText, fields, flag, list, number, numberOr, oneOf, text, textOr } from "./decode";
import { GROUPS, type Group } from "./me";
import { type Line, parseLine } from "./review";

export interface ReviewTalk {
  readonly talk: string;
  readonly origin: "session" | "imported" | "simulated";
  readonly turns: number;
  readonly opened: number | null;
  /// By how many raters.
  readonly rated: number;
}

export interface RaterEntry {
  readonly id: string;
  readonly name: string;
  readonly group: Group;
}

export interface Batch {
  readonly batch: string;
  readonly title: string;
  readonly instruments: readonly string[];
  readonly talks: number;
  readonly pairs: number;
  readonly raters: readonly (RaterEntry & { readonly done: number; readonly of: number })[];
}

export interface NewBatch {
  readonly title: string;
  readonly instruments: readonly string[];
  readonly talks: readonly string[];
  readonly raters: readonly string[];
  readonly pairs: readonly (readonly [string, string])[];
}

export const BASES = ["consent", "service_agreement", "public", "own"] as const;
export type Basis = (typeof BASES)[number];

export interface Import {
  readonly basis: Basis;
  readonly note: string;
  readonly text: string;
  /// What the file calls whoever is supported; "" by the names that are known.
  readonly client: string;
  /// Shows what would be kept, and keeps nothing.
  readonly preview: boolean;
}

export interface ImportedTalk {
  readonly talk: string;
  readonly turns: number;
  /// How many words were replaced because they could tell who somebody is.
  readonly replaced: number;
  readonly lines: readonly Line[];
  /// What was replaced by what.
  readonly found: readonly { readonly was: string; readonly as: string }[];
}

export interface Disagreement {
  readonly talk: string;
  readonly instrument: string;
  /// An item's or a code's id.
  readonly what: string;
  readonly title: string;
  readonly turn: number | null;
  readonly words: string;
  readonly values: readonly {
    readonly rater: string;
    readonly group: string;
    readonly value: number;
    readonly text: string;
  }[];
  readonly settled: {
    readonly value: number | null;
    readonly open: boolean;
    readonly reason: string;
  } | null;
}

export interface Settling {
  readonly talk: string;
  readonly instrument: string;
  readonly what: string;
  readonly turn?: number;
  readonly value?: number;
  /// Looked at together, and the raters still differ.
  readonly open: boolean;
  readonly reason: string;
}

function parseRater(value: unknown): RaterEntry {
  const from = fields(value, "rater");
  return { id: text(from, "id"), name: text(from, "name"), group: oneOf(from, "group", GROUPS) };
}

export function parseTalks(value: unknown): ReviewTalk[] {
  return list(fields(value, "answer"), "talks", (item) => {
    const from = fields(item, "talk");
    return {
      talk: text(from, "talk"),
      origin: oneOf(from, "origin", ["session", "imported", "simulated"]),
      turns: number(from, "turns"),
      opened: numberOr(from, "opened"),
      rated: numberOr(from, "rated") ?? 0,
    };
  });
}

export function parseRaters(value: unknown): RaterEntry[] {
  return list(fields(value, "answer"), "raters", parseRater);
}

/// How many there are, whether they are listed or counted.
function count(value: unknown): number {
  return Array.isArray(value) ? value.length : typeof value === "number" ? value : 0;
}

export function parseBatches(value: unknown): Batch[] {
  return list(fields(value, "answer"), "batches", (item) => {
    const from = fields(item, "batch");
    return {
      batch: text(from, "batch"),
      title: text(from, "title"),
      instruments: list(from, "instruments", asText),
      talks: count(from["talks"]),
      pairs: count(from["pairs"]),
      raters: list(from, "raters", (one) => {
        const progress = fields(one, "rater");
        const done = number(progress, "done");
        return { ...parseRater(one), done, of: number(progress, "of") };
      }),
    };
  });
}

export function parseImported(value: unknown): ImportedTalk[] {
  return list(fields(value, "answer"), "talks", (item) => {
    const from = fields(item, "talk");
    return {
      talk: textOr(from, "talk"),
      turns: number(from, "turns"),
      replaced: number(from, "replaced"),
      lines: list(from, "turns_preview", parseLine),
      found: list(from, "found", (one) => {
        const place = fields(one, "place");
        return { was: text(place, "was"), as: text(place, "as") };
      }),
    };
  });
}

function parseSettled(value: unknown): Disagreement["settled"] {
  if (value === null || value === undefined) return null;
  const from = fields(value, "settled");
  const reason = textOr(from, "reason");
  return { value: numberOr(from, "value"), open: flag(from, "open"), reason };
}

export interface Disagreements {
  readonly items: readonly Disagreement[];
  /// How many there are beside these.
  readonly more: number;
}

export function parseDisagreements(value: unknown): Disagreements {
  const answer = fields(value, "answer");
  const items = list(answer, "items", parseDisagreement);
  return { items, more: numberOr(answer, "more") ?? 0 };
}

function parseDisagreement(item: unknown): Disagreement {
  const from = fields(item, "disagreement");
  return {
    talk: text(from, "talk"),
    instrument: text(from, "instrument"),
    what: text(from, "what"),
    title: text(from, "title"),
    turn: numberOr(from, "turn"),
    words: textOr(from, "words"),
    values: list(from, "values", (one) => {
      const given = fields(one, "value");
      return {
        rater: text(given, "rater"),
        group: text(given, "group"),
        value: number(given, "value"),
        text: textOr(given, "text"),
      };
    }),
    settled: parseSettled(from["settled"]),
  };
}
