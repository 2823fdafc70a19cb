/// The requests of docs/formats/api.md that practice makes.
import { type Answer, ask, carrying, done } from "./ask";
import {
  type Entry, type Figure, type Person, type Status, type Terms, parseEntry, parseFigure, parsePerson,
  parseStatus,
} from "./catalog";
import type { Debrief } from "./debrief";
import { parseDebrief } from "./debrief_wire";
import { WireError, fields, list, text } from "./decode";
import { type Instrument, parseInstrument } from "./instrument";
import { type Preferences, parsePreferences } from "./preferences";
import { type Progress, parseProgress } from "./progress";

export { type Answer, type Refusal, ask, carrying } from "./ask";

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
  ask("/api/preferences", carrying("PUT", wish), done);

export const progress = (): Promise<Answer<Progress>> => ask("/api/progress", {}, parseProgress);

/// What is agreed to before a talk; sharing it is for later.
export const begin = (
  caseId: string, { training, research }: Omit<Terms, "shared">,
): Promise<Answer<string>> =>
  ask("/api/sessions", post({ case: caseId, training, research }), idOf);

/// Both ask the same: supporters of their own talk, raters of others'.
const SELF = "support-quality";

/// The questions to a supporter on their own talk.
export const selfForm = (): Promise<Answer<Instrument>> =>
  ask("/api/review/instruments", {}, (body) => {
    const all = list(fields(body, "answer"), "instruments", parseInstrument);
    const found = all.find(({ id }) => id === SELF);
    if (!found) throw new WireError(`there is no instrument "${SELF}"`);
    return found;
  });

export const setTerms = (session: string, terms: Terms): Promise<Answer<true>> =>
  ask(`${at(session)}/terms`, carrying("PUT", terms), done);

export const branch = (session: string, turn: number): Promise<Answer<string>> =>
  ask("/api/sessions", post({ branch_of: session, branch_turn: turn }), idOf);

/// At most one remark on words not yet sent; null, most of the time. The server keeps nothing of them.
export const remarkOn = (session: string, draft: string): Promise<Answer<string | null>> =>
  ask(`${at(session)}/draft`, post({ text: draft }), (body) => {
    const remark = fields(body, "answer")["remark"];
    return remark === null ? null : text(fields(remark, "remark"), "text");
  });

export const erase = (session: string): Promise<Answer<true>> =>
  ask(at(session), { method: "DELETE" }, done);

export const exists = (session: string): Promise<Answer<true>> =>
  ask(`${at(session)}/events?after=999999999`, {}, done);

export const debrief = (session: string): Promise<Answer<Debrief>> =>
  ask(`${at(session)}/debrief`, {}, parseDebrief);
