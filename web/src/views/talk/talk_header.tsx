import type { JSX, RefObject } from "preact";
import { Anchor } from "../../widgets/anchor";
import { HelpButton } from "../../widgets/help";

interface Props {
  readonly name: string;
  readonly heading: RefObject<HTMLHeadingElement>;
  readonly over: boolean;
  readonly onPause: () => void;
  readonly onConsult: () => void;
  readonly onEnd: () => void;
}

export function TalkHeader({ name, heading, over, onPause, onConsult, onEnd }: Props): JSX.Element {
  return (
    <header class="talk-head">
      <h1 ref={heading} tabIndex={-1}>
        <Anchor to="/" look="talk-home">Practice</Anchor>
        <span aria-hidden="true"> · </span>
        <span class="sr">: </span>
        {name} is simulated
      </h1>
      <div class="talk-acts">
        {!over && <button type="button" class="head-button" onClick={onPause}>Pause</button>}
        {!over && (
          <button
            type="button"
            class="head-button"
            aria-label="Consult supervisor"
            onClick={onConsult}
          >
            <span class="talk-verb">Consult supervisor</span>
            <span class="talk-noun">Supervisor</span>
          </button>
        )}
        <HelpButton look="head-button" />
        {!over && <button type="button" class="head-button" onClick={onEnd}>End</button>}
      </div>
    </header>
  );
}
