import { parseFigure } from "./catalog";
import {
  type Compare, type CueFigure, type Debrief, type Exchange, type Felt, type Figures, type Line,
  type Moment, type SelfRating, type Worked,
} from "./debrief";
import { type Fields, asText, fields, flag, list, number, numberOr, text, textOr } from "./decode";
import { parseDiffering } from "./differing";
import { EMOTIONS, type Scores } from "./events";
import { parseScores } from "./event_wire";
import { parseProtocol } from "./protocol";
import { parsePoint, parseRatios, parseTold } from "./timeline";

const NONE = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, 0])) as Scores;

function exchange(value: unknown): Exchange & { from: Fields } {
  const from = fields(value, "exchange");
  return { from, client: textOr(from, "client"), reply: textOr(from, "reply") };
}

function parseWorked(value: unknown): Worked {
  const { from, client, reply } = exchange(value);
  const answer = textOr(from, "answer");
  return { client, reply, answer, turn: number(from, "turn"), why: text(from, "why") };
}

function parseMoment(value: unknown): Moment {
  const { from, client, reply } = exchange(value);
  return {
    client,
    reply,
    answer: textOr(from, "answer"),
    turn: number(from, "turn"),
    title: text(from, "title"),
    beneath: textOr(from, "beneath"),
    anotherWay: textOr(from, "another_way"),
    branchTurn: number(from, "branch_turn"),
    expertsDiffer: parseDiffering(from),
  };
}

function parseFelt(value: unknown): Felt {
  const from = fields(value, "state");
  return {
    turn: numberOr(from, "turn") ?? 0,
    valence: number(from, "valence"),
    arousal: number(from, "arousal"),
    distress: number(from, "distress"),
    trust: number(from, "trust"),
    hope: number(from, "hope"),
    guard: number(from, "guard"),
    emotions: from["emotions"] === undefined ? NONE : parseScores(from["emotions"]),
  };
}

function parseCue(value: unknown): CueFigure {
  const from = fields(value, "cue");
  return {
    kind: text(from, "kind"),
    words: textOr(from, "words"),
    opened: numberOr(from, "opened"),
    outcome: text(from, "outcome"),
    how: textOr(from, "how"),
    turn: numberOr(from, "turn"),
  };
}

function parseFigures(value: unknown): Figures {
  const from = fields(value, "figures");
  const words = fields(from["words"] ?? {}, "words");
  const ideas = fields(from["suggestions"] ?? {}, "suggestions");
  // docs/formats/debrief.md names the three counts beside "words"; a reader takes them from either.
  const count = (name: string): number => numberOr(from, name) ?? numberOr(words, name) ?? 0;
  return {
    states: list(from, "states", parseFelt),
    timeline: list(from, "timeline", parsePoint),
    ratios: parseRatios(from["mi"]),
    skills: list(from, "skills", (item) => {
      const skill = fields(item, "skill");
      return {
        skill: text(skill, "skill"), count: number(skill, "count"), own: number(skill, "own"),
      };
    }),
    cues: list(from, "cues", parseCue),
    layers: list(from, "layers", (item) => {
      const layer = fields(item, "layer");
      return { about: text(layer, "about"), turn: numberOr(layer, "turn") };
    }),
    words: {
      supporter: numberOr(words, "supporter") ?? 0,
      client: numberOr(words, "client") ?? 0,
    },
    questions: count("questions"),
    reflections: count("reflections"),
    advice: count("advice"),
    suggestions: {
      offered: numberOr(ideas, "offered") ?? 0,
      adopted: numberOr(ideas, "adopted") ?? 0,
      edited: numberOr(ideas, "edited") ?? 0,
      ignored: numberOr(ideas, "ignored") ?? 0,
    },
    trust: list(from, "trust_in_scores", parseFigure),
    trustHere: list(from, "trust_here", (item) => {
      const one = fields(item, "trust");
      return { title: text(one, "title"), shown: flag(one, "shown"), text: text(one, "text") };
    }),
  };
}

function parseLine(value: unknown): Line {
  const { from, client, reply } = exchange(value);
  return {
    client,
    reply,
    answer: textOr(from, "answer"),
    turn: number(from, "turn"),
    main: textOr(from, "main"),
    skills: list(from, "skills", asText),
    causes: list(from, "causes", asText),
    expertsDiffer: parseDiffering(from),
  };
}

function parseCompare(value: unknown): Compare | null {
  if (value === undefined || value === null) return null;
  const from = fields(value, "compare");
  // What came back stands before the next reply; only the last has nothing after it.
  const plain = (item: unknown): Exchange => {
    const { from: own, client, reply } = exchange(item);
    return { client, reply, answer: textOr(own, "answer") };
  };
  const future = (key: string): Exchange[] => {
    const all = list(from, key, plain);
    return all.map((one, i) => (i + 1 < all.length ? { ...one, answer: "" } : one));
  };
  return {
    session: text(from, "session"),
    fromTurn: number(from, "from_turn"),
    before: future("before"),
    after: future("after"),
  };
}

function parseSelf(value: unknown): SelfRating | null {
  if (value === undefined || value === null) return null;
  const from = fields(value, "self");
  const items = fields(from["items"] ?? {}, "items");
  return {
    items: Object.fromEntries(Object.keys(items).map((id) => [id, number(items, id)])),
    redo: numberOr(from, "redo"),
  };
}

export function parseDebrief(value: unknown): Debrief {
  const from = fields(value, "debrief");
  return {
    session: text(from, "session"),
    caseId: text(from, "case"),
    name: text(from, "name"),
    ending: text(from, "ending"),
    outOfRole: text(from, "out_of_role"),
    safety: list(from, "safety", (item) => {
      const point = fields(item, "safety");
      return { turn: numberOr(point, "turn"), text: text(point, "text") };
    }),
    self: parseSelf(from["self"]),
    worked: list(from, "worked", parseWorked),
    moments: list(from, "moments", parseMoment),
    note: textOr(from, "note"),
    unsaid: list(from, "unsaid", asText),
    next: textOr(from, "next"),
    nudges: list(from, "nudges", parseTold),
    expertsDiffer: parseDiffering(from),
    protocol: parseProtocol(from["protocol"]),
    figures: parseFigures(from["figures"] ?? {}),
    transcript: list(from, "transcript", parseLine),
    compare: parseCompare(from["compare"]),
  };
}
