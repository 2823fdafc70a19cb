/// Where the talk stands by the steps of its service.
import type { JSX } from "preact";
import type { Protocol, ProtocolStep } from "../../api/protocol";
import { Table } from "../../plots/table";
import { Fold } from "./fold";

const STATES: Readonly<Record<string, string>> = {
  done: "done",
  late: "done, later than meant",
  due: "still open",
  missed: "not this time",
  not_due: "not called for",
};

function row({ title, state, turn, due, words }: ProtocolStep): (string | number | null)[] {
  const reached = STATES[state] ?? state.replaceAll("_", " ");
  return [title, reached, due, turn, words ? `“${words}”` : null];
}

export function ProtocolFold({ protocol }: {
  readonly protocol: Protocol | null;
}): JSX.Element | null {
  if (!protocol || protocol.steps.length === 0) return null;
  return (
    <Fold title={`Steps of the service: ${protocol.title}`}>
      <p class="small soft">
        Not every talk needs every step, and a step met in other words may be passed over here: it is
        a reading.
      </p>
      <Table
        caption="Each step, when it was called for, and the words that met it or called for it"
        columns={["Step", "This talk", "Called for at turn", "At turn", "Words"]}
        rows={protocol.steps.map(row)}
      />
    </Fold>
  );
}
