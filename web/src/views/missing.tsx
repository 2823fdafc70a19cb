import type { JSX } from "preact";
import { Anchor } from "../widgets/anchor";
import { Frame } from "../widgets/frame";
import { useTitle } from "../widgets/title";

export function Missing(): JSX.Element {
  const heading = useTitle("Not here");
  return (
    <Frame>
      <div class="stack">
        <h1 ref={heading} tabIndex={-1}>There is nothing here</h1>
        <p>The talk may have been deleted, or the address may have a slip in it.</p>
        <p><Anchor to="/" look="button main">To the start</Anchor></p>
      </div>
    </Frame>
  );
}
