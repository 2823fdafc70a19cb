import type { JSX } from "preact";

/// What a second try from a turn begins with; null for who reads the talk of another.
export type OnTry = ((turn: number) => void) | null;

export function TryIt({ onTry, turn, at, look = "button" }: {
  readonly onTry: OnTry;
  readonly turn: number;
  /// Which moment, for those who hear the page.
  readonly at: string;
  readonly look?: string;
}): JSX.Element | null {
  if (!onTry) return null;
  return (
    <p class="no-print">
      <button type="button" class={look} onClick={() => onTry(turn)}>
        Try it from here<span class="sr">: {at}</span>
      </button>
    </p>
  );
}
