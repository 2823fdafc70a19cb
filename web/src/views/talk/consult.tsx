/// Turning to a supervisor: what that would be in a real service, and a note of it here.
import type { JSX } from "preact";
import { Dialog } from "../../widgets/dialog";

interface Props {
  readonly name: string;
  readonly onConsult: () => void;
  readonly onBack: () => void;
}

export function ConsultDialog({ name, onConsult, onBack }: Props): JSX.Element {
  return (
    <Dialog title="Consult supervisor" onClose={onBack}>
      <p>
        In a real service, a supervisor is there for you while you talk. You would write or call
        them now, say in a sentence or two what you heard, and think it through together. You would
        stay with {name} all the while, or say plainly that you are asking someone to help you.
      </p>
      <p>
        You need not be sure that it is serious. Asking early is good practice, never a failing.
      </p>
      <p class="soft small">
        Here nobody is called and no words go out. Your talk gets a small mark, so that you find the
        moment again when you look back.
      </p>
      <p class="row">
        <button type="button" class="button main" onClick={onConsult}>I would consult now</button>
        <button type="button" class="button plain" onClick={onBack}>Back to the talk</button>
      </p>
    </Dialog>
  );
}
