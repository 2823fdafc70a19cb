/// How many came how far (after CONSORT), and who stands where.
import type { JSX } from "preact";
import type { Flow, Participant } from "../../api/trials";
import { Table } from "../../plots/table";
import { stepWords } from "../../state/trials";

export function FlowOf({ flow }: { readonly flow: Flow }): JSX.Element {
  const steps = [
    [flow.enrolled, "enrolled"],
    [flow.silent, "have not answered yet"],
    [flow.refused, "said no"],
    [flow.consented, "agreed"],
    [flow.left, "left before the lot was drawn"],
    [flow.waiting, "agreed, and wait for the lot"],
    [flow.allocated, "given an arm by lot"],
  ] as const;
  return (
    <section class="stack" aria-labelledby="flow">
      <h2 id="flow">How many came how far</h2>
      <ul class="flow">
        {steps.map(([count, words]) => <li key={words}><b>{count}</b> <span>{words}</span></li>)}
      </ul>
      {flow.arms.length === 0
        ? (
          <p class="small soft">
            Counts by arm are closed to view until the study is closed, for you as well.
          </p>
        )
        : (
          <Table
            caption="By arm"
            columns={[
              "Arm", "Given", "Began", "All talks held", "Questions answered", "Left", "Counted",
            ]}
            rows={flow.arms.map((arm) => [
              arm.title, `${arm.allocated}`, `${arm.began}`, `${arm.held}`, `${arm.answered}`,
              `${arm.withdrew}`, `${arm.analyzed}`,
            ])}
          />
        )}
    </section>
  );
}

export function PeopleOf({ people }: { readonly people: readonly Participant[] }): JSX.Element {
  return (
    <details class="fold">
      <summary>Who takes part ({people.length})</summary>
      <Table
        caption="Who stands where; never in which arm"
        columns={["Name", "Stands at", "Talks held"]}
        rows={people.map(({ name, step, talks, of }) => [
          name || "you", stepWords(step), `${talks} of ${of}`,
        ])}
      />
    </details>
  );
}
