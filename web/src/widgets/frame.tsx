/// The frame of every page but the live talk: name, notice, content, what it is not.
import type { ComponentChildren, JSX } from "preact";
import { Anchor } from "./anchor";
import { Notice, WhatItIsNot } from "./notice";
import { Outside } from "./outside";
import { ThemeButton } from "./theme";
import "./frame.css";

export function Frame({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <div class="frame">
      <header class="frame-top">
        <nav class="frame-nav" aria-label="Pages">
          <Anchor to="/" look="wordmark">Attune</Anchor>
          <Anchor to="/progress" look="frame-link">Progress</Anchor>
        </nav>
        <Notice />
      </header>
      <main id="main">{children}</main>
      <footer class="frame-foot">
        <div><WhatItIsNot /><Outside /></div>
        <p class="no-print"><ThemeButton /></p>
      </footer>
    </div>
  );
}
