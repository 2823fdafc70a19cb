/// Something could not be fetched: says so, and offers to try again.
import type { JSX } from "preact";
import type { Refusal } from "../api/http";

interface Props {
  readonly refused: Refusal;
  readonly again: () => void;
}

export function Trouble({ refused, again }: Props): JSX.Element {
  return (
    <div class="trouble" role="alert">
      <p>{refused.message} Nothing is lost.</p>
      <button type="button" class="button" onClick={again}>Try again</button>
    </div>
  );
}
