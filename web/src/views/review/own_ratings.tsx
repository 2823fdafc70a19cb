/// What the rater handed in so far, newest first; asked for when it is opened.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ownRatings } from "../../api/review_http";
import { ratingWords } from "../../state/review_queue";
import { useLoaded } from "../../widgets/loaded";
import { Trouble } from "../../widgets/trouble";

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });

export function OwnRatings(): JSX.Element {
  const [opened, setOpened] = useState(false);
  return (
    <details class="fold" onToggle={(event) => setOpened(opened || event.currentTarget.open)}>
      <summary>What you handed in</summary>
      {opened && <Given />}
    </details>
  );
}

function Given(): JSX.Element {
  const { value, refused, again } = useLoaded(ownRatings);
  return (
    <>
      {refused && <Trouble refused={refused} again={again} />}
      <ul class="queue">
        {value?.map(({ task, batch, title, at, form }) => (
          <li key={`${task} ${at}`}>
            <span>{title} <span class="soft small">{batch}</span></span>
            <span class="small">{ratingWords(form)}</span>
            <span class="soft small">{WHEN.format(at)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
