/// Before a talk: who can read it, how long it is kept, and what else it may be used for.
import type { JSX } from "preact";
import type { Terms } from "../../api/catalog";
import { useWho } from "../../widgets/who";
import { FromTeam } from "../from_team";

interface Props {
  readonly agreed: Terms;
  readonly onAgree: (agreed: Terms) => void;
}

export function BeforeTalk(props: Props): JSX.Element {
  const { mode, service } = useWho().me;
  if (mode === "local") {
    return (
      <p class="before-talk soft">
        Only you can read your talks, on this computer, until you delete them.
      </p>
    );
  }
  return <FromTeam>{(team) => <team.BeforeTalk {...props} service={service} />}</FromTeam>;
}
