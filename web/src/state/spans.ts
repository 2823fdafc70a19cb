/// A text cut into marked and plain pieces.
import type { Evidence, Reading } from "../api/events";
import { abstains } from "./reading_line";

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/// A word that speaks less than this part of the loudest is left unmarked; a single sign ("?") is no
/// measure for words. Our choice: a text marked all over shows nothing.
const HEARD = 0.3;

function loudest(why: readonly Evidence[]): Evidence[] {
  const words = why.filter(({ start, end }) => end - start > 1);
  const top = Math.max(0, ...words.map(({ weight }) => weight));
  return why.filter(({ weight }) => weight > 0 && weight >= HEARD * top);
}

/// The words that carried a reading: of a client's words the top emotion, of a supporter's what they
/// do and ask. Nothing where the reading would rather not say.
export function carried(reading: Reading): Evidence[] {
  const of = (head: string): Evidence[] =>
    loudest(reading.why.filter((why) => why.head.startsWith(head)));
  if (!reading.doing) return abstains(reading) ? [] : of(`emotion:${reading.label}`);
  return [...(abstains(reading, "skills") ? [] : of("skills:")), ...of("asks:")];
}

/// Where words stand in a text, whatever their case; nothing when they do not.
export function spansOf(text: string, words: string): { start: number; end: number }[] {
  const at = words === "" ? -1 : text.toLowerCase().indexOf(words.toLowerCase());
  if (at < 0) return [];
  const start = [...text.slice(0, at)].length;
  return [{ start, end: start + [...words].length }];
}

/// Spans of a text as spans of its lines, which stand in bubbles of their own.
export function byLine(
  lines: readonly string[],
  spans: readonly Pick<Evidence, "start" | "end">[],
): { readonly start: number; readonly end: number }[][] {
  let from = 0;
  return lines.map((line) => {
    const at = from;
    const length = [...line].length;
    from += length + 1;
    return spans
      .map(({ start, end }) => ({ start: Math.max(0, start - at), end: Math.min(length, end - at) }))
      .filter(({ start, end }) => start < end);
  });
}

/// `start` and `end` count code points, not UTF-16 units; spans may overlap or overrun the text.
export function pieces(text: string, spans: readonly Pick<Evidence, "start" | "end">[]): Piece[] {
  const points = [...text];
  const marked = points.map((_, i) => spans.some(({ start, end }) => start <= i && i < end));
  const found: Piece[] = [];
  let from = 0;
  for (let i = 1; i <= points.length; i += 1) {
    if (i < points.length && marked[i] === marked[from]) continue;
    found.push({ text: points.slice(from, i).join(""), marked: marked[from] ?? false });
    from = i;
  }
  return found;
}
