/// The picture of the timeline, and its points.
import type { JSX } from "preact";
import type { Point } from "../../api/timeline";
import type { Range } from "../../plots/scale";
import { Key, type Series, Trace, course } from "../../plots/trace";
import { cueSign, phaseWords, pointWords, stretches } from "../../state/timeline";
import { useRoving } from "../../widgets/roving";
import "./timeline.css";

/// More columns than stand well in the width of the text.
const MANY = 14;
const TONE = { low: -1, high: 1 };
const TONE_ENDS = ["pleasant", "unpleasant"] as const;
const MOVED = { low: 0, high: 1 };
const MOVED_ENDS = ["1", "0"] as const;

/// A column a turn: both lines of words, what moved, and signs for what happened.
export function Points({ points, name, open, onOpen }: {
  readonly points: readonly Point[];
  readonly name: string;
  readonly open: number | null;
  readonly onOpen: (i: number) => void;
}): JSX.Element {
  const roving = useRoving(points.length);
  const words: Series[] = [
    { name, values: points.map(({ client }) => client?.valence ?? null) },
    { name: "You", values: points.map(({ supporter }) => supporter?.valence ?? null) },
  ];
  const moved: Series[] = [
    { name: "Trust", values: points.map((point) => point.trust) },
    { name: "Guard", values: points.map((point) => point.guard) },
    { name: "Distress", values: points.map((point) => point.distress) },
  ];
  return (
    <div class={points.length > MANY ? "timeline-scroll long" : "timeline-scroll"}>
      <div class="timeline" style={{ "--turns": `${points.length}` }}>
        <Phases points={points} />
        <Lane row={2} name="How words read" ends={TONE_ENDS} series={words} range={TONE} />
        <Lane row={3} name="What moved" ends={MOVED_ENDS} series={moved} range={MOVED} />
        <Signs row={4} name="Hints" signs={points.map(cueSign)} />
        <Signs row={5} name="Remarks" signs={points.map(({ nudge }) => (nudge ? "◆" : ""))} />
        <Signs row={6} name="Ideas" signs={points.map(({ idea }) => (idea ? "◇" : ""))} />
        <p class="timeline-name timeline-axis" style={{ gridRow: 7 }}>Turn</p>
        <div
          class="timeline-points"
          role="group"
          aria-label="The turns. Arrow keys move along them, Enter opens one."
          onKeyDown={roving.onKeyDown}
        >
          {points.map((point, i) => (
            <button
              key={point.turn}
              type="button"
              ref={roving.hold(i)}
              tabIndex={roving.tabIndex(i)}
              aria-pressed={i === open}
              aria-label={pointWords(point, name)}
              onFocus={() => roving.onFocus(i)}
              onClick={() => onOpen(i)}
            >
              {point.turn}
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}

/// A short stretch at the edge has its name on the other side.
function shortLast(from: number, to: number, count: number): string {
  return from === to && to === count - 1 ? "last" : "";
}

/// Names stand on two lines in turn, so that short stretches do not run into each other.
function Phases({ points }: { readonly points: readonly Point[] }): JSX.Element {
  const found = stretches(points);
  return (
    <>
      <p class="timeline-name" style={{ gridRow: 1 }}>Phase</p>
      {found.map(({ phase, from, to }, i) => (
        <p
          key={from}
          class={`timeline-phase ${i % 2 ? "lower" : ""} ${shortLast(from, to, points.length)}`}
          style={{ gridColumn: `${from + 2} / ${to + 3}` }}
          aria-hidden="true"
        >
          <span>{phaseWords(phase)}</span>
        </p>
      ))}
    </>
  );
}

function Lane({ row, name, ends, series, range }: {
  readonly row: number;
  readonly name: string;
  readonly ends: readonly [string, string];
  readonly series: readonly Series[];
  readonly range: Range;
}): JSX.Element {
  return (
    <>
      <div class="timeline-name timeline-ends" style={{ gridRow: row }}>
        <p>{name}</p>
        <Key names={series.map((one) => one.name)} />
      </div>
      <div class="timeline-lane" style={{ gridRow: row }}>
        <span class="timeline-end" aria-hidden="true">{ends[0]}</span>
        <Trace
          series={series}
          range={range}
          label={series.map((one) => `${one.name}: ${course(one.values)}`).join(". ")}
          tall
          columns
        />
        <span class="timeline-end low" aria-hidden="true">{ends[1]}</span>
      </div>
    </>
  );
}

function Signs({ row, name, signs }: {
  readonly row: number;
  readonly name: string;
  readonly signs: readonly string[];
}): JSX.Element | null {
  if (signs.every((sign) => sign === "")) return null;
  return (
    <>
      <p class="timeline-name" style={{ gridRow: row }}>{name}</p>
      {signs.map((sign, i) => (
        <span
          key={i}
          class="timeline-sign"
          style={{ gridRow: row, gridColumn: i + 2 }}
          aria-hidden="true"
        >
          {sign}
        </span>
      ))}
    </>
  );
}
