/// Studies, for whoever leads them (docs/formats/api.md, docs/formats/trial.md).
import { type Answer, ask, carrying } from "./ask";
import {
  type Fields, asNumber, asText, fields, list, number, oneOf, text, textOr,
} from "./decode";

const STATES = ["draft", "frozen", "closed"] as const;
export type TrialState = (typeof STATES)[number];

interface Head {
  readonly id: string;
  readonly title: string;
  readonly state: TrialState;
}

export interface TrialEntry extends Head {
  readonly planned: number;
  readonly enrolled: number;
  readonly done: number;
}

/// What is compared, in words.
export interface Outcome {
  readonly title: string;
  readonly measure: string;
  readonly instrument: string;
  readonly first: string;
  readonly second: string;
  readonly test: string;
}

export interface Plan {
  readonly question: string;
  readonly arms: readonly {
    readonly title: string;
    readonly talks: readonly { readonly name: string; readonly condition: string }[];
  }[];
  readonly consent: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly ratedWith: readonly string[];
  readonly raters: number;
  readonly primary: Outcome;
  readonly secondary: readonly Outcome[];
  readonly smallest: number;
  readonly power: number;
  readonly alpha: number;
  readonly people: number;
  readonly needed: number;
  readonly doubts: readonly string[];
  readonly analysis: string;
}

export interface Edition {
  readonly number: number;
  readonly hash: string;
  readonly changes: string;
  readonly day: string;
  readonly enrolled: number;
}

const ARM_COUNTS = ["allocated", "began", "held", "answered", "withdrew", "analyzed"] as const;
export type ArmFlow = { readonly title: string }
  & Readonly<Record<(typeof ARM_COUNTS)[number], number>>;

const COUNTS = [
  "enrolled", "silent", "refused", "consented", "left", "waiting", "allocated",
] as const;
export type Flow = Readonly<Record<(typeof COUNTS)[number], number>> & {
  /// Empty while arms are closed to view.
  readonly arms: readonly ArmFlow[];
};

export interface Participant {
  readonly account: string;
  readonly name: string;
  readonly step: string;
  readonly talks: number;
  readonly of: number;
}

export interface Trial extends Head {
  readonly plan: Plan;
  readonly editions: readonly Edition[];
  readonly hash: string;
  /// The plan as it was given.
  readonly text: string;
  /// What kind of report there is, in words.
  readonly notes: readonly string[];
  readonly flow: Flow;
  readonly people: readonly Participant[];
  /// Finished talks that no rater has been given yet.
  readonly toRate: readonly string[];
  /// Talks that were given out, and those that as many have rated as the plan wants.
  readonly given: number;
  readonly rated: number;
}

/// A plan that was read and could be kept.
export interface CheckedPlan {
  readonly id: string;
  readonly title: string;
  readonly needed: number;
  readonly people: number;
  readonly doubts: readonly string[];
}

function parseHead(from: Fields): Head {
  return {
    id: text(from, "id"), title: text(from, "title"), state: oneOf(from, "state", STATES),
  };
}

function parseEntry(value: unknown): TrialEntry {
  const from = fields(value, "study");
  return {
    ...parseHead(from),
    planned: number(from, "people"),
    enrolled: number(from, "enrolled"),
    done: number(from, "done"),
  };
}

function parseOutcome(value: unknown): Outcome {
  const from = fields(value, "outcome");
  return {
    title: text(from, "title"),
    measure: text(from, "measure"),
    instrument: text(from, "instrument"),
    first: text(from, "first"),
    second: text(from, "second"),
    test: text(from, "test"),
  };
}

function parsePlan(value: unknown): Plan {
  const from = fields(value, "plan");
  const raters = fields(from["raters"], "raters");
  const sample = fields(from["sample"], "sample");
  return {
    question: text(from, "question"),
    arms: list(from, "arms", (item) => {
      const arm = fields(item, "arm");
      return {
        title: text(arm, "title"),
        talks: list(arm, "talks", (one) => {
          const talk = fields(one, "talk");
          return { name: text(talk, "name"), condition: text(talk, "condition") };
        }),
      };
    }),
    consent: text(from, "consent"),
    before: list(from, "before", asText),
    after: list(from, "after", asText),
    ratedWith: list(raters, "instruments", asText),
    raters: number(raters, "number"),
    primary: parseOutcome(from["primary"]),
    secondary: list(from, "secondary", parseOutcome),
    smallest: number(sample, "smallest"),
    power: number(sample, "power"),
    alpha: number(sample, "alpha"),
    people: number(sample, "people"),
    needed: number(sample, "needed"),
    doubts: list(from, "doubts", asText),
    analysis: text(from, "analysis"),
  };
}

function counted<K extends string>(from: Fields, keys: readonly K[]): Readonly<Record<K, number>> {
  return Object.fromEntries(keys.map((key) => [key, asNumber(from[key])])) as Record<K, number>;
}

function parseFlow(value: unknown): Flow {
  const from = fields(value, "flow");
  const arms = list(from, "arms", (item) => {
    const arm = fields(item, "arm");
    return { title: text(arm, "title"), ...counted(arm, ARM_COUNTS) };
  });
  return { ...counted(from, COUNTS), arms };
}

function parseEdition(value: unknown): Edition {
  const from = fields(value, "edition");
  return {
    number: number(from, "edition"),
    hash: text(from, "sha256"),
    changes: textOr(from, "changes"),
    day: text(from, "day"),
    enrolled: number(from, "enrolled"),
  };
}

function parseParticipant(value: unknown): Participant {
  const from = fields(value, "participant");
  return {
    account: text(from, "id"),
    name: textOr(from, "name"),
    step: text(from, "step"),
    talks: number(from, "talks"),
    of: number(from, "of"),
  };
}

export function parseTrial(value: unknown): Trial {
  const from = fields(value, "study");
  return {
    ...parseHead(from),
    plan: parsePlan(from["plan"]),
    editions: list(from, "editions", parseEdition),
    hash: text(from, "sha256"),
    text: text(from, "text"),
    notes: list(from, "notes", asText),
    flow: parseFlow(from["flow"]),
    people: list(from, "people", parseParticipant),
    toRate: list(from, "to_rate", asText),
    given: number(from, "given"),
    rated: number(from, "rated"),
  };
}

function parseChecked(value: unknown): CheckedPlan {
  const from = fields(value, "plan");
  return {
    id: text(from, "id"),
    title: text(from, "title"),
    needed: number(from, "needed"),
    people: number(from, "people"),
    doubts: list(from, "doubts", asText),
  };
}

export const trialAt = (id: string): string => `/api/trials/${encodeURIComponent(id)}`;

export const trials = (): Promise<Answer<TrialEntry[]>> =>
  ask("/api/trials", {}, (body) => list(fields(body, "answer"), "trials", parseEntry));

export const trial = (id: string): Promise<Answer<Trial>> => ask(trialAt(id), {}, parseTrial);

/// With `check` nothing is kept.
export const givePlan = (plan: string, check: boolean): Promise<Answer<CheckedPlan>> =>
  ask("/api/trials", carrying("POST", { text: plan, check }), parseChecked);

export const freezeTrial = (id: string): Promise<Answer<Trial>> =>
  ask(`${trialAt(id)}/freeze`, carrying("POST", {}), parseTrial);

export const closeTrial = (id: string): Promise<Answer<Trial>> =>
  ask(`${trialAt(id)}/close`, carrying("POST", {}), parseTrial);

export const enroll = (id: string, people: readonly string[]): Promise<Answer<Trial>> =>
  ask(`${trialAt(id)}/enroll`, carrying("POST", { people }), parseTrial);

export const giveToRaters = (id: string, raters: readonly string[]): Promise<Answer<Trial>> =>
  ask(`${trialAt(id)}/raters`, carrying("POST", { raters }), parseTrial);

export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

export const exportTrial = (id: string): Promise<Answer<ExportedFile[]>> =>
  ask(`${trialAt(id)}/export`, {}, (body) => list(fields(body, "answer"), "files", (item) => {
    const file = fields(item, "file");
    return { name: text(file, "name"), text: text(file, "text") };
  }));
