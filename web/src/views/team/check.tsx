import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";

/// A box to tick, with what it means below.
export function Check({ on, turn, title, children }: {
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const id = useId();
  return (
    <div class="check-with">
      <label class="check">
        <input
          type="checkbox"
          checked={on}
          aria-describedby={id}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
        <span>{title}</span>
      </label>
      <p id={id} class="small soft">{children}</p>
    </div>
  );
}
