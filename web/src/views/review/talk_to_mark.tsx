/// The talk as it was said. Words of a reply are chosen with the pointer or the arrow keys.
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Line } from "../../api/review";
import { type Layer, type Span, cuts, pointsBefore } from "../../state/review_spans";
import { type Act, type Workspace, repliesOf } from "../../state/workspace";
import { MarkLine } from "./mark_line";
import { ReplyQuestions } from "./sheet";

interface Props {
  readonly desk: Workspace;
  readonly does: (act: Act) => void;
}

/// The words that the browser's own selection holds, when they lie in one reply.
function selected(): { readonly turn: number; readonly span: Span | null } | null {
  const selection = document.getSelection();
  const start = selection?.anchorNode?.parentElement?.closest<HTMLElement>("[data-reply]");
  if (!selection || !start) return null;
  const turn = Number(start.dataset["reply"]);
  if (selection.isCollapsed) return { turn, span: null };
  const range = selection.getRangeAt(0);
  if (!start.contains(range.startContainer) || !start.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(start, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const text = start.textContent ?? "";
  const from = before.toString().length;
  const to = from + range.toString().length;
  return { turn, span: { start: pointsBefore(text, from), end: pointsBefore(text, to) } };
}

/// Follows the selection once it rests, so that nothing moves while words are being chosen.
function useSelection(onChosen: (turn: number, span: Span | null) => void): void {
  const told = useRef(onChosen);
  told.current = onChosen;
  useEffect(() => {
    let timer = 0;
    let down = false;
    const tell = (): void => {
      const found = selected();
      if (found && !down) told.current(found.turn, found.span);
    };
    const rest = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(tell, 150);
    };
    const press = (): void => {
      down = true;
    };
    const lift = (): void => {
      down = false;
      rest();
    };
    document.addEventListener("selectionchange", rest);
    document.addEventListener("pointerdown", press);
    document.addEventListener("pointerup", lift);
    document.addEventListener("pointercancel", lift);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener("selectionchange", rest);
      document.removeEventListener("pointerdown", press);
      document.removeEventListener("pointerup", lift);
      document.removeEventListener("pointercancel", lift);
    };
  }, []);
}

export function TalkToMark({ desk, does }: Props): JSX.Element {
  const replies = repliesOf(desk.task).map(({ turn }) => turn);
  useSelection((turn, span) => does({ do: "choose", turn, span }));
  return (
    <ol class="to-mark" aria-label="The talk">
      {desk.task.turns.map((line, i) => (
        line.speaker === "client"
          ? <ClientLine key={i} line={line} />
          : (
            <Reply
              key={i}
              line={line}
              number={replies.indexOf(line.turn) + 1}
              of={replies.length}
              desk={desk}
              does={does}
            />
          )
      ))}
    </ol>
  );
}

function ClientLine({ line }: { readonly line: Line }): JSX.Element {
  return (
    <li class="said client">
      <p class="sr">The person:</p>
      <p class="bubble">{line.text}</p>
    </li>
  );
}

function layersOf(desk: Workspace, line: Line): Layer[] {
  const { form, chosen, at, aim } = desk;
  const marks = form.marks.flatMap((mark, i) => {
    if (mark.turn !== line.turn || mark.end === 0) return [];
    const aimed = aim !== null && "mark" in aim && aim.mark === i;
    return [{ start: mark.start, end: mark.end, look: aimed ? "aimed" : "marked" }];
  });
  const by = at === line.turn && chosen?.byKeys;
  return by ? [...marks, { start: chosen.start, end: chosen.end, look: "chosen" }] : marks;
}

function Reply({ line, number, of, desk, does }: Props & {
  readonly line: Line;
  readonly number: number;
  readonly of: number;
}): JSX.Element {
  const { turn } = line;
  const current = desk.at === turn;
  const marks = desk.form.marks.map((mark, at) => ({ mark, at }))
    .filter(({ mark }) => mark.turn === turn);
  return (
    <li class={current ? "said supporter current" : "said supporter"}>
      <p class="reply-name tiny" aria-hidden="true">Reply {number} of {of}</p>
      <div
        class="bubble reply-words"
        role="region"
        aria-label={`Reply ${number} of ${of}`}
        aria-current={current}
        tabIndex={0}
        data-reply={turn}
        onFocus={(event) => {
          // With the pointer it waits until words are chosen, so that nothing moves meanwhile.
          if (event.currentTarget.matches(":focus-visible")) does({ do: "go", turn });
        }}
      >
        {cuts(line.text, layersOf(desk, line)).map(({ text, looks }, i) =>
          looks.length > 0
            ? <mark key={i} class={looks.join(" ")}>{text}</mark>
            : <span key={i}>{text}</span>)}
      </div>
      {marks.length > 0 && (
        <ul class="marks" aria-label={`Marks on reply ${number}`}>
          {marks.map(({ mark, at }) => (
            <MarkLine
              key={`${mark.instrument} ${mark.code} ${mark.start} ${mark.end}`}
              at={at}
              desk={desk}
              does={does}
            />
          ))}
        </ul>
      )}
      {current && <ReplyQuestions desk={desk} does={does} number={number} />}
    </li>
  );
}
