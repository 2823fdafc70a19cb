import type { JSX } from "preact";
import type { Evidence } from "../api/events";
import { pieces } from "../state/spans";

interface Props {
  readonly text: string;
  readonly spans: readonly Pick<Evidence, "start" | "end">[];
}

/// A text with the words marked that carried its reading.
export function Marked({ text, spans }: Props): JSX.Element {
  return (
    <>
      {pieces(text, spans).map((piece, i) =>
        piece.marked ? <mark key={i}>{piece.text}</mark> : <span key={i}>{piece.text}</span>)}
    </>
  );
}
