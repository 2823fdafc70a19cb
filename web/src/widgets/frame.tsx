/// The frame of every page but the live talk: name, notice, content, what it is not.
import type { ComponentChildren, JSX } from "preact";
import { pagesFor } from "../state/pages";
import { Anchor } from "./anchor";
import { Notice, WhatItIsNot } from "./notice";
import { Outside } from "./outside";
import { ThemeButton } from "./theme";
import { useWho } from "./who";
import "./frame.css";

export function Frame({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { me } = useWho();
  return (
    <div class="frame">
      <header class="frame-top">
        <nav class="frame-nav" aria-label="Pages">
          <Anchor to="/" look="wordmark">Attune</Anchor>
          {pagesFor(me).map(({ to, name }) => (
            <Anchor key={to} to={to} look="frame-link">{name}</Anchor>
          ))}
          {me.account && (
            <Anchor to="/account" look="frame-link frame-me">
              <span class="sr">Your account: </span>{me.account.name}
            </Anchor>
          )}
        </nav>
        <Notice />
      </header>
      <main id="main">{children}</main>
      <footer class="frame-foot">
        <div><WhatItIsNot /><Outside /></div>
        <p class="no-print row">
          {me.mode === "local" && <Anchor to="/trials" look="small">Studies with people</Anchor>}
          <ThemeButton />
        </p>
      </footer>
    </div>
  );
}
