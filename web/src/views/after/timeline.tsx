/// The whole talk as points in a row: both speakers' words, what moved, and what happened. A point
/// leads to its turn; the arrow keys move along the points; the table holds the same.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Debrief } from "../../api/debrief";
import type { Point } from "../../api/timeline";
import { Table } from "../../plots/table";
import {
  cueWords, didWords, ideaWords, phaseWords, saidAt, toneWords,
} from "../../state/timeline";
import { HeldOut } from "../../widgets/held_out";
import { Fold } from "./fold";
import { Quoted } from "./quoted";
import { Points } from "./timeline_points";
import { type OnTry, TryIt } from "./try_it";

interface Props {
  readonly debrief: Debrief;
  readonly onTry: OnTry;
}

export function Timeline({ debrief, onTry }: Props): JSX.Element | null {
  const { timeline, trust } = debrief.figures;
  const [open, setOpen] = useState<number | null>(null);
  const chosen = open === null ? undefined : timeline[open];
  if (timeline.length < 2) return null;
  return (
    <Fold title="The talk, turn by turn">
      <p class="small soft">
        Choose a turn to read it. Trust, guard and distress are what the simulation computed; how
        words read is a reading of words, and can be wrong.
      </p>
      <Points points={timeline} name={debrief.name} open={open} onOpen={setOpen} />
      <div class="timeline-turn" aria-live="polite">
        {chosen && <Turn debrief={debrief} point={chosen} onTry={onTry} />}
      </div>
      <PointsTable points={timeline} name={debrief.name} />
      <HeldOut figures={trust} heads={["emotion", "valence", "skills"]} />
    </Fold>
  );
}

function Turn({ debrief, point, onTry }: Props & { readonly point: Point }): JSX.Element | null {
  const { turn } = point;
  const said = saidAt(debrief, turn);
  if (!said) return null;
  const facts = [
    turn > 0 && `Your words read as ${didWords(point) || "unclear"}.`,
    point.idea !== "" && `They began as an idea: ${ideaWords(point)}.`,
    `${debrief.name}’s words then read as ${toneWords(point.client)}.`,
    ...said.causes,
    ...cueWords(point).map((words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`),
    point.consulted && "You turned to your supervisor here.",
  ].filter(Boolean);
  return (
    <section class="moment" aria-label={turn === 0 ? "The opening" : `Turn ${turn}`}>
      <h3>{turn === 0 ? "The opening" : `Turn ${turn}`}</h3>
      {turn === 0
        ? <p class="words">{said.answer}</p>
        : <Quoted exchange={said} name={debrief.name} />}
      {facts.length > 0 && <p class="small soft">{facts.join(" ")}</p>}
      {said.nudges.map((text) => <p key={text} class="small timeline-nudge">{text}</p>)}
      {turn > 0 && <TryIt onTry={onTry} turn={turn} at={`turn ${turn}`} />}
    </section>
  );
}

function PointsTable({ points, name }: {
  readonly points: readonly Point[];
  readonly name: string;
}): JSX.Element {
  return (
    <details class="fold">
      <summary>All of it as a table</summary>
      <Table
        caption="The state after each turn; 0 is the opening"
        columns={[
          "Turn", "Phase", "You", "Your tone", "Pleasant", `${name}’s tone`, "Pleasant",
          "Trust", "Guard", "Distress", "Hints", "Remark", "Idea",
        ]}
        rows={points.map((point) => [
          `${point.turn}`,
          phaseWords(point.phase),
          didWords(point) || "–",
          toneWords(point.supporter),
          point.supporter?.valence.toFixed(2) ?? null,
          toneWords(point.client),
          point.client?.valence.toFixed(2) ?? null,
          point.trust.toFixed(2),
          point.guard.toFixed(2),
          point.distress.toFixed(2),
          cueWords(point).join(", ") || null,
          point.nudge ? point.nudge.replaceAll("_", " ") : null,
          ideaWords(point) || null,
        ])}
      />
    </details>
  );
}
