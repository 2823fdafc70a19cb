/// `advance(state, input, now)`: the one way in which the live page changes. Pure.
import type { FromPage } from "../api/frames";
import { aboutMe, checkIn, handedBack, inExercise } from "./check_in";
import {
  HOLD_MS, afterLoss, backoff, change, held, nextOut, sayFrame, without,
} from "./outbox";
import { appearsAt, beginReveal, revealed } from "./pace";
import {
  type Dispute, type Input, type Practice, type Step, type Wishes, isPaused,
} from "./practice";
import { heard, lastMessage, owed } from "./talk";

const still = (state: Practice): Step => ({ state, frames: [] });

function said(state: Practice, frame: FromPage): Step {
  if (state.link === "ready") return { state, frames: [frame] };
  return still({ ...state, later: [...state.later, frame] });
}

function wish(state: Practice, by: Partial<Wishes>, frame: FromPage): Step {
  const wished = { ...state, wishes: { ...state.wishes, ...by } };
  return { state: wished, frames: state.link === "ready" ? [frame] : [] };
}

/// What the log does not show yet is said again.
function unfulfilled(state: Practice): FromPage[] {
  const { wishes, talk } = state;
  const frames: FromPage[] = [];
  if (wishes.suggest && talk.closed === null) frames.push({ type: "suggest" });
  if (wishes.consult && talk.closed === null) frames.push({ type: "consult" });
  if (talk.closed === null) frames.push(...wishes.disputes.map(disputeFrame));
  if (wishes.paused !== null && wishes.paused !== talk.paused && talk.closed === null) {
    frames.push({ type: wishes.paused ? "pause" : "resume" });
  }
  if (wishes.end && talk.closed === null) frames.push({ type: "end", how: wishes.end });
  if (wishes.rate && !talk.rated) frames.push(rateFrame(wishes.rate));
  return frames;
}

function disputeFrame({ turn, kind, reason }: Dispute): FromPage {
  return { type: "dispute", turn, kind, ...(reason === "" ? {} : { reason }) };
}

function rateFrame(rate: NonNullable<Wishes["rate"]>): FromPage {
  const { items, redo } = rate;
  return { type: "rate", items, ...(redo === null ? {} : { redo }) };
}

function clientSpoke(state: Practice, typingMs: readonly number[], now: number): Practice {
  const message = lastMessage(state.talk);
  const waiting = state.outbox.some((unsent) => unsent.phase === "held");
  const since = state.typingSince ?? now;
  const fresh = { ...state, wrote: false, heardAt: now, typingSince: null };
  if (!message || state.link !== "ready" || state.wishes.end) return fresh;
  if (!waiting) return { ...fresh, reveal: beginReveal(message, typingMs, since) };
  // Words were already on their way: show the client's at once and leave time to take ours back.
  const outbox = state.outbox.map((unsent) =>
    unsent.phase === "held"
      ? { ...unsent, until: now + HOLD_MS, seen: state.talk.last }
      : unsent);
  return { ...fresh, outbox };
}

/// Words of ours come back from the log; words of another window make ours stale.
function supporterSpoke(state: Practice, key: string): Practice {
  const ours = state.outbox.some((unsent) => unsent.key === key);
  if (ours) return { ...state, outbox: without(state.outbox, key) };
  const stale = state.outbox.filter(({ phase }) => state.link === "ready" && phase === "held");
  const back = stale.reduceRight((next, words) => handedBack(next, words.key), state);
  return stale.length > 0 ? { ...back, notice: "conflict" } : state;
}

function otherDisputes(state: Practice, turn: number): Dispute[] {
  return state.wishes.disputes.filter((dispute) => dispute.turn !== turn);
}

function onEvent(before: Practice, input: Input & { do: "event" }, now: number): Practice {
  const { event } = input;
  if (event.seq <= before.talk.last) return before;
  const state = { ...before, talk: heard(before.talk, event) };
  switch (event.type) {
    case "said":
      if (event.speaker === "client") return clientSpoke(state, event.typingMs, now);
      return supporterSpoke(state, event.key);
    case "suggested":
      return { ...state, wishes: { ...state.wishes, suggest: false } };
    case "consulted":
      return { ...state, wishes: { ...state.wishes, consult: false } };
    case "disputed":
      return { ...state, wishes: { ...state.wishes, disputes: otherDisputes(state, event.turn) } };
    case "paused":
    case "resumed":
      return { ...state, wishes: { ...state.wishes, paused: null } };
    case "closed":
      return { ...state, goodbye: false, typingSince: null, reveal: event.how === "now" || event.how === "stop"
        ? null : state.reveal };
    case "rated":
      return { ...state, wishes: { ...state.wishes, rate: null } };
    default:
      return state;
  }
}

function onRefused(state: Practice, input: Input & { do: "refused" }, now: number): Practice {
  const { code, key } = input;
  const unsent = state.outbox.find((words) => words.key === key);
  const retry = code === "busy" || code === "unavailable" || code === "internal";
  if (!unsent) {
    const wishes = { ...state.wishes, suggest: false, consult: false, disputes: [] };
    return { ...state, notice: "again", wishes };
  }
  if (retry) {
    const by = {
      phase: "held", until: now + backoff(unsent.tries), tries: unsent.tries + 1,
    } as const;
    return { ...state, outbox: change(state.outbox, key, by), notice: "busy" };
  }
  const notice = state.talk.closed !== null
    ? "too_late" : code === "conflict" ? "conflict" : "refused";
  return { ...handedBack(state, key), notice };
}

function onSay(state: Practice, key: string, now: number): Practice {
  const text = state.draft.trim();
  if (!text || state.talk.closed !== null) return state;
  const { adopted, goodbye } = state;
  const words = held({ key, text, adopted, goodbye, seen: state.talk.last }, now);
  const earlier = state.outbox.map((unsent) =>
    unsent.phase === "held" ? { ...unsent, until: Math.min(unsent.until, now) } : unsent);
  return {
    ...state, outbox: [...earlier, words], draft: "", adopted: "", goodbye: false, reveal: null,
    notice: null, typedAt: 0,
  };
}

function onTakeBack(state: Practice): Practice {
  const last = state.outbox.findLast((unsent) => unsent.phase === "held");
  return last ? handedBack({ ...state, notice: null }, last.key) : state;
}

function onTick(state: Practice, now: number): Step {
  let next = state;
  if (next.reveal && !isPaused(next)) {
    const reveal = revealed(next.reveal, next.typedAt, now);
    next = { ...next, reveal, heardAt: reveal ? next.heardAt : now };
  }
  const unsent = next.link === "ready" && !owed(next.talk) && next.talk.closed === null
    ? nextOut(next.outbox, now) : undefined;
  if (!unsent) return still(next);
  next = { ...next, outbox: change(next.outbox, unsent.key, { phase: "sending" }) };
  return { state: next, frames: [sayFrame(unsent)] };
}

function onReady(state: Practice): Step {
  const ready: Practice = { ...state, link: "ready", later: [] };
  return { state: ready, frames: [...state.later, ...unfulfilled(ready)] };
}

export function advance(state: Practice, input: Input, now: number): Step {
  switch (input.do) {
    case "event":
      return still(onEvent(state, input, now));
    case "ready":
      return onReady(state);
    case "typing":
      if (!owed(state.talk) || state.typingSince !== null) return still(state);
      return still({ ...state, typingSince: now });
    case "away":
      return still({
        ...state, link: "away", reveal: null, typingSince: null, outbox: afterLoss(state.outbox),
      });
    case "ack":
      return still({
        ...state, outbox: change(state.outbox, input.key, { phase: "kept" }),
        notice: state.notice === "busy" ? null : state.notice,
      });
    case "refused":
      return still(onRefused(state, input, now));
    case "check_in":
      return still(checkIn(state, input.key));
    case "in_exercise":
      return still(inExercise(state, now));
    case "about_me":
      return still(aboutMe(state));
    case "typed":
      return still({
        ...state, draft: input.text, typedAt: now, wrote: true,
        adopted: input.text.trim() ? state.adopted : "",
        notice: state.notice === "busy" ? "busy" : null,
      });
    case "say":
      return still(onSay(state, input.key, now));
    case "take_back":
      return still(onTakeBack(state));
    case "adopt":
      return said(
        { ...state, draft: input.text, adopted: input.kind }, { type: "adopt", kind: input.kind });
    case "goodbye":
      return still({ ...state, goodbye: input.on });
    case "suggest":
      return wish(state, { suggest: true }, { type: "suggest" });
    case "consult":
      return wish(state, { consult: true }, { type: "consult" });
    case "dispute": {
      const disputes = [...state.wishes.disputes, input.dispute];
      return wish(state, { disputes }, disputeFrame(input.dispute));
    }
    case "guess":
      return said(state, { type: "guess", turn: input.turn, emotion: input.emotion });
    case "pause":
      return wish(state, { paused: input.on }, { type: input.on ? "pause" : "resume" });
    case "end":
      return wish({ ...state, reveal: null }, { end: input.how }, { type: "end", how: input.how });
    case "rate": {
      const rate = { items: input.items, redo: input.redo };
      return wish(state, { rate }, rateFrame(rate));
    }
    case "tick":
      return onTick(state, now);
  }
}

/// When the next tick is due, or null when nothing waits for time to pass.
export function wakesAt(state: Practice): number | null {
  const times: number[] = [];
  if (state.reveal && !isPaused(state)) times.push(appearsAt(state.reveal, state.typedAt));
  if (state.link === "ready" && !owed(state.talk) && state.talk.closed === null) {
    const first = state.outbox[0];
    if (first?.phase === "held") times.push(first.until);
  }
  return times.length > 0 ? Math.min(...times) : null;
}
