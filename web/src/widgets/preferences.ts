/// What the supporter chose for every talk: asked once, and told the server when it changes.
import { useEffect, useState } from "preact/hooks";
import { preferences, prefer } from "../api/http";
import type { Preferences } from "../api/preferences";

export interface Preferred {
  /// Null while they are being fetched, and where the server keeps none.
  readonly value: Preferences | null;
  readonly problem: string;
  /// True once the server has them; until then, and if it refuses, the old ones stand.
  readonly change: (by: Partial<Preferences>) => Promise<boolean>;
}

export function usePreferences(): Preferred {
  const [value, setValue] = useState<Preferences | null>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    let wanted = true;
    void preferences().then((answer) => {
      if (wanted && "ok" in answer) setValue(answer.ok);
    });
    return () => {
      wanted = false;
    };
  }, []);
  const change = async (by: Partial<Preferences>): Promise<boolean> => {
    if (!value) return false;
    const wish = { ...value, ...by };
    setValue(wish);
    const answer = await prefer(wish);
    const kept = "ok" in answer;
    if (!kept) setValue(value);
    setProblem(kept ? "" : answer.refused.message);
    return kept;
  };
  return { value, problem, change };
}
