/// A draft that is saved at every change, and the time spent on it.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { putDraft } from "../../api/review_http";
import { Keeper } from "../../state/review_keeper";
import { savingWords } from "../../state/review_saving";
import { type Watch, spent, touched, turnedAway, watching } from "../../state/review_time";

const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel", "touchmove"] as const;

function useWatch(seconds: number): () => number {
  const watch = useRef<Watch>(watching(seconds, Date.now()));
  useEffect(() => {
    const touch = (): void => {
      watch.current = touched(watch.current, Date.now());
    };
    const turn = (): void => {
      const move = document.hidden ? turnedAway : touched;
      watch.current = move(watch.current, Date.now());
    };
    for (const sign of SIGNS) document.addEventListener(sign, touch, { passive: true });
    document.addEventListener("visibilitychange", turn);
    return () => {
      for (const sign of SIGNS) document.removeEventListener(sign, touch);
      document.removeEventListener("visibilitychange", turn);
    };
  }, []);
  return () => {
    watch.current = touched(watch.current, Date.now());
    return spent(watch.current);
  };
}

/// One for each task for as long as the page lives: what is on its way when the rater turns to
/// something else still arrives, and in its order.
const keepers = new Map<string, Keeper>();

function keeperOf(task: string): Keeper {
  const known = keepers.get(task);
  if (known) return known;
  const made = new Keeper(task, (draft) => putDraft(task, draft));
  keepers.set(task, made);
  return made;
}

export interface Drafting {
  readonly words: string;
  /// `body` is the draft as it travels, with the seconds spent so far.
  readonly keep: (body: (seconds: number) => object) => void;
  readonly stop: () => Promise<void>;
  readonly resume: () => void;
  /// It was handed in: nothing of the draft is kept.
  readonly done: () => void;
  readonly seconds: () => number;
}

export function useDrafting(task: string, secondsBefore: number): Drafting {
  const seconds = useWatch(secondsBefore);
  const [, setCount] = useState(0);
  const keeper = keeperOf(task);
  useLayoutEffect(() => {
    keeper.changed = () => setCount((count) => count + 1);
    return () => {
      keeper.changed = () => undefined;
    };
  }, [keeper]);
  return {
    words: savingWords(keeper.saving),
    keep: (body) => keeper.keep(body(seconds())),
    stop: () => keeper.stop(),
    resume: () => keeper.resume(),
    done: () => {
      keeper.forget();
      keepers.delete(task);
    },
    seconds,
  };
}
