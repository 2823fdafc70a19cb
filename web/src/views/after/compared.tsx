/// A second try beside the first: both futures from the same moment.
import type { JSX } from "preact";
import type { Compare, Exchange, Felt } from "../../api/debrief";
import { Table } from "../../plots/table";
import { Anchor } from "../../widgets/anchor";
import { Quoted } from "./quoted";

function Future({ title, exchanges, name }: {
  readonly title: string;
  readonly exchanges: readonly Exchange[];
  readonly name: string;
}): JSX.Element {
  return (
    <section>
      <h3>{title}</h3>
      <ol class="transcript">
        {exchanges.map((exchange, i) => (
          <li key={i}><Quoted exchange={exchange} name={name} /></li>
        ))}
      </ol>
    </section>
  );
}

type Part = "trust" | "guard" | "distress" | "hope";

function row(name: string, part: Part, states: (Felt | null)[]): string[] {
  return [name, ...states.map((state) => (state ? state[part].toFixed(2) : "–"))];
}

export function Compared({ compare, name }: {
  readonly compare: Compare;
  readonly name: string;
}): JSX.Element {
  const states = [compare.then, compare.now];
  return (
    <section class="compared" aria-labelledby="compared">
      <h2 id="compared" tabIndex={-1}>Both futures, side by side</h2>
      <div class="futures">
        <Future title="The first time" exchanges={compare.before} name={name} />
        <Future title="This time" exchanges={compare.after} name={name} />
      </div>
      {(compare.then ?? compare.now) && (
        <Table
          caption="Where each of them ended, from 0 to 1"
          columns={["What", "The first time", "This time"]}
          rows={[
            row("Trust", "trust", states),
            row("Guard", "guard", states),
            row("Distress", "distress", states),
            row("Hope", "hope", states),
          ]}
        />
      )}
      <p><Anchor to={`/debrief/${compare.session}`}>The first talk's debrief</Anchor></p>
    </section>
  );
}
