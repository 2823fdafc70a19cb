/// One's own view first: the questions of an instrument, and one moment to do again. It can be skipped.
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Items } from "../../api/frames";
import { selfForm } from "../../api/http";
import { type OwnTurn, ownTurns } from "../../state/rating";
import type { Talk } from "../../state/talk";
import { brief } from "../../state/words";
import { useLoaded } from "../../widgets/loaded";
import { Trouble } from "../../widgets/trouble";
import { Scale } from "../scale";

interface Props {
  readonly name: string;
  readonly talk: Talk;
  readonly sending: boolean;
  readonly onRate: (items: Items, redo: number | null) => void;
}

export function Rating({ name, talk, sending, onRate }: Props): JSX.Element {
  const [items, setItems] = useState<Items>({});
  const [redo, setRedo] = useState<number | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const { value, refused, again } = useLoaded(selfForm);
  const questions = value?.items ?? [];
  const complete = value !== null && questions.every(({ id }) => items[id] !== undefined);
  return (
    <form
      class="rating"
      onSubmit={(event) => {
        event.preventDefault();
        onRate(items, redo);
      }}
    >
      <h1 ref={heading} tabIndex={-1}>How was it for you?</h1>
      <p class="lead">
        Your own view comes first. There are no right answers, and nothing is added up.
      </p>
      {refused && <Trouble refused={refused} again={again} />}
      {questions.map((item) => (
        <Scale
          key={item.id}
          item={item}
          ask={item.self ?? item.ask}
          value={items[item.id]}
          onChange={(answer) => setItems((before) => ({ ...before, [item.id]: answer }))}
        />
      ))}
      <Redo name={name} turns={ownTurns(talk)} redo={redo} onRedo={setRedo} />
      <div class="row">
        <button type="submit" class="button main" disabled={!complete || sending}>
          Go on to the debrief
        </button>
        <button
          type="button"
          class="button plain"
          disabled={sending}
          onClick={() => onRate({}, null)}
        >
          Skip this
        </button>
      </div>
    </form>
  );
}

function Redo({ name, turns, redo, onRedo }: {
  readonly name: string;
  readonly turns: readonly OwnTurn[];
  readonly redo: number | null;
  readonly onRedo: (turn: number | null) => void;
}): JSX.Element | null {
  if (turns.length === 0) return null;
  return (
    <details class="fold">
      <summary>One moment I would do again, if there is one</summary>
      <fieldset class="redo">
      <legend class="sr">One moment I would do again</legend>
      <label class="redo-turn">
        <input type="radio" name="redo" checked={redo === null} onChange={() => onRedo(null)} />
        <span>None in particular</span>
      </label>
      {turns.map(({ turn, client, reply }) => (
        <label key={turn} class="redo-turn">
          <input type="radio" name="redo" checked={redo === turn} onChange={() => onRedo(turn)} />
          <span>
            <span class="soft small">{name}: {brief(client, 90)}</span>
            <span>{brief(reply, 140)}</span>
          </span>
        </label>
      ))}
      </fieldset>
    </details>
  );
}
