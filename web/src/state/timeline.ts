/// The points of the timeline, in plain words.
import type { Debrief } from "../api/debrief";
import { EMOTIONS } from "../api/events";
import type { Point, Tone } from "../api/timeline";
import { NOUNS } from "./reading_line";
import { KIND_WORDS, skillWords } from "./words";

const PHASES: Readonly<Record<string, string>> = {
  arriving: "arriving",
  exploring: "exploring",
  disclosing: "opening up",
  looking_ahead: "looking ahead",
  withdrawing: "drawing back",
  closing: "closing",
};

export function phaseWords(phase: string): string {
  return PHASES[phase] ?? phase.replaceAll("_", " ");
}

export interface Stretch {
  readonly phase: string;
  /// Places in the timeline, both included.
  readonly from: number;
  readonly to: number;
}

/// Neighbors of the same phase as one stretch.
export function stretches(points: readonly Point[]): Stretch[] {
  const found: Stretch[] = [];
  for (const [i, { phase }] of points.entries()) {
    const last = found.at(-1);
    if (last?.phase === phase) found.splice(-1, 1, { ...last, to: i });
    else found.push({ phase, from: i, to: i });
  }
  return found;
}

export function toneWords(tone: Tone | null): string {
  if (!tone) return "–";
  const known = EMOTIONS.find((emotion) => emotion === tone.emotion);
  return tone.unclear || !known ? "unclear" : NOUNS[known].toLowerCase();
}

const CHANGES: Readonly<Record<string, string>> = {
  opened: "a hint shown",
  caught: "a hint taken up",
  withdrawn: "a hint taken back",
  missed: "a hint still unspoken",
};

/// What became of hints at this point: "a hint taken up (loss)".
export function cueWords({ cues }: Point): string[] {
  return cues.map(({ kind, change }) =>
    `${CHANGES[change] ?? change.replaceAll("_", " ")} (${kind.replaceAll("_", " ")})`);
}

/// The sign of a hint on the timeline; its words stand in the name of the point and in the table.
export function cueSign({ cues }: Point): string {
  const changes = cues.map(({ change }) => change);
  if (changes.includes("caught")) return "●";
  if (changes.includes("opened")) return "○";
  return changes.length > 0 ? "·" : "";
}

export function ideaWords({ idea }: Point): string {
  const kind = Object.entries(KIND_WORDS).find(([name]) => name === idea);
  return kind ? kind[1].toLowerCase() : idea.replaceAll("_", " ");
}

/// What the reply did: its skills, or else its coarse behavior.
export function didWords({ supporter }: Point): string {
  if (!supporter) return "";
  const { skills, main } = supporter;
  return (skills.length > 0 ? skills : [main]).map(skillWords).join(", ");
}

/// All of a point in one sentence: the name of its button.
export function pointWords(point: Point, name: string): string {
  const { turn, trust, guard, distress, client, phase } = point;
  const parts = [
    turn === 0 ? "The opening" : `Turn ${turn}`,
    didWords(point) && `you: ${didWords(point)}`,
    client && `${name}’s words read as ${toneWords(client)}`,
    phase && phaseWords(phase),
    `trust ${trust.toFixed(2)}, guard ${guard.toFixed(2)}, distress ${distress.toFixed(2)}`,
    ...cueWords(point),
    point.nudge !== "" && "a remark",
    point.idea !== "" && `began as an idea: ${ideaWords(point)}`,
    point.consulted && "you turned to your supervisor",
  ];
  return `${parts.filter(Boolean).join("; ")}.`;
}

export interface AtTurn {
  readonly client: string;
  readonly reply: string;
  readonly answer: string;
  readonly causes: readonly string[];
  /// The texts of remarks on the reply.
  readonly nudges: readonly string[];
}

/// What was said at a turn; at 0 the client's opening alone.
export function saidAt({ transcript, nudges }: Debrief, turn: number): AtTurn | null {
  const at = transcript.findIndex((line) => line.turn === turn);
  const line = transcript[at];
  if (!line) {
    const opening = turn === 0 ? transcript[0]?.client : undefined;
    return opening === undefined
      ? null : { client: "", reply: "", answer: opening, causes: [], nudges: [] };
  }
  const texts = nudges.filter((nudge) => nudge.turn === turn).map((nudge) => nudge.text);
  const { client, reply, causes } = line;
  const answer = line.answer || (transcript[at + 1]?.client ?? "");
  return { client, reply, answer, causes, nudges: texts };
}

const MECHANISMS: Readonly<Record<string, string>> = {
  emotional_reactions: "Warmth put into words",
  interpretations: "Saying what it may be like for them",
  explorations: "Asking further into it",
};

/// How many replies showed each kind of empathy not at all, somewhat, strongly.
export function empathyRows(points: readonly Point[]): [string, number, number, number][] {
  const replies = points.flatMap(({ supporter }) => (supporter ? [supporter.empathy] : []));
  return Object.entries(MECHANISMS).flatMap(([mechanism, words]) => {
    const levels = replies.flatMap((reply) => reply[mechanism] ?? []);
    if (levels.length === 0) return [];
    const at = (level: number): number => levels.filter((one) => one === level).length;
    return [[words, at(0), at(1), at(2)]] as [string, number, number, number][];
  });
}
