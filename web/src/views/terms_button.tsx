import type { JSX } from "preact";
import type { Terms } from "../api/catalog";
import { useWho } from "../widgets/who";
import { FromTeam } from "./from_team";

interface Props {
  readonly session: string;
  readonly name: string;
  readonly terms: Terms;
  readonly announced: boolean;
  /// Which talk, for those who hear the page.
  readonly of?: string;
  readonly onChanged?: () => void;
}

/// Who can read a talk, and whether that stays so. Alone at a computer there is nothing to decide.
export function TermsButton({ of = "", onChanged = () => undefined, ...talk }: Props):
JSX.Element | null {
  if (useWho().me.mode === "local") return null;
  return (
    <FromTeam>
      {(team) => <team.TermsButton {...talk} of={of} onChanged={onChanged} />}
    </FromTeam>
  );
}
