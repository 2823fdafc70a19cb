/// One or more lines over the talk. The numbers stand in the table beside every plot.
import type { JSX } from "preact";
import { type Range, path, place, placeInColumns } from "./scale";
import "./plots.css";

export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

interface TraceProps {
  readonly series: readonly Series[];
  readonly range: Range;
  /// What the picture shows, for those who do not see it.
  readonly label: string;
  readonly tall?: boolean;
  /// Each value stands in the middle of a column of its own.
  readonly columns?: boolean;
}

/// Lines differ by stroke as well as by tone, so that none hangs on color.
export function Trace(props: TraceProps): JSX.Element {
  const { series, range, label, tall = false, columns = false } = props;
  const [zero] = range.low < 0 ? place([0], range) : [null];
  return (
    <svg
      class={tall ? "trace tall" : "trace"}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {zero && <path class="trace-zero" d={`M0 ${zero[1]}L100 ${zero[1]}`} />}
      {series.map(({ name, values }, i) => {
        const points = (columns ? placeInColumns : place)(values, range);
        return (
          <g key={name} class={`trace-${i}`}>
            <path class="trace-line" d={path(points)} />
            <path
              class="trace-dots"
              d={points.map((point) => (point ? `M${point[0]} ${point[1]}h0` : "")).join("")}
            />
          </g>
        );
      })}
    </svg>
  );
}

interface PlotProps extends TraceProps {
  readonly title: string;
  readonly high: string;
  readonly low: string;
  /// What the plot runs over.
  readonly span?: string;
}

/// A plot with its title, the words at its ends and, for several lines, a key.
export function Plot(props: PlotProps): JSX.Element {
  const { title, high, low, span = "the talk, start to now", ...trace } = props;
  return (
    <figure class="plot">
      <figcaption>{title}</figcaption>
      <p class="plot-end" aria-hidden="true">{high}</p>
      <Trace {...trace} tall />
      <p class="plot-end" aria-hidden="true">
        <span>{low}</span><span>{span}</span>
      </p>
      {trace.series.length > 1 && (
        <Key names={trace.series.map(({ name }) => name)} />
      )}
    </figure>
  );
}

/// Which stroke is which.
export function Key({ names }: { readonly names: readonly string[] }): JSX.Element {
  return (
    <ul class="plot-key" aria-hidden="true">
      {names.map((name, i) => (
        <li key={name}>
          <svg class="plot-sample" viewBox="0 0 100 100" preserveAspectRatio="none">
            <g class={`trace-${i}`}><path class="trace-line" d="M0 50L100 50" /></g>
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

/// Several quantities, one small plot each, on the same scale from 0 to 1.
export function Rows({ title, series }: {
  readonly title: string;
  readonly series: readonly Series[];
}): JSX.Element {
  return (
    <figure class="plot">
      <figcaption>{title}</figcaption>
      <ul class="plot-rows">
        {series.map(({ name, values }) => (
          <li key={name}>
            <span>{name}</span>
            <Trace
              series={[{ name, values }]}
              range={{ low: 0, high: 1 }}
              label={`${name}: ${course(values)}`}
            />
          </li>
        ))}
      </ul>
    </figure>
  );
}

/// "0.20 at first, 0.45 at last, highest 0.61".
export function course(values: readonly (number | null)[]): string {
  const known = values.filter((value): value is number => value !== null);
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return "nothing yet";
  const figure = (value: number): string => value.toFixed(2);
  const highest = figure(Math.max(...known));
  return `${figure(first)} at first, ${figure(last)} at last, highest ${highest}`;
}
