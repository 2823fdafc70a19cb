/// Moves between views without loading the page anew.
import type { ComponentChildren, JSX } from "preact";

/// Goes to an address of this page. `replace` leaves no step back to the present one.
export function go(path: string, how: "push" | "replace" = "push"): void {
  if (how === "push") history.pushState(null, "", path);
  else history.replaceState(null, "", path);
  window.dispatchEvent(new PopStateEvent("popstate"));
}

interface Props {
  readonly to: string;
  readonly look?: string;
  readonly children: ComponentChildren;
}

export function Anchor({ to, look = "", children }: Props): JSX.Element {
  const press = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };
  const current = location.pathname === to ? "page" : undefined;
  return <a href={to} class={look} aria-current={current} onClick={press}>{children}</a>;
}
