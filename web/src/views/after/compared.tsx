/// A second try beside the first: both futures from the same moment.
import type { JSX } from "preact";
import { useCallback } from "preact/hooks";
import type { Compare, Exchange, Felt } from "../../api/debrief";
import { debrief } from "../../api/http";
import { Table } from "../../plots/table";
import { Key, Trace, course } from "../../plots/trace";
import { MOVED, futures } from "../../state/futures";
import { Anchor } from "../../widgets/anchor";
import { useLoaded } from "../../widgets/loaded";
import { Quoted } from "./quoted";

const FIRST = "The first time";
const SECOND = "This time";
const NAMES = { trust: "Trust", guard: "Guard", distress: "Distress" } as const;

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

/// Both curves from the last turn that the two talks share.
function Curves({ first, second, fromTurn }: {
  readonly first: readonly Felt[];
  readonly second: readonly Felt[];
  readonly fromTurn: number;
}): JSX.Element {
  const both = futures(first, second, fromTurn);
  return (
    <>
      <figure class="plot">
        <figcaption>What moved, from the same moment on, each from 0 to 1</figcaption>
        <ul class="plot-rows both">
          {MOVED.map((part) => (
            <li key={part}>
              <span>{NAMES[part]}</span>
              <Trace
                series={[
                  { name: SECOND, values: both.second[part] },
                  { name: FIRST, values: both.first[part] },
                ]}
                range={{ low: 0, high: 1 }}
                label={`${NAMES[part]}, the first time: ${course(both.first[part])}; ` +
                  `this time: ${course(both.second[part])}`}
              />
            </li>
          ))}
        </ul>
        <Key names={[SECOND, FIRST]} />
      </figure>
      <Table
        caption={`From turn ${both.turns[0] ?? 0}, which both share`}
        columns={[
          "Turn", ...MOVED.flatMap((part) => [`${NAMES[part]}, first`, `${NAMES[part]}, now`]),
        ]}
        rows={both.turns.map((turn, i) => [
          `${turn}`,
          ...MOVED.flatMap((part) => [both.first[part][i], both.second[part][i]].map((value) =>
            value === null || value === undefined ? null : value.toFixed(2))),
        ])}
      />
    </>
  );
}

export function Compared({ compare, states, name }: {
  readonly compare: Compare;
  /// Of this talk.
  readonly states: readonly Felt[];
  readonly name: string;
}): JSX.Element {
  const { session, fromTurn, before, after } = compare;
  const ask = useCallback(() => debrief(session), [session]);
  const first = useLoaded(ask).value;
  return (
    <section class="compared" aria-labelledby="compared">
      <h2 id="compared" tabIndex={-1}>Both futures, side by side</h2>
      <p class="soft">Neither is the right one. Look for where they part.</p>
      <div class="futures">
        <Future title={FIRST} exchanges={before} name={name} />
        <Future title={SECOND} exchanges={after} name={name} />
      </div>
      {first && <Curves first={first.figures.states} second={states} fromTurn={fromTurn} />}
      <p class="no-print">
        <Anchor to={`/debrief/${session}`}>The first talk’s debrief</Anchor>
      </p>
    </section>
  );
}
