/// One mark under its reply: what it is on, how heavy, a word on it, and its removal.
import type { JSX } from "preact";
import { codeOf, needs, severities } from "../../state/review_form";
import { type Act, type Workspace, wordsOfMark } from "../../state/workspace";
import { brief } from "../../state/words";

interface Props {
  readonly at: number;
  readonly desk: Workspace;
  readonly does: (act: Act) => void;
}

/// "small; hardly changes how the reply lands" before its semicolon.
function head(words: string): string {
  return words.split(";")[0] ?? words;
}

export function MarkLine({ at, desk, does }: Props): JSX.Element | null {
  const mark = desk.form.marks[at];
  if (!mark) return null;
  const { instruments, aim } = desk;
  const code = codeOf(instruments, mark);
  const title = code?.title ?? mark.code;
  const aimed = aim !== null && "mark" in aim && aim.mark === at;
  const on = mark.end === 0 ? "all of it" : `“${brief(wordsOfMark(desk, mark), 80)}”`;
  const need = needs(instruments, mark);
  return (
    <li
      class={aimed ? "mark aimed" : "mark"}
      onFocusCapture={() => does({ do: "aim", aim: { mark: at } })}
    >
      <p class="mark-name">
        <strong>{title}</strong> <span class="soft">on {on}</span>
      </p>
      <button type="button" class="link small mark-gone" onClick={() => does({ do: "unmark", at })}>
        Remove<span class="sr"> {title} on {on}</span>
      </button>
      <Heaviness at={at} desk={desk} does={does} name={`${title} on ${on}`} />
      {(code?.needsText || mark.text !== "" || aimed) && (
        <label class="mark-text small">
          <span>{code?.needsText ? "In your words" : "A word on it, if you like"}</span>
          <input
            type="text"
            value={mark.text}
            maxLength={2000}
            aria-invalid={need === "text"}
            onInput={(event) => does({ do: "text", at, text: event.currentTarget.value })}
          />
        </label>
      )}
    </li>
  );
}

function Heaviness({ at, desk, does, name }: Props & {
  readonly name: string;
}): JSX.Element | null {
  const mark = desk.form.marks[at];
  if (!mark) return null;
  const scale = severities(desk.instruments, mark);
  if (scale.length === 0) return null;
  const words = desk.instruments.find(({ id }) => id === mark.instrument)?.severity ?? {};
  return (
    <fieldset class="heavy">
      <legend class="sr">How heavy: {name}</legend>
      {scale.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={`heavy-${at}`}
            checked={mark.severity === value}
            onChange={() => does({ do: "severity", at, value })}
          />
          <span>{value} {head(words[value] ?? "")}</span>
        </label>
      ))}
      <span class={mark.severity === 0 ? "heavy-why small" : "heavy-why small soft"}>
        {mark.severity === 0 ? "How heavy?" : words[mark.severity]?.split(";")[1]?.trim() ?? ""}
      </span>
    </fieldset>
  );
}
