/// Ratios of motivational interviewing beside published bounds, as rows of a table.
import type { Ratio, Ratios } from "../api/timeline";

const times = (value: number): string => value.toFixed(1);
const share = (value: number): string => `${Math.round(100 * value)} %`;

function row(name: string, { value, bounds }: Ratio, say: (value: number) => string): string[] {
  return [name, ...[value, bounds[0] ?? null, bounds[1] ?? null].map((one) =>
    one === null ? "–" : say(one))];
}

/// What, in this talk, and where beginners and experienced counselors are expected.
export function ratioRows(ratios: Ratios): string[][] {
  return [
    row("Reflections for each question", ratios.reflectionsToQuestions, times),
    row("Deeper ones among reflections", ratios.complexShare, share),
    row("Open ones among questions", ratios.openShare, share),
    row("Replies in its spirit, of those for or against it", ratios.adherentShare, share),
  ];
}

const WHY: Readonly<Record<string, string>> = {
  few: "there were too few questions and reflections to compare.",
  grief: "these counts come from talks about changing something. Where someone grieves, they would " +
    "measure the wrong thing.",
  risk: "these counts come from talks about changing something. Where someone may be in danger, " +
    "they would measure the wrong thing.",
};

/// Why there are none for a talk.
export function hiddenWords({ hidden }: Ratios): string {
  return `Left out for this talk: ${WHY[hidden] ?? "they would say little about it."}`;
}
