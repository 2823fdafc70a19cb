/// Statistics of agreement by their names.
import type { Statistic } from "../api/agreement";
import type { Instrument } from "../api/review";

const NAMES: Readonly<Record<string, string>> = {
  percent_agreement: "Share of equal ratings",
  cohen_kappa: "Cohen’s κ",
  cohen_kappa_linear: "Cohen’s κ, linear weights",
  cohen_kappa_quadratic: "Cohen’s κ, quadratic weights",
  fleiss_kappa: "Fleiss’ κ",
  gwet_ac1: "Gwet’s AC1",
  gwet_ac2_linear: "Gwet’s AC2, linear weights",
  gwet_ac2_quadratic: "Gwet’s AC2, quadratic weights",
  gwet_ac2_ordinal: "Gwet’s AC2, ordinal weights",
  krippendorff_alpha: "Krippendorff’s α",
  kendall_w: "Kendall’s W",
  spearman: "Spearman’s ρ",
};

/// "icc_2_k" is "ICC(2,k)"; what is not known is shown as it is.
export function statisticWords(name: string): string {
  const icc = /^icc_(\d)_(\w)$/.exec(name);
  if (icc) return `ICC(${icc[1]},${icc[2]})`;
  return NAMES[name] ?? name.replaceAll("_", " ");
}

function two(value: number | null): string {
  return value === null ? "" : value.toFixed(2).replace("-", "\u2212");
}

/// Name, value, interval; or why there is none.
export function statisticCells({ name, value, low, high, missing }: Statistic): string[] {
  const interval = low === null || high === null ? "" : `${two(low)} to ${two(high)}`;
  return [statisticWords(name), value === null ? missing || "no figure" : two(value), interval];
}

export interface Asked {
  readonly instrument: string;
  readonly item: string;
  readonly title: string;
}

/// Everything that raters of these instruments were asked.
export function askedOf(instruments: readonly Instrument[], ids: readonly string[]): Asked[] {
  return instruments.filter(({ id }) => ids.includes(id)).flatMap(({ id, items, codes }) => [
    ...codes.map((code) => ({ instrument: id, item: code.id, title: code.title })),
    ...items.map((item) => ({ instrument: id, item: item.id, title: item.ask })),
  ]);
}
