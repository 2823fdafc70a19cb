import type { JSX, RefObject } from "preact";
import type { Ending } from "../../api/events";
import { Anchor } from "../../widgets/anchor";
import { HelpButton } from "../../widgets/help";

interface Props {
  readonly heading: RefObject<HTMLHeadingElement>;
  readonly name: string;
  readonly how: Ending;
  readonly onReady: () => void;
}

/// Out of role, and a moment before looking back.
export function Breath({ heading, name, how, onReady }: Props): JSX.Element {
  return (
    <section class="breath">
      <h1 ref={heading} tabIndex={-1}>This exercise is over</h1>
      <p class="lead">Nothing happens to {name} after it. {name} was simulated; you were not.</p>
      <div class="breath-ring" aria-hidden="true"><i /></div>
      <p>
        Before you look back, take one slow breath. Notice your shoulders, and the chair under you.
        There is no hurry.
      </p>
      <h2>How are you?</h2>
      <p>
        A talk like this can touch things of your own. If it did, that is no sign of doing it wrong.
        You may look back now, or later, or talk with someone first.
      </p>
      {how === "stop" && (
        <p>You stopped when you needed to. That is a skill, and it counts against nobody.</p>
      )}
      <p class="row">
        <button type="button" class="button main" onClick={onReady}>I am ready to look back</button>
        <HelpButton look="button" />
        <Anchor to="/" look="button plain">Later</Anchor>
      </p>
    </section>
  );
}
