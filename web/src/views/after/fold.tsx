import type { ComponentChildren, JSX } from "preact";

/// A part of the debrief that opens on demand.
export function Fold({ title, children }: {
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <details class="fold">
      <summary>{title}</summary>
      <div class="stack">{children}</div>
    </details>
  );
}
