/// Where supporters, peers, people with lived experience, experts and the program part.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Alignment, Column, Row } from "../../api/alignment";
import { alignment } from "../../api/review_http";
import { type Scale, codeScale, figure, itemScale } from "../../state/misaligned";
import { counted } from "../../state/review_words";
import { useLoaded } from "../../widgets/loaded";
import { useTitle } from "../../widgets/title";
import { Trouble } from "../../widgets/trouble";
import { BehindDialog } from "./behind";
import { Cues } from "./cues";
import { MapRows } from "./map_rows";
import { NotFor, ReviewFrame, SimulatedBanner } from "./review_frame";

export interface Opened {
  readonly row: Row;
  readonly column: Column;
  readonly scale: Scale;
}

export function MapPage(): JSX.Element {
  const { value, refused, again } = useLoaded(alignment);
  const heading = useTitle("Map");
  const [opened, setOpened] = useState<Opened | null>(null);
  return (
    <ReviewFrame>
      <article class="map">
        <header class="stack">
          <h1 ref={heading} tabIndex={-1}>Where judgments part</h1>
          <p class="lead">
            The same talks through different eyes. A gap is no verdict: it says where a conversation
            between these people is worth having.
          </p>
          <NotFor />
        </header>
        {refused && <Trouble refused={refused} again={again} />}
        {value && <SimulatedBanner when={value.simulated} />}
        {value && <Figures map={value} onOpen={setOpened} />}
        {opened && <BehindDialog opened={opened} onClose={() => setOpened(null)} />}
      </article>
    </ReviewFrame>
  );
}

const WHOLE = "Means, each line from the lowest step of its question to the highest. The band is " +
  "where the mean may well lie.";
const MARKED = "The share of replies that each marks; every line runs from 0 to";

function basis({ talks, raters, differ }: Alignment): string {
  const { peer, expert, lived_experience: lived } = raters;
  const who = [
    counted(peer, "peer", "peers"),
    `${lived} with lived experience`,
    counted(expert, "expert", "experts"),
  ].join(", ");
  const split = differ === 0 ? "" :
    ` Experts differ in ${counted(differ, "place", "places")}: the spread is shown there, and ` +
    "nothing is learned from it.";
  return `${counted(talks, "talk", "talks")}, rated by ${who}.${split}`;
}

function Figures({ map, onOpen }: {
  readonly map: Alignment;
  readonly onOpen: (opened: Opened) => void;
}): JSX.Element {
  const codes = codeScale(map.codes);
  if (map.items.length === 0 && map.codes.length === 0) {
    return (
      <p>
        Nothing has been rated yet. Once peers and experts have rated the same talks, their
        judgments stand here side by side.
      </p>
    );
  }
  return (
    <>
      <p>{basis(map)}</p>
      {map.items.length > 0 && (
        <MapRows
          title="Of the whole talk"
          about={WHOLE}
          rows={map.items}
          scaleOf={itemScale}
          onOpen={onOpen}
        />
      )}
      {map.codes.length > 0 && (
        <MapRows
          title="What is marked in replies"
          about={`${MARKED} ${figure(codes.high, codes)}.`}
          rows={map.codes}
          scaleOf={() => codes}
          onOpen={onOpen}
        />
      )}
      {map.cues.length > 0 && <Cues cues={map.cues} />}
    </>
  );
}
