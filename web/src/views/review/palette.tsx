/// The codes, always at hand below the talk: for the words chosen, or for the whole reply.
import type { JSX } from "preact";
import { brief } from "../../state/words";
import { wordsAt } from "../../state/review_spans";
import { type Act, type Workspace, replyAt, repliesOf } from "../../state/workspace";

interface Props {
  readonly desk: Workspace;
  readonly does: (act: Act) => void;
}

export function Palette({ desk, does }: Props): JSX.Element {
  const { at, chosen, letters } = desk;
  const number = repliesOf(desk.task).findIndex(({ turn }) => turn === at) + 1;
  const on = chosen
    ? `“${brief(wordsAt(replyAt(desk, at), chosen), 60)}”`
    : `all of reply ${number}`;
  return (
    <div class="palette" role="group" aria-label={`Mark ${on}`}>
      <p class="small palette-on">
        <span class="soft">Mark</span> {on}
        {chosen && (
          <button
            type="button"
            class="link"
            onClick={() => does({ do: "choose", turn: at, span: null })}
          >
            the whole reply instead
          </button>
        )}
      </p>
      <div class="palette-codes">
        {letters.map(({ key, instrument, code, title, about }) => (
          <button
            key={`${instrument} ${code}`}
            type="button"
            class="code"
            title={about}
            {...(key === "" ? {} : { "aria-keyshortcuts": key.toUpperCase() })}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => does({ do: "mark", instrument, code })}
          >
            {key !== "" && <kbd aria-hidden="true">{key.toUpperCase()}</kbd>}
            {title}
          </button>
        ))}
      </div>
    </div>
  );
}
