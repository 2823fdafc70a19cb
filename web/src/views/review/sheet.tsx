/// The questions: of the reply in view under it, of the whole talk beside it.
import type { JSX } from "preact";
import type { Instrument } from "../../api/review";
import type { Act, Workspace } from "../../state/workspace";
import { Question } from "./question";

const ELSE = "What you would tell whoever wrote these replies, or what the questions missed";

interface Props {
  readonly desk: Workspace;
  readonly does: (act: Act) => void;
}

export function Sheet({ desk, does }: Props): JSX.Element {
  const whole = desk.instruments.filter(({ target, items }) =>
    target === "conversation" && items.length > 0);
  return (
    <>
      {whole.map((instrument) => (
        <section key={instrument.id} class="sheet" aria-labelledby={`sheet-${instrument.id}`}>
          <h2 id={`sheet-${instrument.id}`}>{instrument.title}</h2>
          <About instrument={instrument} />
          {instrument.items.map((item) => (
            <Question
              key={item.id}
              item={item}
              place={{ instrument: instrument.id, turn: null, item: item.id }}
              desk={desk}
              does={does}
            />
          ))}
        </section>
      ))}
      <section class="sheet">
        <h2><label for="comment">Anything else</label></h2>
        <textarea
          id="comment"
          rows={4}
          value={desk.form.comment}
          maxLength={8000}
          placeholder={ELSE}
          onInput={(event) => does({ do: "comment", text: event.currentTarget.value })}
        />
      </section>
    </>
  );
}

function About({ instrument }: { readonly instrument: Instrument }): JSX.Element | null {
  const { about, license } = instrument;
  if (about === "") return null;
  return (
    <details class="fold small">
      <summary>What it asks<span class="sr">: {instrument.title}</span></summary>
      <p class="soft">{about}</p>
      {license !== "" && <p class="soft tiny">{license}</p>}
    </details>
  );
}

export function ReplyQuestions({ desk, does, number }: Props & {
  readonly number: number;
}): JSX.Element | null {
  const sheets = desk.instruments.filter(({ target, items }) =>
    (target === "exchange" || target === "turn") && items.length > 0);
  if (sheets.length === 0) return null;
  return (
    <div class="reply-sheets">
      {sheets.map(({ id, title, items }) => (
        <section key={id} class="sheet" aria-label={`${title}, reply ${number}`}>
          <h2>{title}</h2>
          {items.map((item) => (
            <Question
              key={`${item.id} ${desk.at}`}
              item={item}
              place={{ instrument: id, turn: desk.at, item: item.id }}
              desk={desk}
              does={does}
            />
          ))}
        </section>
      ))}
    </div>
  );
}
