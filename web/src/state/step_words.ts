import type { Item } from "../api/instrument";

/// An answer with what it means, as far as the instrument says so: "5 of 5: said at their own pace".
export function stepWords({ high, anchors }: Item, value: number): string {
  const words = anchors[value];
  return words ? `${value} of ${high}: ${words}` : `${value} of ${high}`;
}
