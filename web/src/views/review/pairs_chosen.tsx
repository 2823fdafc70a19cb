/// Talks to be compared side by side, if wished.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { NewBatch } from "../../api/review_desk";
import { withPair } from "../../state/new_batch";

interface Props {
  readonly batch: NewBatch;
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (pairs: NewBatch["pairs"]) => void;
}

export function Pairs({ batch, names, onChange }: Props): JSX.Element {
  const [one, setOne] = useState("");
  const [other, setOther] = useState("");
  const { pairs } = batch;
  const name = (talk: string): string => names.get(talk) ?? talk;
  const more = withPair(pairs, one, other);
  return (
    <details class="fold" open={pairs.length > 0}>
      <summary>Pairs to be compared side by side</summary>
      <div class="stack">
        <p class="small soft">
          Which stands on the left is drawn for each rater. Best between two talks with the same
          person.
        </p>
        <p class="row">
          <Select label="One" names={names} value={one} onChange={setOne} />
          <Select label="The other" names={names} value={other} onChange={setOther} />
          <button
            type="button"
            class="button"
            disabled={more === pairs}
            onClick={() => onChange(more)}
          >
            Add the pair
          </button>
        </p>
        <ul class="plain-list">
          {pairs.map(([left, right]) => (
            <li key={`${left} ${right}`}>
              {name(left)} and {name(right)}{" "}
              <button
                type="button"
                class="link small"
                onClick={() => onChange(pairs.filter(([a, b]) => a !== left || b !== right))}
              >
                Remove<span class="sr"> the pair {name(left)} and {name(right)}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function Select({ label, names, value, onChange }: {
  readonly label: string;
  readonly names: ReadonlyMap<string, string>;
  readonly value: string;
  readonly onChange: (talk: string) => void;
}): JSX.Element {
  return (
    <label class="pair-select small">
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">Choose</option>
        {[...names].map(([talk, name]) => <option key={talk} value={talk}>{name}</option>)}
      </select>
    </label>
  );
}
