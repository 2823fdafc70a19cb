/// How far the raters of a batch agree, question by question.
import type { JSX } from "preact";
import { useCallback, useState } from "preact/hooks";
import { type Agreement, agreement } from "../../api/agreement";
import type { Instrument } from "../../api/review";
import type { Batch } from "../../api/review_desk";
import { Table } from "../../plots/table";
import { type Asked, askedOf, statisticCells } from "../../state/agreeing";
import { asSentence, counted } from "../../state/review_words";
import { useLoaded } from "../../widgets/loaded";

export function AgreementFold({ batch, instruments }: {
  readonly batch: Batch;
  readonly instruments: readonly Instrument[];
}): JSX.Element {
  const asked = askedOf(instruments, batch.instruments);
  const [at, setAt] = useState(-1);
  const one = asked[at];
  return (
    <details class="fold">
      <summary>How far they agree<span class="sr">: {batch.title}</span></summary>
      <div class="stack">
        <label class="small">
          On what
          <select value={at} onChange={(event) => setAt(Number(event.currentTarget.value))}>
            <option value={-1}>Choose</option>
            {asked.map(({ title }, i) => <option key={i} value={i}>{title}</option>)}
          </select>
        </label>
        {one && <Figures key={at} batch={batch} asked={one} />}
      </div>
    </details>
  );
}

function Figures({ batch: { batch, raters }, asked: { instrument, item, title } }: {
  readonly batch: Batch;
  readonly asked: Asked;
}): JSX.Element {
  const ask = useCallback(() => agreement(batch, instrument, item), [batch, instrument, item]);
  const { value, refused } = useLoaded(ask);
  const nameOf = (id: string): string => raters.find((rater) => rater.id === id)?.name ?? id;
  return (
    <div role="status" class="stack">
      {refused && <p>{asSentence(refused.message)}</p>}
      {value && (
        <Table
          caption={`${title}: ${basis(value)}, with 95 % intervals`}
          columns={["Statistic", "Value", "Interval"]}
          rows={value.statistics.map(statisticCells)}
        />
      )}
      {value && value.gold.length > 0 && (
        <Table
          caption="Where the answer is known"
          columns={["Rater", "Answers", "The same"]}
          rows={value.gold.map(({ rater, n, same }) => [nameOf(rater), `${n}`, `${same}`])}
        />
      )}
    </div>
  );
}

function basis({ items, raters, ratings }: Agreement): string {
  return `${counted(items, "thing", "things")} rated by ${counted(raters, "rater", "raters")}, ` +
    `${counted(ratings, "rating", "ratings")}`;
}
