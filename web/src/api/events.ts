/// The events of docs/formats/event.md, as far as a trainee's page needs them.
import type { Terms } from "./catalog";

export const EMOTIONS = [
  "anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral",
] as const;
export type Emotion = (typeof EMOTIONS)[number];
export type Scores = Readonly<Record<Emotion, number>>;

export const KINDS = ["motivational_interviewing", "empathic_response", "support"] as const;
export type Kind = (typeof KINDS)[number];

/// When ideas come: when asked for, by themselves, or not at all.
export const HELPS = ["on_request", "always", "off"] as const;
export type Help = (typeof HELPS)[number];

export type Speaker = "client" | "supporter";
export type Ending = "goodbye" | "now" | "stop" | "left";

/// Words that carried a label: code points [start, end) of the turn's text.
export interface Evidence {
  readonly head: string;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/// What a supporter's words do: skills by name, and what they ask ("about_suicide").
export interface Doing {
  readonly main: string;
  readonly skills: readonly string[];
  readonly asks: readonly string[];
}

/// How a turn's words read (docs/formats/reading.md).
export interface Reading {
  readonly label: Emotion;
  readonly labels: readonly Emotion[];
  readonly scores: Scores;
  readonly valence: number;
  readonly arousal: number;
  /// Null for a client's words.
  readonly doing: Doing | null;
  readonly abstains: readonly string[];
  readonly why: readonly Evidence[];
}

export interface Card {
  readonly kind: Kind;
  readonly skill: string;
  readonly why: string;
  readonly text: string;
  /// The client's words that it serves, as they stand there; "" when it serves none.
  readonly cue: string;
}

/// One kind remark on the supporter's words of a turn; at most one a turn, and seldom.
export interface Nudge {
  readonly turn: number;
  readonly kind: string;
  readonly text: string;
  /// The words that it rests on, quoted from the talk.
  readonly words: string;
  /// The reading under it is unsure, so it asks.
  readonly asks: boolean;
}

export type Body =
  | {
      readonly type: "opened";
      readonly case: string;
      readonly help: Help;
      /// Measured skill chose the help.
      readonly fading: boolean;
      /// The service had said beforehand that supervisors read such talks.
      readonly announced: boolean;
      /// Until its words are erased; 0: until somebody deletes it.
      readonly days: number;
    }
  | { readonly type: "agreed"; readonly terms: Terms }
  | {
      readonly type: "said";
      readonly turn: number;
      readonly speaker: Speaker;
      readonly text: string;
      readonly key: string;
      readonly typingMs: readonly number[];
      /// Why written words stand where a language model's were to; null when they do not.
      readonly steppedIn: string | null;
    }
  | {
      readonly type: "read";
      readonly turn: number;
      readonly speaker: Speaker;
      readonly reading: Reading;
    }
  | { readonly type: "suggested"; readonly turn: number; readonly cards: readonly Card[] }
  | { readonly type: "nudged"; readonly nudge: Nudge }
  | { readonly type: "disputed"; readonly turn: number; readonly kind: string }
  | { readonly type: "consulted"; readonly turn: number }
  | { readonly type: "guessed"; readonly turn: number; readonly emotion: Emotion }
  | { readonly type: "paused" }
  | { readonly type: "resumed" }
  | { readonly type: "closed"; readonly how: Ending }
  | { readonly type: "rated" }
  /// Known to the format, of no account to this page before the debrief.
  | { readonly type: "other" };

export type Event = Body & { readonly seq: number; readonly at: number };
