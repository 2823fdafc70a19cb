/// Handing in: says what is left out, and lets it be left out knowingly.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type Missing, codeOf, needs } from "../../state/review_form";
import { type Workspace, repliesOf } from "../../state/workspace";
import { Dialog } from "../../widgets/dialog";

interface Props {
  readonly missing: Missing;
  readonly desk: Workspace;
  /// Answers with what went wrong; "" when it is handed in.
  readonly onHandIn: (leftOut: readonly string[]) => Promise<string>;
}

function count(n: number, one: string, many: string): string {
  return n === 1 ? `1 ${one}` : `${n} ${many}`;
}

export function HandIn({ missing, desk, onHandIn }: Props): JSX.Element {
  const { items, marks } = missing;
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const send = async (): Promise<void> => {
    setBusy(true);
    setProblem(await onHandIn(items.map(({ place }) => place.item)));
    setBusy(false);
  };
  const press = (): void => {
    setProblem("");
    if (items.length > 0 || marks.length > 0) setAsking(true);
    else void send();
  };
  return (
    <section class="sheet hand-in" aria-label="Handing in">
      {items.length > 0 && (
        <p class="small soft">{count(items.length, "question", "questions")} still open</p>
      )}
      <p role="alert" class="problem">{problem}</p>
      <button type="button" class="button main" disabled={busy} onClick={press}>Hand in</button>
      {asking && (
        <Dialog
          title={marks.length > 0 ? "A mark needs a word more" : "Some questions have no answer"}
          onClose={() => setAsking(false)}
        >
          {marks.length > 0
            ? <Unfinished desk={desk} marks={marks} />
            : <Open missing={missing} />}
          <p class="row">
            <button type="button" class="button main" onClick={() => setAsking(false)}>
              Go back to them
            </button>
            {marks.length === 0 && (
              <button
                type="button"
                class="button"
                onClick={() => {
                  setAsking(false);
                  void send();
                }}
              >
                Leave them out and hand in
              </button>
            )}
          </p>
        </Dialog>
      )}
    </section>
  );
}

function Open({ missing: { items } }: Pick<Props, "missing">): JSX.Element {
  return (
    <>
      <p>You may leave them out: it is better than a guess. It is kept that you did.</p>
      <ul class="plain-list">
        {items.map(({ place, item }) => <li key={`${place.instrument} ${item.id}`}>{item.ask}</li>)}
      </ul>
    </>
  );
}

function Unfinished({ desk, marks }: {
  readonly desk: Workspace;
  readonly marks: readonly number[];
}): JSX.Element {
  const turns = repliesOf(desk.task).map(({ turn }) => turn);
  return (
    <ul class="plain-list">
      {marks.flatMap((at) => {
        const mark = desk.form.marks[at];
        if (!mark) return [];
        const what = needs(desk.instruments, mark) === "text" ? "your words" : "how heavy it is";
        const title = codeOf(desk.instruments, mark)?.title ?? mark.code;
        return [
          <li key={at}>
            {title} on reply {turns.indexOf(mark.turn) + 1}: <span class="soft">{what}</span>
          </li>,
        ];
      })}
    </ul>
  );
}
