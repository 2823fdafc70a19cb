/// The requests of docs/formats/api.md. Each answers with a value or a `Refusal`; none throws.
import {
  type Entry, type Figure, type Person, type Status, parseEntry, parseFigure, parsePerson,
  parseStatus,
} from "./catalog";
import type { Debrief } from "./debrief";
import { parseDebrief } from "./debrief_wire";
import { fields, list, text, textOr } from "./decode";
import { type Preferences, parsePreferences } from "./preferences";
import { type Progress, parseProgress } from "./progress";
import { type Code, codeOf } from "./frames";

/// `away`: the server could not be reached at all.
export interface Refusal {
  readonly code: Code | "away";
  readonly message: string;
}

export type Answer<T> = { readonly ok: T } | { readonly refused: Refusal };

const AWAY: Refusal = { code: "away", message: "Attune cannot be reached at the moment." };
const ODD: Refusal = {
  code: "internal",
  message: "The answer could not be read. Reloading the page may help.",
};

function refusalOf(body: unknown): Refusal {
  try {
    const error = fields(fields(body, "answer")["error"], "error");
    return { code: codeOf(text(error, "code")), message: textOr(error, "message") };
  } catch {
    return ODD;
  }
}

async function ask<T>(
  path: string,
  init: RequestInit,
  read: (body: unknown) => T,
): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(path, { cache: "no-store", ...init });
  } catch {
    return { refused: AWAY };
  }
  try {
    const body: unknown = response.status === 204 ? {} : await response.json();
    return response.ok ? { ok: read(body) } : { refused: refusalOf(body) };
  } catch {
    return { refused: ODD };
  }
}

function carrying(method: "POST" | "PUT", body: unknown): RequestInit {
  return {
    method,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
}

const post = (body: unknown): RequestInit => carrying("POST", body);
const idOf = (body: unknown): string => text(fields(body, "session"), "id");
const at = (id: string): string => `/api/sessions/${encodeURIComponent(id)}`;

export const people = (): Promise<Answer<Person[]>> =>
  ask("/api/cases", {}, (body) => list(fields(body, "answer"), "cases", parsePerson));

export const figures = (): Promise<Answer<Figure[]>> =>
  ask("/api/models", {}, (body) => list(fields(body, "answer"), "models", parseFigure));

export const status = (): Promise<Answer<Status>> => ask("/api/status", {}, parseStatus);

export const sessions = (): Promise<Answer<Entry[]>> =>
  ask("/api/sessions", {}, (body) => list(fields(body, "answer"), "sessions", parseEntry));

export const preferences = (): Promise<Answer<Preferences>> =>
  ask("/api/preferences", {}, parsePreferences);

export const prefer = (wish: Preferences): Promise<Answer<true>> =>
  ask("/api/preferences", carrying("PUT", wish), () => true as const);

export const progress = (): Promise<Answer<Progress>> => ask("/api/progress", {}, parseProgress);

export const begin = (caseId: string): Promise<Answer<string>> =>
  ask("/api/sessions", post({ case: caseId }), idOf);

export const branch = (session: string, turn: number): Promise<Answer<string>> =>
  ask("/api/sessions", post({ branch_of: session, branch_turn: turn }), idOf);

/// At most one remark on words not yet sent; null, most of the time. The server keeps nothing of them.
export const remarkOn = (session: string, draft: string): Promise<Answer<string | null>> =>
  ask(`${at(session)}/draft`, post({ text: draft }), (body) => {
    const remark = fields(body, "answer")["remark"];
    return remark === null ? null : text(fields(remark, "remark"), "text");
  });

export const erase = (session: string): Promise<Answer<true>> =>
  ask(at(session), { method: "DELETE" }, () => true as const);

export const exists = (session: string): Promise<Answer<true>> =>
  ask(`${at(session)}/events?after=999999999`, {}, () => true as const);

export const debrief = (session: string): Promise<Answer<Debrief>> =>
  ask(`${at(session)}/debrief`, {}, parseDebrief);
