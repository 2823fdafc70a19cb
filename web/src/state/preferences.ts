/// The choices before a talk, in plain words.
import type { Person } from "../api/catalog";
import { HELP_WISHES, type HelpWish } from "../api/preferences";

interface HelpWords {
  readonly wish: HelpWish;
  readonly name: string;
  readonly line: string;
}

const WORDS: Readonly<Record<HelpWish, Omit<HelpWords, "wish">>> = {
  on_request: {
    name: "When I ask",
    line: "Three ideas for a reply are one press away, once you have begun a thought of your own.",
  },
  always: {
    name: "Always",
    line: "Three ideas stand beside the talk after each of their turns. Nothing is sent for you.",
  },
  fading: {
    name: "Fading as I get better",
    line: "Ideas step back as your own words carry more. Now and then a talk is without them, so " +
      "that you can see what you do alone.",
  },
  off: { name: "None", line: "Only you and the person you talk with." },
};

export const HELP_WORDS: readonly HelpWords[] =
  HELP_WISHES.map((wish) => ({ wish, ...WORDS[wish] }));

export interface Theme {
  readonly id: string;
  readonly name: string;
}

/// The heavy ones first: those are looked for.
export const THEMES: readonly Theme[] = [
  { id: "suicide", name: "Thoughts of suicide" },
  { id: "self_harm", name: "Self-harm" },
  { id: "abuse", name: "Abuse" },
  { id: "trauma", name: "Trauma" },
  { id: "psychosis", name: "Hearing or seeing what others do not" },
  { id: "grief", name: "Grief" },
  { id: "illness", name: "Illness" },
  { id: "caregiving", name: "Caring for someone" },
  { id: "birth", name: "Birth, and the time after" },
  { id: "family", name: "Family" },
  { id: "breakup", name: "A breakup" },
  { id: "substance_use", name: "Alcohol or drugs" },
  { id: "panic", name: "Panic" },
  { id: "bullying", name: "Bullying" },
  { id: "loneliness", name: "Loneliness" },
  { id: "friendship", name: "Friendship" },
  { id: "exams", name: "Exams" },
  { id: "loss_of_work", name: "Losing work" },
];

export function themeWords(id: string): string {
  return THEMES.find((theme) => theme.id === id)?.name ?? id.replaceAll("_", " ");
}

/// "grief, illness and family", in lower case.
export function themeList(ids: readonly string[]): string {
  const names = ids.map((id) => themeWords(id)).map((name) =>
    `${name.charAt(0).toLowerCase()}${name.slice(1)}`);
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/// Those of a person's themes that are left out.
export function leftOut(person: Person, avoid: readonly string[]): string[] {
  return person.themes.filter((theme) => avoid.includes(theme));
}
