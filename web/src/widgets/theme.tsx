/// Light or dark: as the system has it, or as the person chose.
import type { JSX } from "preact";
import { useState } from "preact/hooks";

type Theme = "light" | "dark";
const NAME = "attune.theme";

function chosen(): Theme | null {
  const stored = localStorage.getItem(NAME);
  return stored === "light" || stored === "dark" ? stored : null;
}

function current(): Theme {
  return chosen() ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

/// Sets the page's theme, and follows the system while nothing is chosen.
export function applyTheme(): void {
  const set = (): void => {
    document.documentElement.dataset["theme"] = current();
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", set);
  set();
}

export function ThemeButton(): JSX.Element {
  const [theme, setTheme] = useState<Theme>(current);
  const turn = (): void => {
    const next = theme === "dark" ? "light" : "dark";
    localStorage.setItem(NAME, next);
    document.documentElement.dataset["theme"] = next;
    setTheme(next);
  };
  return (
    <button type="button" class="link small" onClick={turn}>
      {theme === "dark" ? "Light colors" : "Dark colors"}
    </button>
  );
}
