/// `act(workspace, act)`: the one way in which a rater's page changes. Pure.
import type { Form, Instrument, Item, Line, Mark, TalkTask } from "../api/review";
import {
  BLANK, type Place, answerAt, answered, changedMark, codeOf, samePlace, sameMark, severities,
  withMark, withoutMark,
} from "./review_form";
import { type Letter, lettersOf } from "./review_keys";
import { type Span, trimmed, wordsAt, wordsOf } from "./review_spans";
import { brief } from "./words";

/// Words of the reply in view that the next code goes on.
export interface Chosen extends Span {
  /// By keys, word by word; else the browser shows what was chosen with the pointer.
  readonly byKeys: boolean;
  /// The words, counted, at which choosing began and now stands.
  readonly from: number;
  readonly to: number;
}

/// What a digit goes to.
export type Aim = { readonly mark: number } | { readonly place: Place };

export interface Workspace {
  readonly task: TalkTask;
  /// Those of the task, in its order.
  readonly instruments: readonly Instrument[];
  readonly letters: readonly Letter[];
  readonly form: Form;
  /// Before each mark and answer, for undo.
  readonly past: readonly Form[];
  /// The turn of the reply in view.
  readonly at: number;
  readonly chosen: Chosen | null;
  readonly aim: Aim | null;
  /// Said aloud to whoever hears the page.
  readonly said: string;
}

export type Act =
  | { readonly do: "go"; readonly turn: number }
  | { readonly do: "step"; readonly by: 1 | -1 }
  | { readonly do: "choose"; readonly turn: number; readonly span: Span | null }
  | { readonly do: "word"; readonly by: 1 | -1; readonly extend: boolean }
  | { readonly do: "mark"; readonly instrument: string; readonly code: string }
  | { readonly do: "unmark"; readonly at: number }
  | { readonly do: "severity"; readonly at: number; readonly value: number }
  | { readonly do: "text"; readonly at: number; readonly text: string }
  | { readonly do: "answer"; readonly place: Place; readonly value: number | null }
  | { readonly do: "aim"; readonly aim: Aim | null }
  | { readonly do: "digit"; readonly digit: number }
  | { readonly do: "comment"; readonly text: string }
  | { readonly do: "undo" };

const REMEMBERED = 200;

export function repliesOf(task: TalkTask): Line[] {
  return task.turns.filter(({ speaker }) => speaker === "supporter");
}

export function opened(
  task: TalkTask,
  known: readonly Instrument[],
  form: Form = task.draft ?? BLANK,
): Workspace {
  const instruments = task.instruments.flatMap((id) => known.find((one) => one.id === id) ?? []);
  return {
    task, instruments, letters: lettersOf(instruments), form, past: [],
    at: repliesOf(task)[0]?.turn ?? 0, chosen: null, aim: null, said: "",
  };
}

export function replyAt(workspace: Workspace, turn: number): string {
  return repliesOf(workspace.task).find((line) => line.turn === turn)?.text ?? "";
}

/// The words that a mark is on; all of the reply when it is on no words.
export function wordsOfMark(workspace: Workspace, mark: Mark): string {
  const reply = replyAt(workspace, mark.turn);
  return mark.end === 0 ? reply : wordsAt(reply, mark);
}

function remember(before: Workspace, form: Form): Workspace {
  return { ...before, form, past: [...before.past, before.form].slice(-REMEMBERED) };
}

function seen(workspace: Workspace, turn: number): Workspace {
  if (workspace.at === turn) return workspace;
  return { ...workspace, at: turn, chosen: null, aim: null };
}

function step(workspace: Workspace, by: number): Workspace {
  const turns = repliesOf(workspace.task).map(({ turn }) => turn);
  const now = turns.indexOf(workspace.at);
  const next = Math.min(Math.max(now + by, 0), turns.length - 1);
  return seen(workspace, turns[next] ?? workspace.at);
}

function choose(workspace: Workspace, turn: number, span: Span | null): Workspace {
  const there = seen(workspace, turn);
  const reply = replyAt(there, turn);
  const kept = span && trimmed(reply, span);
  if (!kept) return there.chosen ? { ...there, chosen: null } : there;
  const words = wordsOf(reply);
  const from = Math.max(0, words.findIndex(({ end }) => end > kept.start));
  const to = Math.max(from, words.findLastIndex(({ start }) => start < kept.end));
  return { ...there, chosen: { ...kept, byKeys: false, from, to } };
}

/// One word on; with `extend`, the words chosen so far stay chosen.
function walk(workspace: Workspace, by: number, extend: boolean): Workspace {
  const reply = replyAt(workspace, workspace.at);
  const words = wordsOf(reply);
  if (words.length === 0) return workspace;
  const { chosen } = workspace;
  const start = by > 0 ? 0 : words.length - 1;
  const to = chosen ? Math.min(Math.max(chosen.to + by, 0), words.length - 1) : start;
  const from = chosen && extend ? chosen.from : to;
  const first = words[Math.min(from, to)] ?? { start: 0, end: 0 };
  const last = words[Math.max(from, to)] ?? first;
  const span = { start: first.start, end: last.end };
  const said = `Chosen: ${wordsAt(reply, span)}`;
  return { ...workspace, said, chosen: { ...span, byKeys: true, from, to } };
}

function mark(workspace: Workspace, instrument: string, code: string): Workspace {
  const { at, chosen, form } = workspace;
  const fresh: Mark = {
    instrument, code, turn: at, start: chosen?.start ?? 0, end: chosen?.end ?? 0,
    severity: 0, text: "",
  };
  if (replyAt(workspace, at) === "") return workspace;
  const made = withMark(form, fresh);
  const title = codeOf(workspace.instruments, fresh)?.title ?? code;
  const where = chosen ? `“${brief(wordsOfMark(workspace, fresh), 60)}”` : "the whole reply";
  const scale = severities(workspace.instruments, fresh);
  const how = scale.length > 0 ? `. How heavy? ${scale[0]} to ${scale.at(-1)}` : "";
  const next = made.form === form ? workspace : remember(workspace, made.form);
  const said = `${title} on ${where}${made.form === form ? " stands already" : how}`;
  return { ...next, chosen: null, aim: { mark: made.at }, said };
}

function itemAt(workspace: Workspace, place: Place): Item | undefined {
  const instrument = workspace.instruments.find(({ id }) => id === place.instrument);
  return instrument?.items.find(({ id }) => id === place.item);
}

/// Every question with steps to choose from that may be answered now: of the reply in view, then of
/// the talk.
export function questions(workspace: Workspace): Place[] {
  const sheets = [...workspace.instruments].sort((a, b) =>
    Number(a.target === "conversation") - Number(b.target === "conversation"));
  return sheets.flatMap(({ id, target, items }) => items.map((item) => ({
    instrument: id, turn: target === "conversation" ? null : workspace.at, item: item.id,
  })));
}

export function firstUnanswered(workspace: Workspace): Place | null {
  const places = questions(workspace);
  return places.find((place) => answerAt(workspace.form, place) === null) ?? places[0] ?? null;
}

function questionAfter(workspace: Workspace, place: Place): Place | null {
  const places = questions(workspace);
  const at = places.findIndex((one) => samePlace(one, place));
  return places[at + 1] ?? null;
}

function answer(workspace: Workspace, place: Place, value: number | null): Workspace {
  const item = itemAt(workspace, place);
  if (!item || answerAt(workspace.form, place) === value) return workspace;
  const high = item.count ? 999 : item.high;
  if (value !== null && (!Number.isInteger(value) || value < item.low || value > high)) {
    return workspace;
  }
  return remember(workspace, answered(workspace.form, place, value));
}

function severity(workspace: Workspace, at: number, value: number): Workspace {
  const { form, instruments } = workspace;
  const there = form.marks[at];
  if (!there || there.severity === value || !severities(instruments, there).includes(value)) {
    return workspace;
  }
  const word = instruments.find(({ id }) => id === there.instrument)?.severity[value] ?? "";
  const next = remember(workspace, changedMark(form, at, { severity: value }));
  return { ...next, aim: { mark: at }, said: `${value}: ${word}` };
}

function digit(workspace: Workspace, value: number): Workspace {
  const { aim } = workspace;
  if (!aim) return workspace;
  if ("mark" in aim) return severity(workspace, aim.mark, value);
  if (itemAt(workspace, aim.place)?.count) return workspace;
  const next = answer(workspace, aim.place, value);
  if (answerAt(next.form, aim.place) !== value) return next;
  const after = questionAfter(next, aim.place);
  return after ? { ...next, aim: { place: after } } : next;
}

function unmark(workspace: Workspace, at: number): Workspace {
  const gone = workspace.form.marks[at];
  if (!gone) return workspace;
  const title = codeOf(workspace.instruments, gone)?.title ?? gone.code;
  const next = remember(workspace, withoutMark(workspace.form, at));
  return { ...next, aim: null, said: `${title} removed` };
}

/// Words that were typed since stay as they are.
function undo(workspace: Workspace): Workspace {
  const { past, form } = workspace;
  const before = past.at(-1);
  if (!before) return { ...workspace, said: "Nothing to undo" };
  const marks = before.marks.map((one) => {
    const now = form.marks.find((other) => sameMark(one, other));
    return now ? { ...one, text: now.text } : one;
  });
  const { comment, seconds } = form;
  return {
    ...workspace, form: { ...before, marks, comment, seconds }, past: past.slice(0, -1),
    aim: null, said: "Undone",
  };
}

export function act(workspace: Workspace, what: Act): Workspace {
  switch (what.do) {
    case "go":
      return seen(workspace, what.turn);
    case "step":
      return step(workspace, what.by);
    case "choose":
      return choose(workspace, what.turn, what.span);
    case "word":
      return walk(workspace, what.by, what.extend);
    case "mark":
      return mark(workspace, what.instrument, what.code);
    case "unmark":
      return unmark(workspace, what.at);
    case "severity":
      return severity(workspace, what.at, what.value);
    case "text":
      return { ...workspace, form: changedMark(workspace.form, what.at, { text: what.text }) };
    case "answer":
      return answer(workspace, what.place, what.value);
    case "aim":
      return { ...workspace, aim: what.aim };
    case "digit":
      return digit(workspace, what.digit);
    case "comment":
      return { ...workspace, form: { ...workspace.form, comment: what.text } };
    case "undo":
      return undo(workspace);
  }
}
