/// One's own view first: three items, and one moment to do again. Every part can be left out.
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Items } from "../../api/frames";
import { type OwnTurn, ownTurns } from "../../state/rating";
import type { Talk } from "../../state/talk";
import { brief } from "../../state/words";

const ITEMS = [
  { id: "understood", text: "I understood what this was like for them." },
  { id: "stayed", text: "I stayed with the hard parts." },
  { id: "room", text: "I left room for their own way." },
] as const;

const STEPS = [
  { value: 1, words: "not at all" },
  { value: 2, words: "a little" },
  { value: 3, words: "partly" },
  { value: 4, words: "mostly" },
  { value: 5, words: "very much" },
];

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
  const complete = ITEMS.every(({ id }) => items[id] !== undefined);
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
      {ITEMS.map(({ id, text }) => (
        <Item
          key={id}
          id={id}
          text={text}
          value={items[id]}
          onChange={(value) => setItems((before) => ({ ...before, [id]: value }))}
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

function Item({ id, text, value, onChange }: {
  readonly id: string;
  readonly text: string;
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
}): JSX.Element {
  return (
    <fieldset class="item">
      <legend>{text}</legend>
      <div class="item-steps">
        {STEPS.map((step) => (
          <label key={step.value}>
            <input
              type="radio"
              name={id}
              checked={value === step.value}
              onChange={() => onChange(step.value)}
            />
            <span>{step.words}</span>
          </label>
        ))}
      </div>
    </fieldset>
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
