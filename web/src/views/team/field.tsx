/// Lines to write in, each with its name above and its rules before they are broken.
import type { ComponentChildren, JSX } from "preact";
import { useId, useState } from "preact/hooks";

interface Props {
  readonly name: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /// What the browser may fill in.
  readonly fill: string;
  readonly children?: ComponentChildren;
}

export function Field({ name, value, onInput, fill, children }: Props): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{name}</label>
      {children && <p id={`${id}-rule`} class="small soft">{children}</p>}
      <input
        id={id}
        value={value}
        autocomplete={fill}
        autocapitalize="none"
        spellcheck={false}
        required
        aria-describedby={children ? `${id}-rule` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}

/// A password, hidden unless one asks to see it.
export function PasswordField({ name, value, onInput, fill, children }: Props): JSX.Element {
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <div class="field">
      <label for={id}>{name}</label>
      {children && <p id={`${id}-rule`} class="small soft">{children}</p>}
      <div class="field-row">
        <input
          id={id}
          type={shown ? "text" : "password"}
          value={value}
          autocomplete={fill}
          autocapitalize="none"
          spellcheck={false}
          required
          aria-describedby={children ? `${id}-rule` : undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <button
          type="button"
          class="button"
          aria-pressed={shown}
          aria-controls={id}
          onClick={() => setShown(!shown)}
        >
          {shown ? "Hide" : "Show"}<span class="sr"> what stands under {name}</span>
        </button>
      </div>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly value: T;
  readonly among: readonly { readonly value: T; readonly words: string }[];
  readonly onChange: (value: T) => void;
  /// The name is for those who hear the page alone.
  readonly quiet?: boolean;
}

export function Choice<T extends string>(props: ChoiceProps<T>): JSX.Element {
  const { name, value, among, onChange, quiet = false } = props;
  const id = useId();
  return (
    <div class="field">
      <label for={id} class={quiet ? "sr" : ""}>{name}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = among.find((one) => one.value === event.currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {among.map((one) => <option key={one.value} value={one.value}>{one.words}</option>)}
      </select>
    </div>
  );
}
