/// The frame of the review pages: the page's own, and the names of the review's parts.
import type { ComponentChildren, JSX } from "preact";
import { reviewPartsFor } from "../../state/review_pages";
import { Anchor } from "../../widgets/anchor";
import { Frame } from "../../widgets/frame";
import { useWho } from "../../widgets/who";

export function ReviewFrame({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const parts = reviewPartsFor(useWho().me);
  return (
    <Frame>
      {parts.length > 1 && (
        <nav class="review-nav no-print" aria-label="Review">
          {parts.map(({ to, name }) => <Anchor key={to} to={to} look="frame-link">{name}</Anchor>)}
        </nav>
      )}
      {children}
    </Frame>
  );
}

/// What every page on judgments of people says.
export function NotFor(): JSX.Element {
  return (
    <p class="small soft">For learning and training. Not for hiring, ranking or discipline.</p>
  );
}

/// Above everything that was made up to show how it works.
export function SimulatedBanner({ when }: { readonly when: boolean }): JSX.Element | null {
  if (!when) return null;
  return (
    <p class="simulated" role="note">
      <strong>Simulated people and raters:</strong> shows that the arithmetic works, not that
      supporters are misaligned.
    </p>
  );
}
