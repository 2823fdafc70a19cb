/// What a plan and its numbers mean, for whoever leads a study.
import type { Outcome, Plan, TrialState } from "../api/trials";

export const STATE_WORDS: Readonly<Record<TrialState, string>> = {
  draft: "Being planned",
  frozen: "Running",
  closed: "Closed",
};

const MEASURES: Readonly<Record<string, (instrument: string) => string>> = {
  ratings: (instrument) => `what blinded raters say with “${instrument}”`,
  after: (instrument) => `“${instrument}” after the talks`,
  change: (instrument) => `“${instrument}” after the talks, less before them`,
};

/// Titles of instruments by id.
export type Titles = Readonly<Record<string, string>>;

/// One outcome in a sentence.
export function outcomeWords(outcome: Outcome, titles: Titles = {}): string {
  const { title, measure, first, second, test } = outcome;
  const instrument = titles[outcome.instrument] ?? outcome.instrument;
  const made = MEASURES[measure]?.(instrument) ?? `“${instrument}”`;
  return `${title}: ${made}; talks ${first} against talks ${second} (${test}).`;
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}\u00a0%`;

/// How many people it takes, and what for.
export function powerWords(plan: Plan): string {
  const { smallest, power, alpha, people, needed } = plan;
  const wish = `To find a difference of ${smallest} standard deviations, the smallest that counts ` +
    `here, with a chance of ${percent(power)} and to be misled by chance in ${percent(alpha)} of ` +
    `such studies at most, it takes ${needed} people. `;
  if (people >= needed) return `${wish}The plan has ${people}.`;
  return `${wish}The plan has ${people}: a difference that is there may well not be found.`;
}

const STEPS: Readonly<Record<string, string>> = {
  consent: "has not answered yet",
  before: "agreed; questions before the talks",
  talk: "in the talks",
  after: "questions after the talks",
  done: "done",
  refused: "said no",
  withdrew: "left",
  stopped: "not done when it was closed",
};

export function stepWords(step: string): string {
  return STEPS[step] ?? "enrolled";
}
