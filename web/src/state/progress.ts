/// Progress in plain words.
import type { Progress } from "../api/progress";

const SKILLS: Readonly<Record<string, string>> = {
  reflections: "Giving back what you heard, beside asking",
  complex_reflections: "Reflections that reach for the meaning",
  open_questions: "Questions that leave room",
  takes_up: "Replies that take up what they feel or mean",
  no_unasked_advice: "Replies without advice that nobody asked for",
  cues_caught: "Hints taken up",
  risk_asked: "Asking about suicide when it was due",
};

export function abilityWords(skill: string): string {
  const words = SKILLS[skill] ?? skill.replaceAll("_", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/// "One talk", "4 talks".
export function talkCount(talks: number): string {
  return talks === 1 ? "One talk" : `${talks} talks`;
}

/// The time from which a further heavy talk is no worry; "" when none is named.
export function restWords({ exposure }: Pick<Progress, "exposure">, now: number): string {
  const { state, until } = exposure;
  if (state !== "cool_down" || until === null || until <= now) return "";
  const day = new Date(until).toDateString() === new Date(now).toDateString() ? "" : "tomorrow ";
  const time = new Intl.DateTimeFormat(undefined, { timeStyle: "short" }).format(until);
  return `A good time to come back: ${day}after ${time}.`;
}
