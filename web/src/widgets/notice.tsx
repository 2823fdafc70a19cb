/// What this is and is not: on every page.
import type { JSX } from "preact";
import { HelpButton } from "./help";

export function Notice(): JSX.Element {
  return (
    <p class="notice small">
      Practice with a simulated person. No one is reading to help you. If you are struggling
      yourself: <HelpButton />
    </p>
  );
}

export function WhatItIsNot(): JSX.Element {
  return (
    <p class="small soft">
      Attune is for practice. It is not a crisis service, not therapy and not a diagnosis.
    </p>
  );
}
