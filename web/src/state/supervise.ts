/// Shared talks under the name of whose they are: names in order, each one's talks newest first.
import type { SharedTalk } from "../api/team";

export function bySupporter(talks: readonly SharedTalk[]): [string, SharedTalk[]][] {
  const groups = new Map<string, SharedTalk[]>();
  for (const talk of talks) {
    groups.set(talk.supporter, [...(groups.get(talk.supporter) ?? []), talk]);
  }
  const named = [...groups].sort(([one], [other]) => one.localeCompare(other));
  return named.map(([name, own]) => [name, own.sort((one, other) => other.opened - one.opened)]);
}
