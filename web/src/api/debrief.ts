/// The debrief as docs/formats/debrief.md lays it down.
import type { Items } from "./frames";
import type { Figure } from "./catalog";
import type { Differing } from "./differing";
import type { Scores } from "./events";
import type { Protocol } from "./protocol";
import type { Point, Ratios, Told } from "./timeline";

export interface Exchange {
  readonly client: string;
  readonly reply: string;
  /// What the client wrote back, where it is shown.
  readonly answer?: string;
}

export interface Worked extends Exchange {
  readonly turn: number;
  readonly why: string;
}

export interface Moment extends Exchange {
  readonly turn: number;
  readonly title: string;
  readonly beneath: string;
  readonly anotherWay: string;
  readonly branchTurn: number;
  readonly expertsDiffer: readonly Differing[];
}

/// What the client felt after a turn; turn 0 is the start.
export interface Felt {
  readonly turn: number;
  readonly valence: number;
  readonly arousal: number;
  readonly distress: number;
  readonly trust: number;
  readonly hope: number;
  readonly guard: number;
  readonly emotions: Scores;
}

export interface CueFigure {
  readonly kind: string;
  readonly words: string;
  readonly opened: number | null;
  readonly outcome: string;
  readonly how: string;
  readonly turn: number | null;
}

export interface Figures {
  readonly states: readonly Felt[];
  /// From the opening on, one a turn.
  readonly timeline: readonly Point[];
  /// Null where they were not computed.
  readonly ratios: Ratios | null;
  readonly skills: readonly { skill: string; count: number; own: number }[];
  readonly cues: readonly CueFigure[];
  readonly layers: readonly { about: string; turn: number | null }[];
  readonly words: { supporter: number; client: number };
  readonly questions: number;
  readonly reflections: number;
  readonly advice: number;
  readonly suggestions: { offered: number; adopted: number; edited: number; ignored: number };
  readonly trust: readonly Figure[];
  /// How far scores are trusted at this service; only those that were measured here.
  readonly trustHere: readonly TrustHere[];
}

export interface TrustHere {
  readonly title: string;
  /// False: it is left out of the page, for the reason that `text` gives.
  readonly shown: boolean;
  readonly text: string;
}

export interface Line extends Exchange {
  readonly turn: number;
  readonly main: string;
  readonly skills: readonly string[];
  readonly causes: readonly string[];
  readonly expertsDiffer: readonly Differing[];
}

export interface Compare {
  readonly session: string;
  readonly fromTurn: number;
  readonly before: readonly Exchange[];
  readonly after: readonly Exchange[];
}

export interface SelfRating {
  readonly items: Items;
  readonly redo: number | null;
}

export interface Debrief {
  readonly session: string;
  readonly caseId: string;
  readonly name: string;
  readonly ending: string;
  readonly outOfRole: string;
  readonly safety: readonly { turn: number | null; text: string }[];
  readonly self: SelfRating | null;
  readonly worked: readonly Worked[];
  readonly moments: readonly Moment[];
  readonly note: string;
  readonly unsaid: readonly string[];
  readonly next: string;
  readonly nudges: readonly Told[];
  /// On the talk as a whole.
  readonly expertsDiffer: readonly Differing[];
  /// Null where no protocol fits.
  readonly protocol: Protocol | null;
  readonly figures: Figures;
  readonly transcript: readonly Line[];
  readonly compare: Compare | null;
}
