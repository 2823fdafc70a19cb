/// Where values stand on a plot of 100 × 100 units; the browser stretches it to the space there is.
export type Point = readonly [x: number, y: number];

export interface Range {
  readonly low: number;
  readonly high: number;
}

/// The space left around a plot so that no dot is cut.
const EDGE = 3;

export function place(values: readonly (number | null)[], { low, high }: Range): (Point | null)[] {
  const inner = 100 - 2 * EDGE;
  const steps = Math.max(values.length - 1, 1);
  return values.map((value, i) => {
    if (value === null) return null;
    const share = Math.min(Math.max((value - low) / (high - low), 0), 1);
    const x = values.length === 1 ? 50 : EDGE + (inner * i) / steps;
    return [round(x), round(100 - EDGE - inner * share)];
  });
}

/// The same in columns of equal width, each value in the middle of its own.
export function placeInColumns(
  values: readonly (number | null)[],
  { low, high }: Range,
): (Point | null)[] {
  const inner = 100 - 2 * EDGE;
  return values.map((value, i) => {
    if (value === null) return null;
    const share = Math.min(Math.max((value - low) / (high - low), 0), 1);
    return [round((100 * (i + 0.5)) / values.length), round(100 - EDGE - inner * share)];
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/// An SVG path through the points, broken where one is missing.
export function path(points: readonly (Point | null)[]): string {
  return points
    .map((point, i) => (point ? `${points[i - 1] ? "L" : "M"}${point[0]} ${point[1]}` : ""))
    .join("");
}
