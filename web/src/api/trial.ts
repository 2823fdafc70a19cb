/// A study as somebody who takes part in it meets it. Which arm they are in is never told.
import { type Answer, ask, carrying, done } from "./ask";
import { fields, list, number, oneOf, text, textOr } from "./decode";
import type { Items } from "./frames";
import { type Instrument, parseItem } from "./instrument";

interface Step {
  readonly trial: string;
  readonly title: string;
}

/// A questionnaire: one sheet.
export type Questions = Pick<Instrument, "id" | "title" | "items">;

export type TrialStep =
  | Step & { readonly step: "consent"; readonly text: string }
  /// Questions before or after the talks.
  | Step & { readonly step: "before" | "after"; readonly questions: readonly Questions[] }
  | Step & {
      readonly step: "talk";
      /// From 1, of how many.
      readonly talk: number;
      readonly of: number;
      /// Whom it is with.
      readonly name: string;
      /// The talk when it has begun; "" until then.
      readonly session: string;
    }
  | Step & { readonly step: "done" };

function parseQuestions(value: unknown): Questions {
  const from = fields(value, "questionnaire");
  return { id: text(from, "id"), title: text(from, "title"), items: list(from, "items", parseItem) };
}

const STEPS = ["consent", "before", "talk", "after", "done"] as const;

export function parseTrialStep(body: unknown): TrialStep | null {
  const from = fields(body, "step");
  if (from["trial"] === null) return null;
  const head = { trial: text(from, "trial"), title: textOr(from, "title") };
  const step = oneOf(from, "step", STEPS);
  switch (step) {
    case "consent":
      return { ...head, step, text: text(from, "text") };
    case "before":
    case "after":
      return { ...head, step, questions: list(from, "questionnaires", parseQuestions) };
    case "talk": {
      const talk = fields(from["talk"], "talk");
      return {
        ...head, step, talk: number(talk, "number"), of: number(talk, "of"),
        name: text(talk, "name"), session: textOr(talk, "session"),
      };
    }
    case "done":
      return { ...head, step };
  }
}

export interface AnsweredSheet {
  readonly instrument: string;
  readonly answers: Items;
}

export const trialStep = (): Promise<Answer<TrialStep | null>> =>
  ask("/api/trial", {}, parseTrialStep);

/// Yes or no; no after yes is leaving.
export const consentToTrial = (agree: boolean): Promise<Answer<true>> =>
  ask("/api/trial/consent", carrying("POST", { agree }), done);

export const answerTrial = (sheets: readonly AnsweredSheet[]): Promise<Answer<true>> =>
  ask("/api/trial/answers", carrying("POST", { sheets }), done);

/// With whom, and with which help, the study says. Goes back to a talk that was begun.
export const beginTrialTalk = (): Promise<Answer<string>> =>
  ask("/api/trial/talk", carrying("POST", {}), (body) => text(fields(body, "session"), "id"));
