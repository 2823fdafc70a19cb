/// How practice goes over the talks so far (docs/formats/progress.md).
import { fields, flag, list, number, numberOr, text, textOr } from "./decode";
import { HELPS, type Help } from "./events";

/// One skill on the supporter's own words: over all talks with its interval, and talk by talk.
export interface Skill {
  readonly skill: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly talks: readonly { session: string; value: number; n: number }[];
}

/// How one talk's ideas were used; `share` of the replies began as one, each weighed by what was kept.
export interface Leaning {
  readonly session: string;
  readonly offered: number;
  readonly adopted: number;
  readonly edited: number;
  readonly share: number;
}

export type ExposureState = "fine" | "check_in" | "cool_down";

export interface Progress {
  readonly talks: number;
  readonly skills: readonly Skill[];
  readonly dependence: readonly Leaning[];
  /// A sentence on how that went; "" while there are too few talks.
  readonly trend: string;
  readonly fading: { level: Help; why: string; withoutHelpNext: boolean };
  readonly next: { caseId: string; why: string } | null;
  readonly exposure: { state: ExposureState; why: string; until: number | null };
}

const STATES: readonly ExposureState[] = ["fine", "check_in", "cool_down"];

function parseSkill(value: unknown): Skill {
  const from = fields(value, "skill");
  return {
    skill: text(from, "skill"),
    value: number(from, "value"),
    low: numberOr(from, "low"),
    high: numberOr(from, "high"),
    n: number(from, "n"),
    talks: list(from, "talks", (item) => {
      const talk = fields(item, "talk");
      const n = number(talk, "n");
      return { session: text(talk, "session"), value: number(talk, "value"), n };
    }),
  };
}

function parseLeaning(value: unknown): Leaning {
  const from = fields(value, "talk");
  return {
    session: text(from, "session"),
    offered: number(from, "offered"),
    adopted: number(from, "adopted"),
    edited: number(from, "edited"),
    share: number(from, "share"),
  };
}

function parseNext(value: unknown): Progress["next"] {
  if (value === undefined || value === null) return null;
  const from = fields(value, "next");
  return { caseId: text(from, "case"), why: text(from, "why") };
}

export function parseProgress(value: unknown): Progress {
  const from = fields(value, "progress");
  const fading = fields(from["fading"] ?? {}, "fading");
  const exposure = fields(from["exposure"] ?? {}, "exposure");
  return {
    talks: number(from, "talks"),
    skills: list(from, "skills", parseSkill),
    dependence: list(from, "dependence", parseLeaning),
    trend: textOr(from, "trend"),
    fading: {
      level: HELPS.find((help) => help === fading["level"]) ?? "on_request",
      why: textOr(fading, "why"),
      withoutHelpNext: flag(fading, "without_help_next"),
    },
    next: parseNext(from["next"]),
    exposure: {
      state: STATES.find((state) => state === exposure["state"]) ?? "fine",
      why: textOr(exposure, "why"),
      until: numberOr(exposure, "until"),
    },
  };
}
