/// What raters read and fill in (docs/formats/review.md).
import {
  type Fields, asNumber, asText, fields, flag, list, number, numberOr, oneOf, text, textOr,
} from "./decode";

export {
  type Code, type Instrument, type Item, type Words, parseInstrument,
} from "./instrument";

const KINDS = ["talk", "pair"] as const;
const STATES = ["open", "begun", "done"] as const;
export type TaskState = (typeof STATES)[number];

export interface QueueTask {
  readonly task: string;
  /// Its title.
  readonly batch: string;
  readonly title: string;
  readonly kind: (typeof KINDS)[number];
  readonly state: TaskState;
  readonly turns: number;
}

export interface Queue {
  readonly tasks: readonly QueueTask[];
  readonly done: number;
  readonly of: number;
  readonly simulated: boolean;
}

export interface Line {
  readonly turn: number;
  readonly speaker: "client" | "supporter";
  readonly text: string;
}

/// One instrument filled in: for the whole talk (`turn` null), or for one reply.
export interface Sheet {
  readonly instrument: string;
  readonly turn: number | null;
  readonly answers: Readonly<Record<string, number>>;
}

/// A code on a reply or on words of it.
export interface Mark {
  readonly instrument: string;
  readonly code: string;
  readonly turn: number;
  /// Code points of the reply, half open; both 0: all of it.
  readonly start: number;
  readonly end: number;
  /// 0: not said yet, or the instrument has none.
  readonly severity: number;
  readonly text: string;
}

export interface Form {
  readonly sheets: readonly Sheet[];
  readonly marks: readonly Mark[];
  readonly comment: string;
  /// Spent on it with the page in view.
  readonly seconds: number;
}

export interface PairForm {
  /// As shown: -2 the left one clearly … 2 the right one clearly; null: not said yet.
  readonly preferred: number | null;
  readonly reason: string;
  readonly seconds: number;
}

interface TaskHead {
  readonly task: string;
  readonly title: string;
  readonly instruments: readonly string[];
  readonly state: TaskState;
}

export interface TalkTask extends TaskHead {
  readonly kind: "talk";
  readonly turns: readonly Line[];
  readonly draft: Form | null;
}

export interface PairTask extends TaskHead {
  readonly kind: "pair";
  readonly left: readonly Line[];
  readonly right: readonly Line[];
  readonly draft: PairForm | null;
}

export type Task = TalkTask | PairTask;

export function parseQueue(value: unknown): Queue {
  const from = fields(value, "queue");
  return {
    tasks: list(from, "tasks", (item) => {
      const task = fields(item, "task");
      return {
        task: text(task, "task"),
        batch: textOr(task, "batch"),
        title: textOr(task, "title"),
        kind: oneOf(task, "kind", KINDS),
        state: oneOf(task, "state", STATES),
        turns: number(task, "turns"),
      };
    }),
    done: number(from, "done"),
    of: number(from, "of"),
    simulated: flag(from, "simulated"),
  };
}

export function parseLine(value: unknown): Line {
  const from = fields(value, "turn");
  return {
    turn: number(from, "turn"),
    speaker: oneOf(from, "speaker", ["client", "supporter"]),
    text: text(from, "text"),
  };
}

function parseSheet(value: unknown): Sheet {
  const from = fields(value, "sheet");
  const answers = fields(from["answers"] ?? {}, "answers");
  return {
    instrument: text(from, "instrument"),
    turn: numberOr(from, "turn"),
    answers: Object.fromEntries(Object.entries(answers).map(([id, given]) =>
      [id, asNumber(given)])),
  };
}

function parseMark(value: unknown): Mark {
  const from = fields(value, "mark");
  return {
    instrument: text(from, "instrument"),
    code: text(from, "code"),
    turn: number(from, "turn"),
    start: numberOr(from, "start") ?? 0,
    end: numberOr(from, "end") ?? 0,
    severity: numberOr(from, "severity") ?? 0,
    text: textOr(from, "text"),
  };
}

export function parseForm(value: unknown): Form {
  const from = fields(value, "form");
  return {
    sheets: list(from, "sheets", parseSheet),
    marks: list(from, "marks", parseMark),
    comment: textOr(from, "comment"),
    seconds: numberOr(from, "seconds") ?? 0,
  };
}

export function parsePairForm(value: unknown): PairForm {
  const from = fields(value, "form");
  return {
    preferred: numberOr(from, "preferred"),
    reason: textOr(from, "reason"),
    seconds: numberOr(from, "seconds") ?? 0,
  };
}

function linesOf(from: Fields, name: string): Line[] {
  return list(fields(from[name], name), "turns", parseLine);
}

export function parseTask(value: unknown): Task {
  const from = fields(value, "task");
  const head: TaskHead = {
    task: text(from, "task"),
    title: textOr(from, "title"),
    instruments: list(from, "instruments", asText),
    state: oneOf(from, "state", STATES),
  };
  const draft = from["draft"] ?? null;
  if (oneOf(from, "kind", KINDS) === "talk") {
    const turns = list(from, "turns", parseLine);
    return { ...head, kind: "talk", turns, draft: draft === null ? null : parseForm(draft) };
  }
  return {
    ...head,
    kind: "pair",
    left: linesOf(from, "left"),
    right: linesOf(from, "right"),
    draft: draft === null ? null : parsePairForm(draft),
  };
}

/// A form as it travels: what is not said is not there.
export function formBody({ sheets, marks, comment, seconds }: Form): object {
  return {
    sheets: sheets.map(({ instrument, turn, answers }) =>
      ({ instrument, ...(turn === null ? {} : { turn }), answers })),
    marks, comment, seconds,
  };
}

export function pairBody({ preferred, reason, seconds }: PairForm): object {
  return { ...(preferred === null ? {} : { preferred }), reason, seconds };
}

/// What the rater handed in, once.
export interface OwnRating {
  readonly task: string;
  readonly batch: string;
  readonly title: string;
  readonly at: number;
  readonly form: Form | PairForm;
}

export function parseOwnRatings(value: unknown): OwnRating[] {
  return list(fields(value, "answer"), "ratings", (item) => {
    const from = fields(item, "rating");
    const pair = oneOf(from, "kind", KINDS) === "pair";
    return {
      task: text(from, "task"),
      batch: textOr(from, "batch"),
      title: textOr(from, "title"),
      at: number(from, "at"),
      form: pair ? parsePairForm(from["form"]) : parseForm(from["form"]),
    };
  });
}
