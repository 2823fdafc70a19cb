/// Two futures from the same moment: what moved in each, turn by turn.
import type { Felt } from "../api/debrief";

export const MOVED = ["trust", "guard", "distress"] as const;
export type Moved = (typeof MOVED)[number];

export interface Futures {
  /// From the last turn that both share.
  readonly turns: readonly number[];
  readonly first: Readonly<Record<Moved, readonly (number | null)[]>>;
  readonly second: Readonly<Record<Moved, readonly (number | null)[]>>;
}

function along(states: readonly Felt[], turns: readonly number[]): Futures["first"] {
  const at = new Map(states.map((state) => [state.turn, state]));
  const values = (part: Moved): (number | null)[] =>
    turns.map((turn) => at.get(turn)?.[part] ?? null);
  return { trust: values("trust"), guard: values("guard"), distress: values("distress") };
}

export function futures(
  first: readonly Felt[],
  second: readonly Felt[],
  fromTurn: number,
): Futures {
  const last = Math.max(0, ...[...first, ...second].map((state) => state.turn));
  const start = Math.max(fromTurn - 1, 0);
  const turns = Array.from({ length: Math.max(last - start + 1, 0) }, (_, i) => start + i);
  return { turns, first: along(first, turns), second: along(second, turns) };
}
