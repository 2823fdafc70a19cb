/// A new batch: a title, instruments, talks, raters, and pairs if wished.
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import type { Instrument } from "../../api/review";
import type { NewBatch, RaterEntry, ReviewTalk } from "../../api/review_desk";
import { makeBatch } from "../../api/review_http";
import { BLANK_BATCH, lacks, talkNames, turned } from "../../state/new_batch";
import { asSentence, counted, groupWord } from "../../state/review_words";
import { Anchor } from "../../widgets/anchor";
import { Pairs } from "./pairs_chosen";

interface Props {
  readonly instruments: readonly Instrument[];
  readonly raters: readonly RaterEntry[];
  readonly talks: readonly ReviewTalk[];
  readonly onMade: () => void;
}

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
const ORIGINS = { session: "practice", imported: "imported", simulated: "simulated" } as const;

export function NewBatchForm({ instruments, raters, talks, onMade }: Props): JSX.Element {
  const [batch, setBatch] = useState<NewBatch>(BLANK_BATCH);
  const [problem, setProblem] = useState("");
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);
  const names = talkNames(talks);
  const change = (by: Partial<NewBatch>): void => {
    setBatch((before) => ({ ...before, ...by }));
    setProblem("");
    setSaid("");
  };
  const make = async (): Promise<void> => {
    const lack = lacks(batch);
    if (lack !== "") return setProblem(lack);
    setBusy(true);
    const answer = await makeBatch(batch);
    setBusy(false);
    if ("refused" in answer) return setProblem(asSentence(answer.refused.message));
    setBatch(BLANK_BATCH);
    setSaid(`“${batch.title.trim()}” is with its raters.`);
    onMade();
  };
  if (talks.length === 0) return <NoTalks />;
  return (
    <section class="stack" aria-labelledby="new-batch">
      <h2 id="new-batch">A new batch</h2>
      <form
        class="batch-form"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <label>
          What raters see as its name
          <input type="text" value={batch.title} maxLength={120}
            onInput={(event) => change({ title: event.currentTarget.value })} />
        </label>
        <Choices legend="What they fill in">
          {instruments.filter(({ target }) => target !== "study").map(({ id, title, about }) => (
            <Choice key={id} title={title} more={about} on={batch.instruments.includes(id)}
              turn={(on) => change({ instruments: turned(batch.instruments, id, on) })} />
          ))}
        </Choices>
        <Choices legend="Who reads">
          {raters.map(({ id, name, group }) => (
            <Choice key={id} title={name} more={groupWord(group)} on={batch.raters.includes(id)}
              turn={(on) => change({ raters: turned(batch.raters, id, on) })} />
          ))}
        </Choices>
        <Choices legend="Which talks" tall>
          <Choice
            title={`All ${talks.length}`}
            more=""
            on={batch.talks.length === talks.length}
            turn={(on) => change({ talks: on ? talks.map(({ talk }) => talk) : [] })}
          />
          {talks.map(({ talk, origin, turns, opened, rated }) => (
            <Choice
              key={talk}
              title={names.get(talk) ?? talk}
              more={[
                ORIGINS[origin], counted(turns, "reply", "replies"),
                ...(opened === null ? [] : [WHEN.format(opened)]),
                rated === 0 ? "not rated yet" : `rated by ${rated}`,
              ].join(" · ")}
              on={batch.talks.includes(talk)}
              turn={(on) => change({ talks: turned(batch.talks, talk, on) })}
            />
          ))}
        </Choices>
        <Pairs batch={batch} names={names} onChange={(pairs) => change({ pairs })} />
        <p role="alert" class="problem">{problem}</p>
        <p class="row">
          <button type="submit" class="button main" disabled={busy}>Give it to the raters</button>
          <span role="status" class="small">{said}</span>
        </p>
      </form>
    </section>
  );
}

function NoTalks(): JSX.Element {
  return (
    <section class="stack">
      <h2>No talk may be read yet</h2>
      <p>
        A practice talk comes here once it has ended and its supporter agreed to training. Talks
        from elsewhere can be <Anchor to="/review/import">imported</Anchor>.
      </p>
    </section>
  );
}

function Choices({ legend, tall = false, children }: {
  readonly legend: string;
  readonly tall?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <fieldset class="chosen-ones">
      <legend>{legend}</legend>
      <div class={tall ? "chosen-list tall" : "chosen-list"}>{children}</div>
    </fieldset>
  );
}

function Choice({ title, more, on, turn }: {
  readonly title: string;
  readonly more: string;
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
}): JSX.Element {
  return (
    <label class="check">
      <input type="checkbox" checked={on} onChange={(event) => turn(event.currentTarget.checked)} />
      <span>{title}{more !== "" && <span class="small soft">{more}</span>}</span>
    </label>
  );
}
