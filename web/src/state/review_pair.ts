/// Which of two is preferred, as they are shown; the server knows which was which.
export const LIKINGS = [
  { value: -2, words: "Left, clearly" },
  { value: -1, words: "Left, a little" },
  { value: 0, words: "Neither" },
  { value: 1, words: "Right, a little" },
  { value: 2, words: "Right, clearly" },
] as const;

/// Keys 1 to 5, from left to right; null for any other.
export function likingOfKey(key: string): number | null {
  return /^[1-5]$/.test(key) ? Number(key) - 3 : null;
}
