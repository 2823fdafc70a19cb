/// What the start page and the score views list (docs/formats/api.md).
import { asText, fields, flag, list, number, numberOr, text, textOr } from "./decode";

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly age: number;
  readonly place: string;
  readonly who: string;
  readonly mayMeet: readonly string[];
  readonly trains: readonly string[];
  readonly difficulty: number;
  readonly review: string;
  readonly minutes: string;
  readonly turns: string;
  /// Ids; `avoided` when one of them is on the list of what to leave out.
  readonly themes: readonly string[];
  readonly avoided: boolean;
}

/// How far a reading can be trusted: its measured figure on held-out data.
export interface Figure {
  readonly head: string;
  readonly statistic: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly measuredOn: string;
  readonly date: string;
}

/// What the owner of a talk lets others do with it.
export interface Terms {
  /// Supervisors may read it.
  readonly shared: boolean;
  /// Raters may review it, without the owner's name.
  readonly training: boolean;
  /// It may go into research, without names.
  readonly research: boolean;
}

export const NO_TERMS: Terms = { shared: false, training: false, research: false };

/// What may leave this machine.
export interface Status {
  readonly offline: boolean;
  /// The language model that words what people say; null when none does. `here`: on this machine.
  readonly model: { readonly model: string; readonly host: string; readonly here: boolean } | null;
}

export interface Entry {
  readonly id: string;
  readonly caseId: string;
  readonly name: string;
  readonly opened: number;
  readonly last: number;
  readonly turns: number;
  readonly closed: boolean;
  readonly rated: boolean;
  /// A second try from a moment of an earlier talk.
  readonly branch: boolean;
  readonly terms: Terms;
  /// The service had said beforehand that supervisors read such talks.
  readonly announced: boolean;
  /// Its words are gone; its figures are not.
  readonly erased: boolean;
}

export function parseTerms(value: unknown): Terms {
  const from = fields(value, "terms");
  return {
    shared: flag(from, "shared"), training: flag(from, "training"), research: flag(from, "research"),
  };
}

export function parsePerson(value: unknown): Person {
  const from = fields(value, "case");
  return {
    id: text(from, "id"),
    name: text(from, "name"),
    age: number(from, "age"),
    place: text(from, "place"),
    who: text(from, "who"),
    mayMeet: list(from, "may_meet", asText),
    trains: list(from, "trains", asText),
    difficulty: number(from, "difficulty"),
    review: textOr(from, "review"),
    minutes: textOr(from, "minutes"),
    turns: textOr(from, "turns"),
    themes: list(from, "themes", asText),
    avoided: flag(from, "avoided"),
  };
}

export function parseFigure(value: unknown): Figure {
  const from = fields(value, "figure");
  return {
    head: text(from, "head"),
    statistic: text(from, "statistic"),
    value: number(from, "value"),
    low: numberOr(from, "low"),
    high: numberOr(from, "high"),
    n: number(from, "n"),
    measuredOn: textOr(from, "measured_on"),
    date: textOr(from, "date"),
  };
}

export function parseStatus(value: unknown): Status {
  const from = fields(value, "status");
  const offline = flag(from, "offline");
  if (from["model"] === null || from["model"] === undefined) return { offline, model: null };
  const model = fields(from["model"], "model");
  return {
    offline,
    model: { model: textOr(model, "model"), host: text(model, "host"), here: flag(model, "here") },
  };
}

export function parseEntry(value: unknown): Entry {
  const from = fields(value, "session");
  return {
    id: text(from, "id"),
    caseId: text(from, "case"),
    name: text(from, "name"),
    opened: number(from, "opened"),
    last: number(from, "last"),
    turns: number(from, "turns"),
    closed: flag(from, "closed"),
    rated: flag(from, "rated"),
    branch: flag(from, "branch"),
    terms: parseTerms(value),
    announced: flag(from, "announced"),
    erased: flag(from, "erased"),
  };
}
