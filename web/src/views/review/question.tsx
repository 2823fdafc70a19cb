/// One question of an instrument: steps to choose from, or a count.
import type { JSX } from "preact";
import type { Item } from "../../api/review";
import { type Place, answerAt, samePlace } from "../../state/review_form";
import type { Act, Workspace } from "../../state/workspace";

interface Props {
  readonly item: Item;
  readonly place: Place;
  readonly desk: Workspace;
  readonly does: (act: Act) => void;
}

export function Question(props: Props): JSX.Element {
  const { item, place, desk, does } = props;
  const { aim } = desk;
  const aimed = aim !== null && "place" in aim && samePlace(aim.place, place);
  const value = answerAt(desk.form, place);
  const focused = (): void => {
    if (!aimed) does({ do: "aim", aim: { place } });
  };
  return (
    <fieldset class={aimed ? "question aimed" : "question"} onFocusCapture={focused}>
      <legend>{item.ask}</legend>
      {item.count
        ? <Count {...props} value={value} />
        : <Steps {...props} value={value} />}
    </fieldset>
  );
}

type Answering = Props & { readonly value: number | null };

function Steps({ item, place, does, value }: Answering): JSX.Element {
  const { low, high, anchors } = item;
  const steps = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  const name = `${place.instrument}-${place.turn ?? "all"}-${place.item}`;
  const described = Object.entries(anchors).map(([at, words]) => ({ at: Number(at), words }));
  return (
    <>
      <div class="steps">
        {steps.map((step) => (
          <label key={step}>
            <input
              type="radio"
              name={name}
              checked={value === step}
              onChange={() => does({ do: "answer", place, value: step })}
            />
            <span>{step}<span class="sr">{anchors[step] ? ` ${anchors[step]}` : ""}</span></span>
          </label>
        ))}
        {value !== null && (
          <button
            type="button"
            class="link tiny"
            onClick={() => does({ do: "answer", place, value: null })}
          >
            Clear<span class="sr">: {item.ask}</span>
          </button>
        )}
      </div>
      {described.length > 0 && (
        <ul class="anchors tiny" aria-hidden="true">
          {described.map(({ at, words }) => (
            <li key={at} class={at === value ? "chosen" : ""}><b>{at}</b> {words}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Count({ item, place, does, value }: Answering): JSX.Element {
  const set = (text: string): void =>
    does({ do: "answer", place, value: text === "" ? null : Number(text) });
  return (
    <div class="count">
      <input
        type="number"
        inputMode="numeric"
        min={item.low}
        max={999}
        value={value ?? ""}
        aria-label={`How often: ${item.ask}`}
        onInput={(event) => set(event.currentTarget.value)}
      />
      <button
        type="button"
        class="button"
        aria-label={`One more: ${item.ask}`}
        onClick={() => set(`${(value ?? 0) + 1}`)}
      >
        +1
      </button>
    </div>
  );
}
