/// One stop for Tab among several buttons; the arrow keys, Home and End move along them.
import { useRef, useState } from "preact/hooks";

export interface Roving {
  readonly at: number;
  readonly tabIndex: (i: number) => 0 | -1;
  readonly hold: (i: number) => (element: HTMLElement | null) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (i: number) => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity,
};

export function useRoving(count: number): Roving {
  const [at, setAt] = useState(0);
  const elements = useRef<(HTMLElement | null)[]>([]);
  return {
    at,
    tabIndex: (i) => (i === at ? 0 : -1),
    hold: (i) => (element) => {
      elements.current[i] = element;
    },
    onKeyDown: (event) => {
      const step = STEPS[event.key];
      if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const next = Math.min(Math.max(at + step, 0), count - 1);
      setAt(next);
      elements.current[next]?.focus();
    },
    onFocus: setAt,
  };
}
