/// The talk as a trainee may see it: a fold over visible events.
import { NO_TERMS, type Terms } from "../api/catalog";
import type {
  Card, Emotion, Ending, Event, Help, Nudge, Reading, Speaker,
} from "../api/events";

export interface Message {
  readonly seq: number;
  readonly turn: number;
  readonly speaker: Speaker;
  readonly text: string;
  /// A client's text in the pieces in which it was typed; a supporter's text whole.
  readonly bubbles: readonly string[];
  readonly key: string;
  /// Why these are written words in place of a language model's: at the first such turn alone.
  readonly steppedIn: string | null;
}

type ByTurn<T> = Readonly<Record<number, T>>;

export interface Talk {
  readonly caseId: string;
  readonly help: Help;
  readonly fading: boolean;
  readonly announced: boolean;
  readonly days: number;
  readonly terms: Terms;
  /// The last sequence number received.
  readonly last: number;
  readonly messages: readonly Message[];
  /// How the client's words of a turn read.
  readonly readings: ByTurn<Reading>;
  /// How the supporter's own words of a turn read.
  readonly own: ByTurn<Reading>;
  readonly cards: ByTurn<readonly Card[]>;
  readonly nudges: ByTurn<Nudge>;
  /// Turns whose nudge the supporter sees differently.
  readonly disputed: readonly number[];
  /// After which events a supervisor was turned to.
  readonly consulted: readonly number[];
  readonly guesses: ByTurn<Emotion>;
  readonly paused: boolean;
  readonly closed: Ending | null;
  readonly rated: boolean;
}

export const EMPTY: Talk = {
  caseId: "", help: "on_request", fading: false, announced: false, days: 0, terms: NO_TERMS,
  last: 0, messages: [], readings: {}, own: {}, cards: {}, nudges: {}, disputed: [], consulted: [],
  guesses: {}, paused: false, closed: null, rated: false,
};

function withSaid(talk: Talk, event: Event & { type: "said" }): Talk {
  const { seq, turn, speaker, text, key } = event;
  const bubbles = speaker === "client" ? text.split("\n") : [text];
  const told = talk.messages.some((message) => message.steppedIn !== null);
  const steppedIn = told ? null : event.steppedIn;
  const message = { seq, turn, speaker, text, bubbles, key, steppedIn };
  return { ...talk, messages: [...talk.messages, message] };
}

function folded(talk: Talk, event: Event): Talk {
  switch (event.type) {
    case "opened": {
      const { help, fading, announced, days } = event;
      return { ...talk, caseId: event.case, help, fading, announced, days };
    }
    case "agreed":
      return { ...talk, terms: event.terms };
    case "said":
      return withSaid(talk, event);
    case "read":
      if (event.speaker === "supporter") {
        return { ...talk, own: { ...talk.own, [event.turn]: event.reading } };
      }
      return { ...talk, readings: { ...talk.readings, [event.turn]: event.reading } };
    case "suggested":
      return { ...talk, cards: { ...talk.cards, [event.turn]: event.cards } };
    case "nudged":
      return { ...talk, nudges: { ...talk.nudges, [event.nudge.turn]: event.nudge } };
    case "disputed":
      return { ...talk, disputed: [...talk.disputed, event.turn] };
    case "consulted":
      return { ...talk, consulted: [...talk.consulted, event.seq] };
    case "guessed":
      return { ...talk, guesses: { ...talk.guesses, [event.turn]: event.emotion } };
    case "paused":
      return { ...talk, paused: true };
    case "resumed":
      return { ...talk, paused: false };
    case "closed":
      return { ...talk, closed: event.how, paused: false };
    case "rated":
      return { ...talk, rated: true };
    case "other":
      return talk;
  }
}

/// An event that was received before changes nothing.
export function heard(talk: Talk, event: Event): Talk {
  if (event.seq <= talk.last) return talk;
  return { ...folded(talk, event), last: event.seq };
}

export function lastMessage(talk: Talk): Message | undefined {
  return talk.messages.at(-1);
}

export function lastWords(talk: Talk): Message | undefined {
  return talk.messages.findLast((message) => message.speaker === "client");
}

/// True while the client has yet to begin, or to answer the supporter's last words.
export function owed(talk: Talk): boolean {
  return talk.closed === null && lastMessage(talk)?.speaker !== "client";
}
