/// The live page as plain data: what was said, what is on its way, and what is on screen.
import type { Emotion, Ending, Event, Kind } from "../api/events";
import type { Code, FromPage, Items } from "../api/frames";
import { type Outbox, held } from "./outbox";
import type { Reveal } from "./pace";
import { EMPTY, type Talk } from "./talk";

/// `joining` until the first `ready`; `away` after a loss.
export type Link = "joining" | "ready" | "away";

/// A nudge seen differently; `reason` may be "".
export interface Dispute {
  readonly turn: number;
  readonly kind: string;
  readonly reason: string;
}

/// Acts that are said again after a loss until the log shows them.
export interface Wishes {
  readonly suggest: boolean;
  readonly consult: boolean;
  readonly disputes: readonly Dispute[];
  readonly paused: boolean | null;
  readonly end: Extract<Ending, "now" | "stop"> | null;
  readonly rate: { readonly items: Items; readonly redo: number | null } | null;
}

export type Notice = "conflict" | "busy" | "refused" | "too_late" | "again";

export interface Practice {
  readonly talk: Talk;
  readonly link: Link;
  readonly reveal: Reveal | null;
  /// Since when the client is known to write words that have not come yet.
  readonly typingSince: number | null;
  readonly outbox: Outbox;
  readonly draft: string;
  readonly adopted: Kind | "";
  /// The next words are a goodbye.
  readonly goodbye: boolean;
  readonly typedAt: number;
  /// When the client's last words were all on screen.
  readonly heardAt: number;
  /// The supporter has typed since then.
  readonly wrote: boolean;
  readonly notice: Notice | null;
  /// The key of words on hold until the supporter says whether they are of the exercise; "" for none.
  readonly checkIn: string;
  readonly wishes: Wishes;
  /// Small acts made while there was no connection.
  readonly later: readonly FromPage[];
}

export type Input =
  | { readonly do: "event"; readonly event: Event }
  | { readonly do: "ready" }
  | { readonly do: "typing" }
  | { readonly do: "away" }
  | { readonly do: "ack"; readonly key: string }
  | { readonly do: "check_in"; readonly key: string }
  | { readonly do: "in_exercise" }
  | { readonly do: "about_me" }
  | { readonly do: "refused"; readonly code: Code; readonly key: string }
  | { readonly do: "typed"; readonly text: string }
  | { readonly do: "say"; readonly key: string }
  | { readonly do: "take_back" }
  | { readonly do: "adopt"; readonly kind: Kind; readonly text: string }
  | { readonly do: "goodbye"; readonly on: boolean }
  | { readonly do: "suggest" }
  | { readonly do: "consult" }
  | { readonly do: "dispute"; readonly dispute: Dispute }
  | { readonly do: "guess"; readonly turn: number; readonly emotion: Emotion }
  | { readonly do: "pause"; readonly on: boolean }
  | { readonly do: "end"; readonly how: "now" | "stop" }
  | { readonly do: "rate"; readonly items: Items; readonly redo: number | null }
  | { readonly do: "tick" };

/// The state after an input, and what is to be said to the server.
export interface Step {
  readonly state: Practice;
  readonly frames: readonly FromPage[];
}

/// What the page kept from before a reload.
export interface Kept {
  readonly draft: string;
  readonly unsent: readonly Omit<Outbox[number], "phase" | "until" | "tries" | "inExercise">[];
}

const NO_WISHES: Wishes = {
  suggest: false, consult: false, disputes: [], paused: null, end: null, rate: null,
};

export function joined(kept: Kept, now: number): Practice {
  return {
    talk: EMPTY, link: "joining", reveal: null, typingSince: null,
    outbox: kept.unsent.map((words) => held(words, now)),
    draft: kept.draft, adopted: "", goodbye: false, typedAt: 0, heardAt: now, wrote: false,
    notice: null, checkIn: "", wishes: NO_WISHES, later: [],
  };
}

/// Paused, or about to be: a pause counts from the press.
export function isPaused({ talk, wishes }: Practice): boolean {
  return talk.closed === null && (wishes.paused ?? talk.paused);
}

/// True once the talk is closed and the client's last words are on screen.
export function ended(state: Practice): boolean {
  return state.talk.closed !== null && state.reveal === null;
}
