/// Words that may be about the supporter: held until they say, and handed back if they are.
import { change, without } from "./outbox";
import type { Practice } from "./practice";

/// Words that stay here go back into the composer, before what is there.
export function handedBack(state: Practice, key: string): Practice {
  const unsent = state.outbox.find((words) => words.key === key);
  if (!unsent) return state;
  const draft = state.draft.trim() ? `${unsent.text}\n${state.draft}` : unsent.text;
  const { adopted, goodbye } = unsent;
  return { ...state, outbox: without(state.outbox, key), draft, adopted, goodbye };
}

export function checkIn(state: Practice, key: string): Practice {
  if (!state.outbox.some((words) => words.key === key)) return state;
  return { ...state, checkIn: key, outbox: change(state.outbox, key, { phase: "asked" }) };
}

/// The same words go out again at once.
export function inExercise(state: Practice, now: number): Practice {
  const by = { phase: "held", until: now, inExercise: true } as const;
  return { ...state, checkIn: "", outbox: change(state.outbox, state.checkIn, by) };
}

/// Nothing goes out, and nobody hears of it.
export function aboutMe(state: Practice): Practice {
  return { ...handedBack(state, state.checkIn), checkIn: "" };
}
