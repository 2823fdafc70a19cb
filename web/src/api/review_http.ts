/// The requests of the review pages (docs/formats/api.md).
import {
  type Alignment, type Behind, type Column, type Trust, parseAlignment, parseBehind, parseTrust,
} from "./alignment";
import { fields, list, text } from "./decode";
import { type Answer, ask, carrying, done } from "./ask";
import {
  type Instrument, type OwnRating, type Queue, type Task, parseInstrument, parseOwnRatings,
  parseQueue, parseTask,
} from "./review";
import {
  type Batch, type Disagreements, type Import, type ImportedTalk, type NewBatch, type RaterEntry,
  type ReviewTalk, type Settling, parseBatches, parseDisagreements, parseImported, parseRaters,
  parseTalks,
} from "./review_desk";

const taskAt = (task: string): string => `/api/review/tasks/${encodeURIComponent(task)}`;

export const instruments = (): Promise<Answer<Instrument[]>> =>
  ask("/api/review/instruments", {}, (body) =>
    list(fields(body, "answer"), "instruments", parseInstrument));

export const queue = (): Promise<Answer<Queue>> => ask("/api/review/queue", {}, parseQueue);

export const task = (id: string): Promise<Answer<Task>> => ask(taskAt(id), {}, parseTask);

export const ownRatings = (): Promise<Answer<OwnRating[]>> =>
  ask("/api/review/ratings", {}, parseOwnRatings);

/// `true` once the draft is durable.
export const putDraft = (id: string, form: object): Promise<Answer<true>> =>
  ask(`${taskAt(id)}/draft`, carrying("PUT", form), done);

export const handIn = (
  id: string,
  form: object,
  leftOut: readonly string[],
): Promise<Answer<true>> => {
  const body = leftOut.length > 0 ? { ...form, left_out: leftOut } : form;
  return ask(`${taskAt(id)}/hand-in`, carrying("POST", body), done);
};

export const talks = (): Promise<Answer<ReviewTalk[]>> => ask("/api/review/talks", {}, parseTalks);

export const raters = (): Promise<Answer<RaterEntry[]>> =>
  ask("/api/review/raters", {}, parseRaters);

export const batches = (): Promise<Answer<Batch[]>> =>
  ask("/api/review/batches", {}, parseBatches);

export const makeBatch = (batch: NewBatch): Promise<Answer<string>> =>
  ask("/api/review/batches", carrying("POST", batch), (body) =>
    text(fields(body, "answer"), "batch"));

export const importTalks = (wish: Import): Promise<Answer<ImportedTalk[]>> =>
  ask("/api/review/import", carrying("POST", wish), parseImported);

export const disagreements = (): Promise<Answer<Disagreements>> =>
  ask("/api/review/disagreements", {}, parseDisagreements);

export const settle = (word: Settling): Promise<Answer<true>> =>
  ask("/api/review/settle", carrying("POST", word), done);

export const alignment = (): Promise<Answer<Alignment>> =>
  ask("/api/review/map", {}, parseAlignment);

export const behind = (row: string, column: Column): Promise<Answer<Behind[]>> =>
  ask(`/api/review/map/turns?${new URLSearchParams({ row, column })}`, {}, (body) =>
    list(fields(body, "answer"), "turns", parseBehind));

export const trust = (): Promise<Answer<Trust>> => ask("/api/review/trust", {}, parseTrust);

export const setFloor = (floor: number): Promise<Answer<Trust>> =>
  ask("/api/review/trust", carrying("PUT", { floor }), parseTrust);

export const recalibrate = (score: string, act: "recalibrate" | "revert"): Promise<Answer<Trust>> =>
  ask(`/api/review/trust/${encodeURIComponent(score)}/${act}`, carrying("POST", {}), parseTrust);
