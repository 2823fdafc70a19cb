/// Ratios of motivational interviewing beside published thresholds, as rows of a table.
import type { Ratios } from "../api/timeline";

const share = (value: number | null): string =>
  value === null ? "–" : `${Math.round(100 * value)} %`;

/// What, in this talk, and where a beginner and an experienced counselor are expected: MITI 3.1.1.
export function ratioRows(ratios: Ratios): [string, string, string, string][] {
  const { reflectionsToQuestions: each } = ratios;
  return [
    ["Reflections for each question", each === null ? "–" : each.toFixed(1), "1.0", "2.0"],
    ["Deeper ones among reflections", share(ratios.complexShare), "40 %", "50 %"],
    ["Open ones among questions", share(ratios.openShare), "50 %", "70 %"],
    ["Replies in its spirit, of those for or against it", share(ratios.adherentShare), "90 %",
      "100 %"],
  ];
}
