import type { JSX } from "preact";
import type { Differing } from "../../api/differing";

interface Props {
  readonly of: readonly Differing[];
  /// What they differ on, where it is not plain from the place.
  readonly about?: string;
}

/// Where experts judged differently, the page tells both sides instead of choosing one of them.
export function ExpertsDiffer({ of, about }: Props): JSX.Element | null {
  if (of.length === 0) return null;
  return (
    <div class="small soft experts-differ">
      <p>Experts differ {about ?? "here"}; neither side is taken for the truth.</p>
      <ul>
        {of.map(({ title, reasons }) => (
          <li key={title}>{title}: {reasons.join(". ")}.</li>
        ))}
      </ul>
    </div>
  );
}
