/// The two consents: apart, unticked at first, and free.
import type { JSX } from "preact";
import { Check } from "./check";

interface Props {
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
}

export function TrainingBox({ on, turn }: Props): JSX.Element {
  return (
    <Check on={on} turn={turn} title="For training: raters may review it, without my name.">
      They read the words and do not learn who wrote them. What they find is held against what the
      program said, so that both can learn. If you take this back, nobody reads the talk any more;
      figures that were counted stay.
    </Check>
  );
}

export function ResearchBox({ on, turn }: Props): JSX.Element {
  return (
    <Check on={on} turn={turn} title="For research: it may be studied, without names.">
      If you take this back, the talk is in no export from then on; what was handed out before
      cannot be called back.
    </Check>
  );
}
