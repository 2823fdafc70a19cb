import type { JSX } from "preact";
import { Frame } from "../widgets/frame";

/// Before the page or a talk is there: nothing yet, or a word on why it takes long.
const WORD = "Attune cannot be reached. Nothing is lost; this page goes on when it is back.";

export function Away({ away }: { readonly away: boolean }): JSX.Element {
  return (
    <Frame>
      <h1 class="sr">Attune</h1>
      <p role="status">{away ? WORD : ""}</p>
    </Frame>
  );
}
