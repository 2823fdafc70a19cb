/// The misalignment map in words: who judges how, where they part, and how sure that is.
import type { Behind, Estimate, Gap, GapEstimate, Row } from "../api/alignment";

/// How a row's figures are read: a mean on a scale, or a share of replies.
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly share: boolean;
}

function highest(rows: readonly Row[]): number {
  return Math.max(0, ...rows.flatMap(({ cells }) =>
    Object.values(cells).map(({ value, high }) => high ?? value ?? 0)));
}

/// The scale of the item; a count has no upper end, and its runs to the highest figure there is.
export function itemScale(row: Row): Scale {
  const { low, high } = row;
  const top = high > low ? high : Math.max(low + 1, Math.ceil(highest([row])));
  return { low, high: top, share: false };
}

/// One for all codes, so that their lines can be compared: to the next full tenth.
export function codeScale(rows: readonly Row[]): Scale {
  const tenth = Math.ceil(10 * highest(rows)) / 10;
  return { low: 0, high: Math.min(1, Math.max(0.1, tenth)), share: true };
}

/// Where a value stands between the ends of its scale, 0 to 1.
export function shareOf(value: number, { low, high }: Scale): number {
  return high > low ? (value - low) / (high - low) : 0;
}

const MINUS = "\u2212";

function signed(text: string): string {
  return text.replace("-", MINUS);
}

/// "3.4", or "34 %" for a share.
export function figure(value: number, { share }: Pick<Scale, "share">): string {
  return signed(share ? `${Math.round(100 * value)} %` : value.toFixed(1));
}

/// "3.1 to 3.7"; "" without an interval.
export function rangeWords({ low, high }: Estimate, scale: Pick<Scale, "share">): string {
  if (low === null || high === null) return "";
  return `${figure(low, scale).replace(" %", "")} to ${figure(high, scale)}`;
}

/// "3.4, between 3.1 and 3.7, 24 talks", or why there is none.
export function estimateWords(estimate: Estimate, scale: Pick<Scale, "share">): string {
  const { value, low, high, n, missing } = estimate;
  if (value === null) return missing === "" ? "no figure" : missing;
  const between = low === null || high === null
    ? "" : `, between ${figure(low, scale)} and ${figure(high, scale)}`;
  return `${figure(value, scale)}${between}, ${n} ${n === 1 ? "talk" : "talks"}`;
}

const OTHERS: Readonly<Record<Gap, string>> = {
  peer_expert: "peers", self_expert: "supporters themselves", program_expert: "the program",
};

function points(value: number): string {
  return signed(`${Math.round(100 * value)}`);
}

/// `gap` is the others' figure less the experts'. "Experts 0.9 lower than peers [0.4, 1.4]".
export function gapWords(name: Gap, gap: GapEstimate, share: boolean): string {
  const others = OTHERS[name];
  const { value, low, high, missing } = gap;
  if (value === null) return `Experts and ${others}: ${missing === "" ? "no figure" : missing}`;
  const size = (of: number): string => (share ? points(of) : signed(of.toFixed(1)));
  const unit = share ? " points" : "";
  if (low === null || high === null) {
    if (value === 0) return `Experts and ${others}: no difference seen`;
    return `Experts and ${others}: ${size(Math.abs(value))}${unit} apart, how sure cannot be said`;
  }
  if (low <= 0 && high >= 0) {
    return `Experts and ${others}: no clear difference [${size(low)}, ${size(high)}]`;
  }
  const [near, far] = value > 0 ? [low, high] : [-high, -low];
  const way = value > 0 ? "lower" : "higher";
  const often = value > 0 ? "less" : "more";
  const by = share
    ? `Experts mark it ${size(Math.abs(value))} points ${often} often than ${others}`
    : `Experts ${size(Math.abs(value))} ${way} than ${others}`;
  const doubt = gap.holds ? "" : "; may be chance, with so many rows";
  return `${by} [${size(near)}, ${size(far)}]${doubt}`;
}

/// How far peers and experts agree within themselves.
export function withinWords({ agreement: { peer, expert } }: Pick<Row, "agreement">): string {
  if (peer.value === null && expert.value === null && peer.missing === expert.missing) {
    return peer.missing;
  }
  return `${agreementWords("peers", peer)}; ${agreementWords("experts", expert)}`;
}

/// "peers 0.41 [0.20, 0.60]": how far a group agrees within itself.
export function agreementWords(who: string, { value, low, high, missing }: Estimate): string {
  if (value === null) return `${who}: ${missing === "" ? "no figure" : missing}`;
  const range = low === null || high === null
    ? "" : ` [${signed(low.toFixed(2))}, ${signed(high.toFixed(2))}]`;
  return `${who} ${signed(value.toFixed(2))}${range}`;
}

export interface Spread {
  readonly group: string;
  /// "2 of 6 marked it", or every answer, lowest first.
  readonly words: string;
  readonly said: readonly string[];
}

function spreadWords(values: readonly number[], share: boolean): string {
  if (!share) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted.map((value) => (Number.isInteger(value) ? `${value}` : value.toFixed(1))).join(", ");
  }
  const [only = 0] = values;
  if (values.length === 1) {
    if (!Number.isInteger(only)) return figure(only, { share });
    return only > 0 ? "marked it" : "did not mark it";
  }
  return `${values.filter((value) => value > 0).length} of ${values.length} marked it`;
}

/// What each group said of one turn: the spread, never a mean alone.
export function spreads({ values }: Pick<Behind, "values">, share: boolean): Spread[] {
  return [...new Set(values.map(({ group }) => group))].map((group) => {
    const own = values.filter((one) => one.group === group);
    return {
      group,
      words: spreadWords(own.map(({ value }) => value), share),
      said: own.map(({ text }) => text).filter((text) => text !== ""),
    };
  });
}
