/// A choice of the person's, kept by the browser and shared by all that show it. Off at first.
import { useLayoutEffect, useState } from "preact/hooks";

export type Setting = "attune.guess_first" | "attune.read_draft";

const followers = new Set<() => void>();

function isOn(setting: Setting): boolean {
  return localStorage.getItem(setting) === "yes";
}

export function useSetting(setting: Setting): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(isOn(setting));
  // Before the first paint: a key struck at once must not find nobody following.
  useLayoutEffect(() => {
    const look = (): void => setOn(isOn(setting));
    followers.add(look);
    return () => void followers.delete(look);
  }, [setting]);
  const turn = (wish: boolean): void => {
    localStorage.setItem(setting, wish ? "yes" : "no");
    for (const look of followers) look();
  };
  return [on, turn];
}
