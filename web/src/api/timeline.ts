/// The talk point by point, and what was said of it (docs/formats/debrief.md).
import {
  type Fields, asNumber, asText, fields, flag, list, number, numberOr, text, textOr,
} from "./decode";
import { type Differing, parseDiffering } from "./differing";
import type { Nudge } from "./events";
import { parseNudge } from "./event_wire";

/// How a turn's words read.
export interface Tone {
  readonly emotion: string;
  readonly unclear: boolean;
  readonly valence: number;
}

export interface ClientPoint extends Tone {
  /// none, low, moderate, high; "" when it was not read.
  readonly risk: string;
}

export interface SupporterPoint extends Tone {
  readonly main: string;
  readonly skills: readonly string[];
  /// 0 to 2 for each mechanism.
  readonly empathy: Readonly<Record<string, number>>;
}

/// One turn: the supporter's words, the reply to them, and the state after both; 0 is the opening.
export interface Point {
  readonly turn: number;
  readonly client: ClientPoint | null;
  readonly supporter: SupporterPoint | null;
  readonly phase: string;
  readonly trust: number;
  readonly guard: number;
  readonly distress: number;
  readonly cues: readonly { kind: string; change: string }[];
  /// The kind of the nudge, and of the idea that the reply began as; "" for none.
  readonly nudge: string;
  readonly idea: string;
  readonly consulted: boolean;
}

/// A nudge as the debrief tells it; `disputed` is the reason given against it, null for none.
export interface Told extends Nudge {
  readonly disputed: string | null;
  readonly expertsDiffer: readonly Differing[];
}

/// A ratio, null where there was nothing to divide by, and its published bounds for beginners and for
/// the experienced.
export interface Ratio {
  readonly value: number | null;
  readonly bounds: readonly number[];
}

/// Ratios of motivational interviewing.
export interface Ratios {
  readonly shown: boolean;
  /// Why not: grief, risk, few.
  readonly hidden: string;
  readonly reflectionsToQuestions: Ratio;
  readonly complexShare: Ratio;
  readonly openShare: Ratio;
  readonly adherentShare: Ratio;
}

function parseTone(from: Fields): Tone {
  return {
    emotion: text(from, "emotion"),
    unclear: flag(from, "unclear"),
    valence: number(from, "valence"),
  };
}

function parseClient(value: unknown): ClientPoint | null {
  if (value === undefined || value === null) return null;
  const from = fields(value, "client");
  return { ...parseTone(from), risk: textOr(from, "risk") };
}

function parseSupporter(value: unknown): SupporterPoint | null {
  if (value === undefined || value === null) return null;
  const from = fields(value, "supporter");
  const levels = fields(from["empathy"] ?? {}, "empathy");
  return {
    ...parseTone(from),
    main: textOr(from, "main"),
    skills: list(from, "skills", asText),
    empathy: Object.fromEntries(Object.keys(levels).map((name) => [name, number(levels, name)])),
  };
}

export function parsePoint(value: unknown): Point {
  const from = fields(value, "point");
  return {
    turn: number(from, "turn"),
    client: parseClient(from["client"]),
    supporter: parseSupporter(from["supporter"]),
    phase: textOr(from, "phase"),
    trust: number(from, "trust"),
    guard: number(from, "guard"),
    distress: number(from, "distress"),
    cues: list(from, "cues", (item) => {
      const cue = fields(item, "cue");
      return { kind: text(cue, "kind"), change: text(cue, "change") };
    }),
    nudge: textOr(from, "nudge"),
    idea: textOr(from, "idea"),
    consulted: flag(from, "consulted"),
  };
}

export function parseTold(value: unknown): Told {
  const from = fields(value, "nudge");
  return {
    ...parseNudge(from),
    disputed: typeof from["disputed"] === "string" ? from["disputed"] : null,
    expertsDiffer: parseDiffering(from),
  };
}

export function parseRatios(value: unknown): Ratios | null {
  if (value === undefined || value === null) return null;
  const from = fields(value, "mi");
  const published = fields(from["bounds"] ?? {}, "bounds");
  const ratio = (name: string): Ratio =>
    ({ value: numberOr(from, name), bounds: list(published, name, asNumber) });
  return {
    shown: flag(from, "shown"),
    hidden: textOr(from, "hidden"),
    reflectionsToQuestions: ratio("reflections_to_questions"),
    complexShare: ratio("complex_share"),
    openShare: ratio("open_share"),
    adherentShare: ratio("adherent_share"),
  };
}
