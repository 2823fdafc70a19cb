/// The misalignment map and the trust in scores (docs/formats/review.md).
import { asNumber, fields, flag, list, number, numberOr, oneOf, text, textOr } from "./decode";
import { type Line, parseLine } from "./review";

/// A figure with its 95 % interval, or why there is none.
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly missing: string;
}

export const COLUMNS = ["self", "peer", "lived_experience", "expert", "program"] as const;
export type Column = (typeof COLUMNS)[number];
export const GAPS = ["peer_expert", "self_expert", "program_expert"] as const;
export type Gap = (typeof GAPS)[number];
const CUE_COLUMNS = ["peer", "lived_experience", "expert", "program"] as const;
export type CueColumn = (typeof CUE_COLUMNS)[number];

/// A gap that holds after Holm's correction for looking at all rows.
export type GapEstimate = Estimate & { readonly holds: boolean };

export interface Row {
  readonly id: string;
  readonly instrument: string;
  readonly title: string;
  readonly low: number;
  readonly high: number;
  readonly cells: Readonly<Record<Column, Estimate>>;
  readonly gaps: Readonly<Record<Gap, GapEstimate>>;
  readonly agreement: Readonly<Record<"peer" | "expert", Estimate>>;
  /// In how many places experts differ.
  readonly differ: number;
}

export interface CueRow {
  readonly kind: string;
  readonly planted: number;
  readonly missed: number;
  readonly shares: Readonly<Record<CueColumn, Estimate>>;
  readonly gap: GapEstimate;
}

export interface Alignment {
  readonly simulated: boolean;
  readonly talks: number;
  readonly raters: Readonly<Record<"peer" | "expert" | "lived_experience", number>>;
  readonly items: readonly Row[];
  readonly codes: readonly Row[];
  readonly cues: readonly CueRow[];
  /// Talks in which experts differ: shown, never used as truth.
  readonly differ: number;
}

export interface Behind {
  readonly talk: string;
  readonly turn: number | null;
  readonly client: string;
  readonly reply: string;
  /// Of a whole talk, in place of these.
  readonly lines: readonly Line[];
  readonly values: readonly {
    readonly group: string;
    readonly value: number;
    readonly text: string;
  }[];
}

const TRUST = ["trusted", "not_yet", "unknown"] as const;

export interface Score {
  readonly score: string;
  readonly title: string;
  /// What the experts' side is.
  readonly expert: string;
  readonly n: number;
  readonly statistic: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly state: (typeof TRUST)[number];
  /// One sentence on how it stands.
  readonly text: string;
  /// Of the recalibration in use; null: as it came.
  readonly version: number | null;
  /// How far human raters lie apart on it; null while unknown.
  readonly spread: number | null;
  /// Places left out because experts differ.
  readonly differ: number;
  readonly canRecalibrate: boolean;
}

export interface Trust {
  readonly floor: number;
  readonly scores: readonly Score[];
}

export function parseEstimate(value: unknown): Estimate {
  if (value === null || value === undefined) {
    return { value: null, low: null, high: null, n: 0, missing: "nothing rated yet" };
  }
  const from = fields(value, "estimate");
  return {
    value: numberOr(from, "value"),
    low: numberOr(from, "low"),
    high: numberOr(from, "high"),
    n: numberOr(from, "n") ?? 0,
    missing: textOr(from, "missing"),
  };
}

/// One estimate for each name.
function estimates<T extends string>(
  value: unknown,
  names: readonly T[],
): Readonly<Record<T, Estimate>> {
  const from = fields(value ?? {}, "estimates");
  return Object.fromEntries(names.map((name) => [name, parseEstimate(from[name])])) as
    Record<T, Estimate>;
}

function parseGaps(value: unknown): Row["gaps"] {
  const from = fields(value ?? {}, "gaps");
  return Object.fromEntries(GAPS.map((name) => {
    const holds = flag(fields(from[name] ?? {}, "gap"), "holds");
    return [name, { ...parseEstimate(from[name]), holds }];
  })) as Record<Gap, GapEstimate>;
}

function parseRow(value: unknown): Row {
  const from = fields(value, "row");
  const [low = 0, high = 1] = list(from, "scale", asNumber);
  return {
    id: text(from, "id"),
    instrument: text(from, "instrument"),
    title: text(from, "title"),
    low,
    high,
    cells: estimates(from, COLUMNS),
    gaps: parseGaps(from["gap"]),
    agreement: estimates(from["agreement"], ["peer", "expert"]),
    differ: numberOr(from, "differ") ?? 0,
  };
}

export function parseAlignment(value: unknown): Alignment {
  const from = fields(value, "map");
  const raters = fields(from["raters"] ?? {}, "raters");
  return {
    simulated: flag(from, "simulated"),
    talks: number(from, "talks"),
    raters: {
      peer: numberOr(raters, "peer") ?? 0,
      expert: numberOr(raters, "expert") ?? 0,
      lived_experience: numberOr(raters, "lived_experience") ?? 0,
    },
    items: list(from, "items", parseRow),
    codes: list(from, "codes", parseRow),
    cues: list(from, "cues", (item) => {
      const cue = fields(item, "cue");
      return {
        kind: text(cue, "kind"),
        planted: number(cue, "planted"),
        missed: number(cue, "missed"),
        shares: estimates(cue, CUE_COLUMNS),
        gap: parseGaps(cue["gap"]).peer_expert,
      };
    }),
    differ: numberOr(from, "differ") ?? 0,
  };
}

export function parseBehind(value: unknown): Behind {
  const from = fields(value, "turn");
  return {
    talk: text(from, "talk"),
    turn: numberOr(from, "turn"),
    client: textOr(from, "client"),
    reply: textOr(from, "reply"),
    lines: list(from, "turns", parseLine),
    values: list(from, "values", (item) => {
      const given = fields(item, "value");
      const said = textOr(given, "text");
      return { group: text(given, "group"), value: number(given, "value"), text: said };
    }),
  };
}

function parseScore(value: unknown): Score {
  const from = fields(value, "score");
  return {
    score: text(from, "score"),
    title: text(from, "title"),
    expert: textOr(from, "expert"),
    n: number(from, "n"),
    statistic: textOr(from, "statistic"),
    value: numberOr(from, "value"),
    low: numberOr(from, "low"),
    high: numberOr(from, "high"),
    state: oneOf(from, "state", TRUST),
    text: textOr(from, "text"),
    version: numberOr(from, "version"),
    spread: numberOr(from, "spread"),
    differ: numberOr(from, "differ") ?? 0,
    canRecalibrate: flag(from, "can_recalibrate"),
  };
}

export function parseTrust(value: unknown): Trust {
  const from = fields(value, "trust");
  return { floor: number(from, "floor"), scores: list(from, "scores", parseScore) };
}
