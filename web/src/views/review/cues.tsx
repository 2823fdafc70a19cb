/// Planted cues that a talk passed by: who noticed.
import type { JSX } from "preact";
import type { CueRow, Estimate } from "../../api/alignment";
import { Table } from "../../plots/table";
import { figure, gapWords, rangeWords } from "../../state/misaligned";

const SHARE = { share: true } as const;

function words(estimate: Estimate): string {
  if (estimate.value === null) return estimate.missing === "" ? "no figure" : estimate.missing;
  const range = rangeWords(estimate, SHARE);
  return `${figure(estimate.value, SHARE)}${range === "" ? "" : ` [${range}]`}, n ${estimate.n}`;
}

export function Cues({ cues }: { readonly cues: readonly CueRow[] }): JSX.Element {
  return (
    <section class="stack" aria-labelledby="map-cues">
      <h2 id="map-cues">Cues that were passed by</h2>
      <p class="small soft">
        What the simulated people let slip and nobody took up, as far as the program can tell. How
        many of these does each mark as missed?
      </p>
      <Table
        caption="Share of passed-by cues that each marks as missed, with 95 % intervals"
        columns={[
          "Kind of cue", "Planted", "Passed by", "Peers", "Lived experience", "Experts",
          "The program", "Gap",
        ]}
        rows={cues.map(({ kind, planted, missed, shares, gap }) => [
          kind.replaceAll("_", " "), `${planted}`, `${missed}`, words(shares.peer),
          words(shares.lived_experience), words(shares.expert), words(shares.program),
          gapWords("peer_expert", gap, true),
        ])}
      />
    </section>
  );
}
