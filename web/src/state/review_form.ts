/// What a rater says of a talk, changed by pure functions.
import type { Code, Form, Instrument, Item, Mark, Sheet } from "../api/review";

export const BLANK: Form = { sheets: [], marks: [], comment: "", seconds: 0 };

/// One question of one sheet; `turn` null: of the whole talk.
export interface Place {
  readonly instrument: string;
  readonly turn: number | null;
  readonly item: string;
}

export function samePlace(a: Place, b: Place): boolean {
  return a.instrument === b.instrument && a.turn === b.turn && a.item === b.item;
}

const isSheet = (place: Omit<Place, "item">) => (sheet: Sheet): boolean =>
  sheet.instrument === place.instrument && sheet.turn === place.turn;

export function answerAt(form: Form, place: Place): number | null {
  return form.sheets.find(isSheet(place))?.answers[place.item] ?? null;
}

/// `value` null takes the answer away; a sheet without answers goes.
export function answered(form: Form, place: Place, value: number | null): Form {
  const { instrument, turn, item } = place;
  const before = form.sheets.find(isSheet(place)) ?? { instrument, turn, answers: {} };
  const { [item]: _, ...others } = before.answers;
  const answers = value === null ? others : { ...others, [item]: value };
  const rest = form.sheets.filter((sheet) => !isSheet(place)(sheet));
  const kept = Object.keys(answers).length > 0 ? [{ ...before, answers }] : [];
  return { ...form, sheets: [...rest, ...kept] };
}

export function sameMark(a: Mark, b: Mark): boolean {
  return a.instrument === b.instrument && a.code === b.code && a.turn === b.turn &&
    a.start === b.start && a.end === b.end;
}

/// The same code on the same words stands once. `at`: where it stands.
export function withMark(form: Form, mark: Mark): { readonly form: Form; readonly at: number } {
  const there = form.marks.findIndex((other) => sameMark(other, mark));
  if (there >= 0) return { form, at: there };
  return { form: { ...form, marks: [...form.marks, mark] }, at: form.marks.length };
}

export function withoutMark(form: Form, at: number): Form {
  return { ...form, marks: form.marks.filter((_, i) => i !== at) };
}

export function changedMark(
  form: Form,
  at: number,
  by: Partial<Pick<Mark, "severity" | "text">>,
): Form {
  return { ...form, marks: form.marks.map((mark, i) => (i === at ? { ...mark, ...by } : mark)) };
}

export function codeOf(instruments: readonly Instrument[], mark: Mark): Code | undefined {
  const instrument = instruments.find(({ id }) => id === mark.instrument);
  return instrument?.codes.find(({ id }) => id === mark.code);
}

/// The values of an instrument's severities, lowest first; none: it has none.
export function severities(instruments: readonly Instrument[], mark: Mark): number[] {
  const words = instruments.find(({ id }) => id === mark.instrument)?.severity ?? {};
  return Object.keys(words).map(Number).sort((a, b) => a - b);
}

/// What a mark still needs before it can be handed in.
export function needs(instruments: readonly Instrument[], mark: Mark): "severity" | "text" | null {
  if (severities(instruments, mark).length > 0 && mark.severity === 0) return "severity";
  if (codeOf(instruments, mark)?.needsText && mark.text.trim() === "") return "text";
  return null;
}

export interface Unanswered {
  readonly place: Place;
  readonly item: Item;
}

export interface Missing {
  /// Questions on the whole talk: they may be left out knowingly.
  readonly items: readonly Unanswered[];
  /// Marks that need a word more: they may not.
  readonly marks: readonly number[];
}

export function missing(form: Form, instruments: readonly Instrument[]): Missing {
  const whole = instruments.filter(({ target }) => target === "conversation");
  const places = whole.flatMap(({ id, items }) =>
    items.map((item) => ({ place: { instrument: id, turn: null, item: item.id }, item })));
  return {
    items: places.filter(({ place }) => answerAt(form, place) === null),
    marks: form.marks.flatMap((mark, i) => (needs(instruments, mark) === null ? [] : [i])),
  };
}
