/// The steps of a service in one talk (docs/formats/protocol.md).
import { fields, list, numberOr, text, textOr } from "./decode";

export interface ProtocolStep {
  readonly id: string;
  readonly title: string;
  /// not_due, due, done, late, missed.
  readonly state: string;
  readonly turn: number | null;
  readonly due: number | null;
  readonly words: string;
}

/// The service's protocol that fits a talk, and where the talk stands by it.
export interface Protocol {
  readonly title: string;
  readonly steps: readonly ProtocolStep[];
}

function parseStep(value: unknown): ProtocolStep {
  const from = fields(value, "step");
  return {
    id: text(from, "id"),
    title: text(from, "title"),
    state: text(from, "state"),
    turn: numberOr(from, "turn"),
    due: numberOr(from, "due"),
    words: textOr(from, "words"),
  };
}

/// Null where no protocol fits.
export function parseProtocol(value: unknown): Protocol | null {
  if (value === undefined || value === null) return null;
  const from = fields(value, "protocol");
  return { title: text(from, "title"), steps: list(from, "steps", parseStep) };
}
