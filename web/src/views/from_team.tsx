/// What practice borrows from the pages of the team: fetched when first needed, and never by who
/// practices alone at a computer.
import type { JSX } from "preact";
import { useLater } from "../widgets/later";

type Team = typeof import("./team/team");
export const loadTeam = (): Promise<Team> => import("./team/team");

/// Nothing until it is there.
export function FromTeam({ children }: {
  readonly children: (team: Team) => JSX.Element;
}): JSX.Element | null {
  const team = useLater("team", loadTeam);
  return team === null || team === "failed" ? null : children(team);
}
