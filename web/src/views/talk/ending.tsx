/// Three ways to end, and what stands where the composer was once the talk is over.
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Ending } from "../../api/events";
import { endingWords } from "../../state/words";
import { Anchor } from "../../widgets/anchor";
import { Dialog } from "../../widgets/dialog";
import { HelpButton } from "../../widgets/help";

interface DialogProps {
  readonly name: string;
  readonly onGoodbye: () => void;
  readonly onEnd: (how: "now" | "stop") => void;
  readonly onBack: () => void;
}

export function EndDialog({ name, onGoodbye, onEnd, onBack }: DialogProps): JSX.Element {
  return (
    <Dialog title="End the talk?" onClose={onBack}>
      <ul class="ways">
        <li>
          <button type="button" class="button main" onClick={onGoodbye}>Say goodbye first</button>
          <p class="small soft">Write a last message. {name} answers, and the talk ends there.</p>
        </li>
        <li>
          <button type="button" class="button" onClick={() => onEnd("now")}>End now</button>
          <p class="small soft">The talk ends here, without further words.</p>
        </li>
        <li>
          <button type="button" class="button" onClick={() => onEnd("stop")}>I need to stop</button>
          <p class="small soft">Also without a word. It counts against nobody.</p>
        </li>
      </ul>
      <div class="row">
        <button type="button" class="button plain" onClick={onBack}>Back to the talk</button>
        <HelpButton look="button plain" />
      </div>
    </Dialog>
  );
}

interface NoteProps {
  readonly session: string;
  readonly name: string;
  readonly how: Ending;
}

export function EndNote({ session, name, how }: NoteProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <section class="end-note" aria-labelledby="end-note">
      <h2 id="end-note" ref={heading} tabIndex={-1}>This exercise is over</h2>
      <p>{endingWords(how, name)} Nothing happens to {name} after it.</p>
      <p class="row">
        <Anchor to={`/debrief/${session}`} look="button main">Look back</Anchor>
        {how === "stop" && <HelpButton look="button" />}
        <Anchor to="/" look="button plain">Not now</Anchor>
      </p>
    </section>
  );
}
