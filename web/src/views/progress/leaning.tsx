import type { JSX } from "preact";
import type { Progress } from "../../api/progress";
import { percent } from "../../plots/interval";
import { Table } from "../../plots/table";
import { Plot, course } from "../../plots/trace";
import { Anchor } from "../../widgets/anchor";

/// How far replies began as ideas, talk by talk.
export function Leaning({ progress, fading }: {
  readonly progress: Progress;
  /// Ideas step back by themselves.
  readonly fading: boolean;
}): JSX.Element {
  const { dependence, trend } = progress;
  const shares = dependence.map(({ share }) => share);
  const used = shares.some((share) => share > 0);
  return (
    <section aria-labelledby="leaning">
      <h2 id="leaning">Ideas, and doing without</h2>
      {trend && <p>{trend}</p>}
      {!used && !trend && <p>So far every reply has been your own from its first word.</p>}
      {fading
        ? <p>{progress.fading.why}</p>
        : (
          <p class="soft">
            If you like, ideas can step back by themselves as your own words carry more. You choose
            that <Anchor to="/">before a talk</Anchor>.
          </p>
        )}
      {used && shares.length > 1 && (
        <Plot
          title="Replies that began as an idea, talk by talk"
          high="all of them"
          low="none"
          span="first talk to last"
          range={{ low: 0, high: 1 }}
          series={[{ name: "Replies that began as an idea", values: shares }]}
          label={`Share of replies that began as an idea: ${course(shares)}`}
        />
      )}
      {used && (
        <details class="fold">
          <summary>All of it as a table</summary>
          <Table
            caption="An idea that you changed weighs by what you kept of it"
            columns={["Talk", "Ideas looked at", "Used as they were", "Used and changed", "Share"]}
            rows={dependence.map(({ offered, adopted, edited, share }, i) => [
              `${i + 1}`, offered, adopted, edited, percent(share),
            ])}
          />
        </details>
      )}
    </section>
  );
}
