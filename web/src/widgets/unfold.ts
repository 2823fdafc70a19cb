/// For paper, everything that is folded opens, and folds again afterwards.
import { useLayoutEffect } from "preact/hooks";

export function useUnfoldForPrint(): void {
  useLayoutEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = (): void => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
      for (const fold of opened) fold.open = true;
    };
    const shut = (): void => {
      for (const fold of opened) fold.open = false;
      opened = [];
    };
    window.addEventListener("beforeprint", open);
    window.addEventListener("afterprint", shut);
    return () => {
      window.removeEventListener("beforeprint", open);
      window.removeEventListener("afterprint", shut);
    };
  }, []);
}
