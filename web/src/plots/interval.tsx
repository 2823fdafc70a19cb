/// One share with its interval, on a line from 0 to 1. The numbers stand in the table beside it.
import type { JSX } from "preact";

interface Props {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

const at = (share: number): number => 2 + 96 * Math.min(Math.max(share, 0), 1);

export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/// "62 %, between 50 % and 73 %".
export function intervalWords({ value, low, high }: Props): string {
  if (low === null || high === null) return percent(value);
  return `${percent(value)}, between ${percent(low)} and ${percent(high)}`;
}

export function Interval(props: Props): JSX.Element {
  const { value, low, high } = props;
  return (
    <svg
      class="interval"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      role="img"
      aria-label={intervalWords(props)}
    >
      <path class="interval-line" d={`M${at(0)} 50L${at(1)} 50`} />
      {low !== null && high !== null && (
        <path class="interval-band" d={`M${at(low)} 50L${at(high)} 50`} />
      )}
      <path class="interval-dot" d={`M${at(value)} 50h0`} />
    </svg>
  );
}
