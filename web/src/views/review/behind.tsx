/// The turns behind a figure of the map.
import type { JSX } from "preact";
import { useCallback } from "preact/hooks";
import type { Behind } from "../../api/alignment";
import { behind } from "../../api/review_http";
import { groupWord, groupsWord } from "../../state/review_words";
import { estimateWords } from "../../state/misaligned";
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

function valueOf(value: number, share: boolean): string {
  if (share && !Number.isInteger(value)) return `${Math.round(100 * value)} %`;
  if (share) return value > 0 ? "marked" : "not marked";
  return Number.isInteger(value) ? `${value}` : value.toFixed(1);
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
        {turn.values.map(({ group, value, text }, i) => (
          <li key={i}>
            <span class="soft">{groupWord(group)}</span> {valueOf(value, share)}
            {text !== "" && <> “{text}”</>}
          </li>
        ))}
      </ul>
    </>
  );
}
