import type { JSX } from "preact";
import type { Evidence } from "../api/events";
import { pieces } from "../state/spans";

interface Props {
  readonly text: string;
  readonly spans: readonly Pick<Evidence, "start" | "end">[];
  readonly look?: string;
}

/// A text with the words marked that carried its reading, or that something else speaks of.
export function Marked({ text, spans, look = "" }: Props): JSX.Element {
  return (
    <>
      {pieces(text, spans).map((piece, i) =>
        piece.marked
          ? <mark key={i} class={look}>{piece.text}</mark>
          : <span key={i}>{piece.text}</span>)}
    </>
  );
}
