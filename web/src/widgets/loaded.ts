/// Asks the server once, and again on demand.
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Answer, Refusal } from "../api/http";

export interface Loaded<T> {
  readonly value: T | null;
  readonly refused: Refusal | null;
  readonly again: () => void;
  /// The server has said something: a value, which may be null, or a refusal.
  readonly answered: boolean;
}

/// `ask` must keep its identity while the question stays the same.
export function useLoaded<T>(ask: () => Promise<Answer<T>>): Loaded<T> {
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  const [count, setCount] = useState(0);
  useEffect(() => {
    let wanted = true;
    void ask().then((given) => {
      if (wanted) setAnswer(given);
    });
    return () => {
      wanted = false;
    };
  }, [ask, count]);
  const again = useCallback(() => setCount((before) => before + 1), []);
  return {
    value: answer && "ok" in answer ? answer.ok : null,
    refused: answer && "refused" in answer ? answer.refused : null,
    again,
    answered: answer !== null,
  };
}
