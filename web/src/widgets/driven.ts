/// A session's live state, for as long as the view is on screen.
import { useEffect, useState } from "preact/hooks";
import { exists } from "../api/http";
import { Driver } from "../state/driver";

/// `gone`: there is no such session. `unreadable`: the server says what this page cannot read.
export type Trouble = "gone" | "unreadable" | null;

export interface Driven {
  readonly driver: Driver | null;
  readonly trouble: Trouble;
}

export function useDriver(session: string): Driven {
  const [driver, setDriver] = useState<Driver | null>(null);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [, setCount] = useState(0);
  useEffect(() => {
    setTrouble(null);
    const made: Driver = new Driver(session, {
      changed: () => setCount((count) => count + 1),
      unreadable: () => setTrouble("unreadable"),
      lost: () => void stillThere(session).then((there) => !there && setTrouble("gone")),
    });
    setDriver(made);
    return () => made.close();
  }, [session]);
  return { driver, trouble };
}

async function stillThere(session: string): Promise<boolean> {
  const answer = await exists(session);
  return "ok" in answer || answer.refused.code !== "not_found";
}
