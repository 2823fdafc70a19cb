/// The turns behind a figure of the map.
import type { JSX } from "preact";
import { useCallback } from "preact/hooks";
import type { Behind } from "../../api/alignment";
import { behind } from "../../api/review_http";
import { groupsWord } from "../../state/review_words";
import { estimateWords, spreads } from "../../state/misaligned";
import { Dialog } from "../../widgets/dialog";
import { useLoaded } from "../../widgets/loaded";
import { Trouble } from "../../widgets/trouble";
import type { Opened } from "./map";

export function BehindDialog({ opened, onClose }: {
  readonly opened: Opened;
  readonly onClose: () => void;
}): JSX.Element {
  const { row, column, scale } = opened;
  const ask = useCallback(() => behind(row.id, column), [row.id, column]);
  const { value, refused, again } = useLoaded(ask);
  return (
    <Dialog title={row.title} onClose={onClose} closable>
      <p class="soft">
        {groupsWord(column)}: {estimateWords(row.cells[column], scale)}
      </p>
      {refused && <Trouble refused={refused} again={again} />}
      {value && value.length === 0 && <p>There is nothing to show behind this figure.</p>}
      <ol class="behind">
        {value?.map((turn, i) => <li key={i}><Turn turn={turn} share={scale.share} /></li>)}
      </ol>
    </Dialog>
  );
}

function Turn({ turn, share }: { readonly turn: Behind; readonly share: boolean }): JSX.Element {
  return (
    <>
      {turn.client !== "" && <p class="behind-client">“{turn.client}”</p>}
      {turn.reply !== "" && <p class="behind-reply">“{turn.reply}”</p>}
      {turn.lines.length > 0 && (
        <details class="fold small">
          <summary>The talk</summary>
          {turn.lines.map(({ speaker, text }, i) => (
            <p key={i} class={speaker === "client" ? "behind-client" : "behind-reply"}>
              “{text}”
            </p>
          ))}
        </details>
      )}
      <ul class="behind-values small">
        {spreads(turn, share).map(({ group, words, said }) => (
          <li key={group}>
            <span class="soft">{groupsWord(group)}</span>
            <span>
              {words}
              {said.map((text, i) => <q key={i}>{text}</q>)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
