/// A text cut into marked and plain pieces.
import type { Evidence, Reading } from "../api/events";

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/// The words that carried the reading's top emotion.
export function carried(reading: Reading): Evidence[] {
  const head = `emotion:${reading.label}`;
  return reading.why.filter((why) => why.head === head && why.weight > 0);
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
