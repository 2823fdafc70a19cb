/// Questionnaires of a study, one sheet a page: where one stands, and what was answered so far.
import type { Items } from "../api/frames";
import type { AnsweredSheet, Questions } from "../api/trial";

export interface Questionnaire {
  /// The page in view, from 0.
  readonly page: number;
  readonly answers: Readonly<Record<string, Items>>;
}

export const UNANSWERED: Questionnaire = { page: 0, answers: {} };

export function answered(
  state: Questionnaire, instrument: string, item: string, value: number,
): Questionnaire {
  const sheet = { ...state.answers[instrument], [item]: value };
  return { ...state, answers: { ...state.answers, [instrument]: sheet } };
}

export function turned(state: Questionnaire, by: number, pages: number): Questionnaire {
  const page = Math.min(Math.max(state.page + by, 0), pages - 1);
  return page === state.page ? state : { ...state, page };
}

/// How many questions of a sheet are open still.
export function left({ answers }: Questionnaire, { id, items }: Questions): number {
  return items.filter((item) => answers[id]?.[item.id] === undefined).length;
}

export function sheetsOf(
  { answers }: Questionnaire, questions: readonly Questions[],
): AnsweredSheet[] {
  return questions.map(({ id }) => ({ instrument: id, answers: answers[id] ?? {} }));
}

/// What a browser kept; anything else is a fresh start.
export function recalled(stored: string | null): Questionnaire {
  try {
    const kept = JSON.parse(stored ?? "null") as Partial<Questionnaire> | null;
    if (kept && typeof kept.page === "number" && typeof kept.answers === "object") {
      return { page: kept.page, answers: kept.answers ?? {} };
    }
  } catch {
    // Begun anew.
  }
  return UNANSWERED;
}
