/// How far a reading can be trusted: every view of a score names its figure, n and date.
import type { JSX } from "preact";
import type { Figure } from "../api/catalog";
import { figureWords, figuresOf, headWords } from "../state/words";

interface Props {
  /// Null while they are being fetched.
  readonly figures: readonly Figure[] | null;
  readonly heads: readonly string[];
}

export function HeldOut({ figures, heads }: Props): JSX.Element | null {
  if (!figures) return null;
  return (
    <div class="held-out tiny soft">
      {heads.map((head) => {
        const found = figuresOf(figures, head);
        if (found.length === 0) return <p key={head}>{headWords(head)}: not measured yet.</p>;
        return found.map((figure, i) => (
          <p key={`${head} ${i}`}>{headWords(figure.head)} on held-out texts: {figureWords(figure)}</p>
        ));
      })}
    </div>
  );
}
