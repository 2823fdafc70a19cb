import { parseTerms } from "./catalog";
import {
  type Fields, WireError, asNumber, asText, fields, flag, list, number, numberOr, oneOf, text, textOr,
} from "./decode";
import {
  type Body, type Card, type Doing, EMOTIONS, type Emotion, type Event, type Evidence,
  HELPS, KINDS, type Nudge, type Reading, type Scores,
} from "./events";

const SPEAKERS = ["client", "supporter"] as const;
const ENDINGS = ["goodbye", "now", "stop", "left"] as const;
const OTHERS = [
  "moved", "intended", "cue_opened", "cue_caught", "cue_withdrawn", "cue_missed", "disclosed",
  "adopted", "unheard", "erased",
];

export function parseScores(value: unknown): Scores {
  const from = fields(value, "scores");
  const scores: Partial<Record<Emotion, number>> = {};
  for (const emotion of EMOTIONS) scores[emotion] = number(from, emotion);
  return scores as Scores;
}

function parseEvidence(value: unknown): Evidence {
  const from = fields(value, "evidence");
  return {
    head: text(from, "for"),
    start: number(from, "start"),
    end: number(from, "end"),
    weight: number(from, "weight"),
  };
}

function parseDoing(from: Fields): Doing | null {
  if (!("skills" in from)) return null;
  const skills = fields(from["skills"], "skills");
  const asks = fields(from["asks"] ?? {}, "asks");
  return {
    main: text(skills, "main"),
    skills: list(skills, "labels", asText),
    asks: Object.keys(asks).filter((name) => asks[name] === true),
  };
}

export function parseReading(value: unknown): Reading {
  const from = fields(value, "reading");
  const emotion = fields(from["emotion"], "emotion");
  return {
    label: oneOf(emotion, "label", EMOTIONS),
    labels: list(emotion, "labels", (label) => oneOf({ label }, "label", EMOTIONS)),
    scores: parseScores(emotion["scores"]),
    valence: number(from, "valence"),
    arousal: number(from, "arousal"),
    doing: parseDoing(from),
    abstains: list(from, "abstains", asText),
    why: list(from, "why", parseEvidence),
  };
}

function parseCard(value: unknown): Card {
  const from = fields(value, "card");
  return {
    kind: oneOf(from, "kind", KINDS),
    skill: text(from, "skill"),
    why: text(from, "why"),
    text: text(from, "text"),
    cue: textOr(from, "cue"),
  };
}

export function parseNudge(from: Fields): Nudge {
  return {
    turn: number(from, "turn"),
    kind: text(from, "kind"),
    text: text(from, "text"),
    words: textOr(from, "words"),
    asks: flag(from, "asks"),
  };
}

/// A kind of docs/formats/llm.md, or "unfit" when words came and did not pass.
function parseSteppedIn(worded: unknown): string | null {
  if (worded === undefined) return null;
  const from = fields(worded, "worded");
  return text(from, "by") === "authored" ? textOr(from, "trouble") || "unfit" : null;
}

function parseSaid(from: Fields): Body {
  return {
    type: "said",
    turn: number(from, "turn"),
    speaker: oneOf(from, "speaker", SPEAKERS),
    text: text(from, "text"),
    key: textOr(from, "key"),
    typingMs: list(from, "typing_ms", asNumber),
    steppedIn: parseSteppedIn(from["worded"]),
  };
}

function parseBody(type: string, from: Fields): Body {
  switch (type) {
    case "opened":
      return {
        type,
        case: text(from, "case"),
        help: HELPS.find((help) => help === from["help"]) ?? "on_request",
        fading: flag(from, "fading"),
        announced: flag(from, "announced"),
        days: numberOr(from, "days") ?? 0,
      };
    case "agreed":
      return { type, terms: parseTerms(from) };
    case "said":
      return parseSaid(from);
    case "read": {
      const speaker = oneOf(from, "speaker", SPEAKERS);
      return { type, turn: number(from, "turn"), speaker, reading: parseReading(from["reading"]) };
    }
    case "suggested":
      return { type, turn: number(from, "turn"), cards: list(from, "cards", parseCard) };
    case "nudged":
      return { type, nudge: parseNudge(from) };
    case "disputed":
      return { type, turn: number(from, "turn"), kind: text(from, "kind") };
    case "consulted":
      return { type, turn: number(from, "turn") };
    case "guessed":
      return { type, turn: number(from, "turn"), emotion: oneOf(from, "emotion", EMOTIONS) };
    case "closed":
      return { type, how: oneOf(from, "how", ENDINGS) };
    case "paused":
    case "resumed":
    case "rated":
      return { type };
    default:
      if (OTHERS.includes(type)) return { type: "other" };
      throw new WireError("an event has a type that this page does not know");
  }
}

/// Refuses an unknown type, ignores unknown fields.
export function parseEvent(value: unknown): Event {
  const from = fields(value, "event");
  const body = parseBody(text(from, "type"), from);
  return { ...body, seq: number(from, "seq"), at: number(from, "at") };
}
