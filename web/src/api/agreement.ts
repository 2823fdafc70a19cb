/// How far raters agree (docs/formats/agreement.md).
import { type Answer, ask } from "./ask";
import { type Fields, fields, list, number, numberOr, text } from "./decode";

export interface Statistic {
  readonly name: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /// Why it has no value; "" when it has one.
  readonly missing: string;
}

export interface Agreement {
  readonly level: string;
  readonly items: number;
  readonly raters: number;
  readonly ratings: number;
  readonly statistics: readonly Statistic[];
  /// How each rater does where the answer is known.
  readonly gold: readonly { readonly rater: string; readonly n: number; readonly same: number }[];
}

/// Every entry that looks like an estimate is one: more may come.
function statisticsOf(from: Fields): Statistic[] {
  const none = fields(from["none"] ?? {}, "none");
  return Object.entries(from).flatMap(([name, value]) => {
    if (typeof value !== "object" || value === null || !("value" in value)) return [];
    const one = fields(value, name);
    return [{
      name, value: numberOr(one, "value"), low: numberOr(one, "low"), high: numberOr(one, "high"),
      missing: name in none ? text(none, name) : "",
    }];
  });
}

export function parseAgreement(value: unknown): Agreement {
  const from = fields(value, "agreement");
  return {
    level: text(from, "level"),
    items: number(from, "items"),
    raters: number(from, "raters"),
    ratings: number(from, "ratings"),
    statistics: statisticsOf(from),
    gold: list(from, "gold", (item) => {
      const one = fields(item, "rater");
      return { rater: text(one, "rater"), n: number(one, "n"), same: number(one, "same") };
    }),
  };
}

/// `item`: of a question or a code of the instrument.
export const agreement = (
  batch: string, instrument: string, item: string,
): Promise<Answer<Agreement>> =>
  ask(`/api/review/agreement?${new URLSearchParams({ batch, instrument, item })}`, {},
    parseAgreement);
