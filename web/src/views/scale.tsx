/// A question with steps to choose from, and what some of them mean.
import type { JSX } from "preact";
import type { Item } from "../api/instrument";

interface Props {
  readonly item: Item;
  /// The question, as it is put to whoever answers.
  readonly ask: string;
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
}

export function Scale({ item, ask, value, onChange }: Props): JSX.Element {
  const { id, low, high, anchors } = item;
  const steps = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  return (
    <fieldset class="item">
      <legend>{ask}</legend>
      <div class="item-steps">
        {steps.map((step) => (
          <label key={step}>
            <input
              type="radio"
              name={id}
              checked={value === step}
              onChange={() => onChange(step)}
            />
            <span>{step}{anchors[step] && <span class="sr">: {anchors[step]}</span>}</span>
          </label>
        ))}
      </div>
      <ul class="item-anchors tiny soft" aria-hidden="true">
        {Object.entries(anchors).map(([step, words]) => (
          <li key={step}><b>{step}</b> {words}</li>
        ))}
      </ul>
    </fieldset>
  );
}
