/// Questionnaires, one sheet a page. What is answered stays in this browser until it is sent.
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { AnsweredSheet, Questions } from "../../api/trial";
import { UNANSWERED, answered, left, recalled, sheetsOf, turned } from "../../state/questionnaire";
import { Scale } from "../scale";

interface Props {
  /// Under which name the browser keeps what is not sent yet.
  readonly kept: string;
  readonly questions: readonly Questions[];
  /// Gives what stood in the way, or "".
  readonly onAnswered: (sheets: readonly AnsweredSheet[]) => Promise<string>;
}

export function QuestionPages({ kept, questions, onAnswered }: Props): JSX.Element | null {
  const pages = questions.length;
  const [state, setState] = useState(() => turned(recalled(localStorage.getItem(kept)), 0, pages));
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (state !== UNANSWERED) localStorage.setItem(kept, JSON.stringify(state));
  }, [kept, state]);
  useLayoutEffect(() => {
    if (moved.current) heading.current?.focus();
    moved.current = true;
    window.scrollTo(0, 0);
  }, [state.page]);
  const sheet = questions[state.page];
  if (!sheet) return null;
  const last = state.page === pages - 1;
  const open = left(state, sheet);
  const send = async (): Promise<void> => {
    setBusy(true);
    const trouble = await onAnswered(sheetsOf(state, questions));
    setBusy(false);
    setProblem(trouble);
    if (!trouble) localStorage.removeItem(kept);
  };
  return (
    <form
      class="stack questions"
      onSubmit={(event) => {
        event.preventDefault();
        if (last) void send();
        else setState(turned(state, 1, pages));
      }}
    >
      <p class="small soft">Page {state.page + 1} of {pages}</p>
      <h2 ref={heading} tabIndex={-1}>{sheet.title}</h2>
      {sheet.items.map((item) => (
        <Scale
          key={`${sheet.id} ${item.id}`}
          item={item}
          ask={item.self ?? item.ask}
          value={state.answers[sheet.id]?.[item.id]}
          onChange={(value) => setState(answered(state, sheet.id, item.id, value))}
        />
      ))}
      <p class="small soft" role="status">
        {open > 0
          ? `${open === 1 ? "One question is" : `${open} questions are`} open. You may leave out ` +
            "what you would rather not answer."
          : "All of this page is answered."}
      </p>
      <p role="alert" class="problem">{problem}</p>
      <p class="row">
        <button type="submit" class="button main" disabled={busy}>
          {last ? "Hand in" : "Next page"}
        </button>
        {state.page > 0 && (
          <button
            type="button"
            class="button plain"
            onClick={() => setState(turned(state, -1, pages))}
          >
            Page before
          </button>
        )}
      </p>
    </form>
  );
}
