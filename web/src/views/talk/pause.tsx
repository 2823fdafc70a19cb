import type { JSX } from "preact";
import { Dialog } from "../../widgets/dialog";
import { HelpButton } from "../../widgets/help";

interface Props {
  readonly name: string;
  readonly onResume: () => void;
  readonly onEnd: () => void;
}

/// Covers the talk: nothing of it can be read until the supporter comes back.
export function PauseCover({ name, onResume, onEnd }: Props): JSX.Element {
  return (
    <Dialog title="Paused" onClose={onResume} cover>
      <p>
        Take all the time you need. Look out of a window, drink some water. {name} is simulated and
        does not mind the wait; the talk will be as you left it.
      </p>
      <p class="row">
        <button type="button" class="button main" onClick={onResume}>Go on</button>
        <HelpButton look="button" />
        <button type="button" class="button plain" onClick={onEnd}>End the talk</button>
      </p>
    </Dialog>
  );
}
