/// Names the window and brings the reader to the view's heading.
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/// From now on a new view's heading takes the focus.
export function moved(): void {
  document.documentElement.dataset["moved"] = "yes";
}

/// The heading takes the focus after a move within the page, not when the page is first opened.
export function useTitle(title: string): RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    document.title = title === "Attune" ? title : `${title} · Attune`;
  }, [title]);
  useLayoutEffect(() => {
    if (document.documentElement.dataset["moved"]) heading.current?.focus();
  }, []);
  return heading;
}
