/// One turn of the talk; on demand, how its words read and which of them carried that.
import type { ComponentChildren, JSX } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Reading } from "../../api/events";
import { doingLine, readingLine } from "../../state/reading_line";
import type { ScreenLine } from "../../state/screen";
import { byLine, carried, pieces, spansOf } from "../../state/spans";
import { steppedInWords } from "../../state/outside";
import { Marked } from "../../widgets/marked";

interface Props {
  readonly line: ScreenLine;
  readonly name: string;
  /// The reading waits for a guess.
  readonly unguessed: boolean;
  /// Words of the line that an idea serves; "" for none.
  readonly cue?: string;
  /// What stands below the words.
  readonly children?: ComponentChildren;
}

export function Said({ line, name, unguessed, cue = "", children }: Props): JSX.Element {
  const [open, setOpen] = useState(false);
  const id = useId();
  const reading = unguessed ? null : line.reading;
  const shown = open && reading !== null;
  const served = spansOf(line.bubbles.join("\n"), cue);
  const spans = served.length > 0 ? served : shown ? carried(reading) : [];
  const look = served.length > 0 ? "served" : "";
  const marks = byLine(line.bubbles, spans);
  const bubbles = line.bubbles.map((bubble, i) => (
    <p key={i} class="bubble"><Marked text={bubble} spans={marks[i] ?? []} look={look} /></p>
  ));
  return (
    <li class={`said ${line.speaker}`}>
      <p class="sr">{line.speaker === "client" ? `${name}:` : "You:"}</p>
      {bubbles.slice(0, -1)}
      <div class="said-last">
        {bubbles.at(-1)}
        {reading && (
          <button
            type="button"
            class="why-button"
            aria-expanded={shown}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            Why<span class="sr"> {line.speaker === "client" ? `${name}’s` : "your"} words read so</span>
          </button>
        )}
      </div>
      <div id={id} class="why" hidden={!shown}>
        {shown && <Why line={line} reading={reading} />}
      </div>
      {children}
      {line.steppedIn !== null && (
        <p class="stepped-in tiny soft" role="note">{steppedInWords(line.steppedIn, name)}</p>
      )}
    </li>
  );
}

function Why({ line, reading }: {
  readonly line: ScreenLine;
  readonly reading: Reading;
}): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.scrollIntoView({ block: "nearest" }), []);
  const own = line.speaker === "supporter";
  const marked = pieces(line.bubbles.join("\n"), carried(reading)).filter((piece) => piece.marked);
  return (
    <div ref={place}>
      <p class="small">{own ? doingLine(reading) : readingLine(reading)}</p>
      {marked.length > 0 && (
        <p class="tiny soft">
          Marked are the words that carried it
          <span class="sr">: {marked.map((piece) => piece.text).join(", ")}</span>.
          {own ? " A reading, not a grade." : " It reads words, not people."}
        </p>
      )}
    </div>
  );
}
