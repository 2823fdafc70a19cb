import type { JSX } from "preact";

/// Where experts judged differently, the page says so instead of choosing one of them.
export function ExpertsDiffer({ when }: { readonly when: boolean }): JSX.Element | null {
  return when ? <p class="small soft">Experts differ here.</p> : null;
}
