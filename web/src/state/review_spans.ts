/// Words of a reply, by their code points.
export interface Span {
  readonly start: number;
  readonly end: number;
}

/// Every run of signs between blanks, with the quotes, stops and commas around it left out.
export function wordsOf(text: string): Span[] {
  return [...text.matchAll(/\S+/gu)].flatMap(({ index, 0: run }) => {
    const core = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(run);
    if (!core) return [];
    const start = [...text.slice(0, index + core.index)].length;
    return [{ start, end: start + [...core[0]].length }];
  });
}

/// The code points before a place that the browser counts in UTF-16 units.
export function pointsBefore(text: string, unit: number): number {
  return [...text.slice(0, unit)].length;
}

/// Without blanks at its ends; null when nothing is left, or when it is the whole text.
export function trimmed(text: string, span: Span): Span | null {
  const points = [...text];
  let { start, end } = span;
  while (start < end && /\s/u.test(points[start] ?? "")) start += 1;
  while (end > start && /\s/u.test(points[end - 1] ?? "")) end -= 1;
  return start < end ? { start, end } : null;
}

export function wordsAt(text: string, { start, end }: Span): string {
  return [...text].slice(start, end).join("");
}

export interface Layer extends Span {
  /// What is special about these words.
  readonly look: string;
}

export interface Cut {
  readonly text: string;
  /// Of the layers that cover it, in their order.
  readonly looks: readonly string[];
}

/// The text in pieces, each covered by the same layers throughout.
export function cuts(text: string, layers: readonly Layer[]): Cut[] {
  const points = [...text];
  const ends = layers.flatMap(({ start, end }) => [start, end]);
  const edges = [...new Set([0, points.length, ...ends])]
    .filter((edge) => edge >= 0 && edge <= points.length)
    .sort((a, b) => a - b);
  return edges.slice(1).map((end, i) => {
    const start = edges[i] ?? 0;
    const over = layers.filter((layer) => layer.start <= start && end <= layer.end);
    return {
      text: points.slice(start, end).join(""),
      looks: [...new Set(over.map(({ look }) => look))],
    };
  });
}
