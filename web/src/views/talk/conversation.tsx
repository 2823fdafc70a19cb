/// What was said, and what is on its way.
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { unguessed } from "../../state/course";
import type { Unsent } from "../../state/outbox";
import type { Dispute, Practice } from "../../state/practice";
import { fadingWords } from "../../state/ideas";
import { type ScreenLine, clientBubbles, nudgeTexts, screenOf, servedLine } from "../../state/screen";
import { Notice, WhatItIsNot } from "../../widgets/notice";
import { Outside } from "../../widgets/outside";
import { useSetting } from "../../widgets/setting";
import { useWho } from "../../widgets/who";
import { FromTeam } from "../from_team";
import { Announcer } from "./announcer";
import { NudgeLine } from "./nudge";
import { Said } from "./said";

interface Props {
  readonly state: Practice;
  readonly name: string;
  /// The client's words that an idea serves, while one looks at it.
  readonly cue: string;
  readonly onDispute: (dispute: Dispute) => void;
  readonly onTakeBack: () => void;
}

function OnItsWay({ unsent, away, onTakeBack }: {
  readonly unsent: Unsent;
  readonly away: boolean;
  readonly onTakeBack: () => void;
}): JSX.Element {
  const offered = unsent.tries > 0 ? "Trying again" : "Sending";
  const word = away ? "Kept until Attune can be reached" : offered;
  return (
    <li class="said supporter">
      <p class="sr">You:</p>
      <p class={unsent.phase === "kept" ? "bubble" : "bubble waiting"}>{unsent.text}</p>
      {unsent.phase === "held" && (
        <p class="way tiny">
          {word} · <button type="button" class="link" onClick={onTakeBack}>Take back</button>
        </p>
      )}
      {unsent.phase === "sending" && <p class="way tiny">Sending</p>}
    </li>
  );
}

function Typing({ name }: { readonly name: string }): JSX.Element {
  return (
    <li class="said client">
      <p class="typing bubble"><span class="sr">{name} is writing</span><i /><i /><i /></p>
    </li>
  );
}

/// Follows the talk to its end unless the reader has scrolled up, and then offers the way back.
function useFollow(count: string): {
  readonly box: { current: HTMLDivElement | null };
  readonly behind: boolean;
  readonly look: () => void;
  readonly toEnd: () => void;
} {
  const box = useRef<HTMLDivElement>(null);
  const near = useRef(true);
  const [behind, setBehind] = useState(false);
  const toEnd = (): void => {
    const element = box.current;
    if (element) element.scrollTop = element.scrollHeight;
    setBehind(false);
  };
  const look = (): void => {
    const element = box.current;
    if (!element) return;
    near.current = element.scrollHeight - element.scrollTop - element.clientHeight < 80;
    if (near.current) setBehind(false);
  };
  useLayoutEffect(() => {
    if (near.current) toEnd();
    else setBehind(true);
  }, [count]);
  useLayoutEffect(() => {
    // The composer grew, or the end note took its place: the last words stay in sight.
    const sized = new ResizeObserver(() => near.current && toEnd());
    if (box.current) sized.observe(box.current);
    return () => sized.disconnect();
  }, []);
  return { box, behind, look, toEnd };
}

function Consulted(): JSX.Element {
  return <li class="consulted tiny">You turned to your supervisor</li>;
}

function Lines({ lines, state, name, cue, onDispute }: Omit<Props, "onTakeBack"> & {
  readonly lines: readonly ScreenLine[];
}): JSX.Element {
  const { talk, wishes } = state;
  const [guessFirst] = useSetting("attune.guess_first");
  const open = unguessed(talk, guessFirst);
  const disputed = [...talk.disputed, ...wishes.disputes.map(({ turn }) => turn)];
  const served = servedLine(lines, cue);
  return (
    <>
      {lines.flatMap((line) => [
        <Said
          key={line.id}
          line={line}
          name={name}
          unguessed={line.speaker === "client" && line.turn === open}
          cue={line === served ? cue : ""}
        >
          {line.nudge && (
            <NudgeLine
              nudge={line.nudge}
              disputed={disputed.includes(line.turn)}
              over={talk.closed !== null}
              onDispute={(reason) =>
                onDispute({ turn: line.turn, kind: line.nudge?.kind ?? "", reason })}
            />
          )}
        </Said>,
        line.consulted && <Consulted key={`${line.id} consulted`} />,
      ])}
    </>
  );
}

export function Conversation({ state, name, cue, onDispute, onTakeBack }: Props): JSX.Element {
  const screen = screenOf(state);
  const bubbles = clientBubbles(screen);
  const nudges = nudgeTexts(screen);
  const fading = fadingWords(state.talk);
  const { mode } = useWho().me;
  const count = [
    bubbles.length, screen.lines.length, screen.unsent.length, screen.typing, nudges.length,
    state.talk.consulted.length,
  ].join(" ");
  const { box, behind, look, toEnd } = useFollow(count);
  const live = state.link === "ready";
  return (
    <div class="talk-view">
      <div
        class="talk-scroll"
        ref={box}
        role="region"
        aria-label="Conversation"
        tabIndex={0}
        onScroll={look}
      >
        <div class="talk-measure">
          <div class="talk-first">
            <Notice />
            <WhatItIsNot />
            <Outside />
            {mode === "team" && (
              <FromTeam>{({ TalkTerms }) => <TalkTerms {...state.talk} />}</FromTeam>
            )}
            {fading !== "" && <p class="small soft">{fading}</p>}
          </div>
          <ol class="talk-lines">
            <Lines lines={screen.lines} state={state} name={name} cue={cue} onDispute={onDispute} />
            {screen.typing && <Typing name={name} />}
            {screen.unsent.map((unsent) => (
              <OnItsWay
                key={unsent.key}
                unsent={unsent}
                away={state.link === "away"}
                onTakeBack={onTakeBack}
              />
            ))}
          </ol>
        </div>
      </div>
      {behind && (
        <button type="button" class="button to-end" onClick={toEnd}>To the newest words</button>
      )}
      <Announcer bubbles={bubbles} name={name} live={live} />
      <Announcer bubbles={nudges} name="On your words" live={live} />
    </div>
  );
}
