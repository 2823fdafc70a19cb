/// Moves the focus to what takes the place of the control that was pressed.
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/// `place` goes on the element that will appear; `expect()` is called when the control is pressed.
export function useFocusOn<T extends HTMLElement>(): {
  readonly place: RefObject<T>;
  readonly expect: () => void;
} {
  const place = useRef<T>(null);
  const expected = useRef(false);
  useLayoutEffect(() => {
    if (!expected.current || !place.current) return;
    expected.current = false;
    place.current.focus();
  });
  const expect = (): void => {
    expected.current = true;
  };
  return { place, expect };
}
