/// Where experts judged a reply, or a whole talk, differently (docs/formats/debrief.md).
import { type Fields, asText, fields, list, text } from "./decode";

export interface Differing {
  /// What they judged: the title of a code, or the question of an item.
  readonly title: string;
  /// What each side says, without names.
  readonly reasons: readonly string[];
}

/// Those of `from`; none where experts agree or nobody has rated it.
export function parseDiffering(from: Fields): Differing[] {
  return list(from, "experts_differ", (item) => {
    const one = fields(item, "experts_differ");
    return { title: text(one, "title"), reasons: list(one, "reasons", asText) };
  });
}
