/// Plain words for what the wire names.
import type { Ending, Kind } from "../api/events";
import type { Figure } from "../api/catalog";

export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  motivational_interviewing: "Listen for what matters",
  empathic_response: "Feel with",
  support: "Offer",
};

export const SKILLS: Readonly<Record<string, string>> = {
  open_question: "open question",
  closed_question: "closed question",
  simple_reflection: "simple reflection",
  complex_reflection: "deeper reflection",
  reframe: "another way to see it",
  affirm: "naming a strength",
  emphasize_autonomy: "leaving the choice with them",
  seek_collaboration: "working it out together",
  support: "warmth",
  advise: "advice",
  advise_with_permission: "advice with leave",
  advise_without_permission: "advice before it was asked for",
  confront: "disagreeing",
  direct: "telling them what to do",
  warn: "warning",
  raise_concern: "voicing a worry",
  give_information: "giving information",
  self_disclosure: "something of your own",
  grounding: "steadying",
  structure: "saying how the talk can go",
  introduction: "introducing yourself",
  chit_chat: "small talk",
  inappropriate: "words that may hurt",
  closing: "saying goodbye",
  other: "other words",
  question: "asking",
  reflection: "reflecting",
  input: "giving",
  ask_directly: "asking directly",
  stay: "staying with it",
  share: "sharing something of your own",
};

/// An unknown name is shown as it is, without its underscores.
export function skillWords(skill: string): string {
  return SKILLS[skill] ?? skill.replaceAll("_", " ");
}

const ASKS: Readonly<Record<string, string>> = {
  about_suicide: "asking directly about suicide",
  about_safety: "asking about safety",
  leading: "a question that leans towards its answer",
};

/// What a turn asks, as far as that is worth a word of its own.
export function askWords(asks: readonly string[]): string[] {
  return asks.flatMap((name) => ASKS[name] ?? []);
}

const DIFFICULTIES = ["A gentle start", "Asks for patience", "Demanding"];

export function difficultyWords(difficulty: number): string {
  return DIFFICULTIES[difficulty - 1] ?? "Demanding";
}

export function endingWords(ending: Ending, name: string): string {
  switch (ending) {
    case "goodbye":
      return `You and ${name} said goodbye.`;
    case "now":
      return "You ended the talk here.";
    case "stop":
      return "You stopped, and that is all right. It counts against nobody.";
    case "left":
      return `${name} has left the chat. People sometimes do; it need not be about you.`;
  }
}

function decimals(value: number): string {
  return value.toFixed(2);
}

const HEADS: Readonly<Record<string, string>> = {
  emotion: "Emotion",
  fine: "Finer feelings",
  valence: "Pleasant",
  arousal: "Stirred",
  skills: "What a turn does",
  empathy: "Empathy",
  talk: "Change talk",
  risk: "Risk",
  concerns: "What experts may fault",
};

export function headWords(head: string): string {
  const [whole = head, ...part] = head.split(":");
  const words = HEADS[whole] ?? whole.replaceAll("_", " ");
  return part.length > 0 ? `${words}, ${skillWords(part.join(":"))}` : words;
}

/// "macro-F1 0.52 (0.50–0.54), n = 1,200, a held-out part, 2026-11-12"; the date does not break.
export function figureWords(figure: Figure): string {
  const { statistic, value, low, high, n, measuredOn, date } = figure;
  const interval = low !== null && high !== null ? ` (${decimals(low)}–${decimals(high)})` : "";
  const on = measuredOn ? `, ${measuredOn}` : "";
  const when = date ? `, ${date.replaceAll("-", "\u2011")}` : "";
  const count = n.toLocaleString("en");
  return `${statistic} ${decimals(value)}${interval}, n = ${count}${on}${when}`;
}

/// The figures of one reading: its head, or the parts of it ("emotion:sadness").
export function figuresOf(figures: readonly Figure[], head: string): Figure[] {
  const whole = figures.filter((figure) => figure.head === head);
  return whole.length > 0
    ? whole
    : figures.filter((figure) => figure.head.startsWith(`${head}:`));
}

/// The first words of a text, for a row's name.
export function brief(text: string, most = 60): string {
  const line = text.replaceAll("\n", " ").trim();
  const points = [...line];
  if (points.length <= most) return line;
  return `${points.slice(0, most).join("").replace(/\s+\S*$/, "")}…`;
}

/// What became of a hint. A missed one is no fault: it is still there to be heard.
export const OUTCOMES: Readonly<Record<string, string>> = {
  caught: "taken up",
  late: "taken up later",
  withdrawn: "taken back by them",
  missed: "still unspoken",
  subtle: "one that few would catch; not counted",
};
