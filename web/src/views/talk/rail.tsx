/// Feelings and Ideas: closed at first, beside the talk on a wide screen, over it on a small one.
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Driver } from "../../state/driver";
import { ideasAt, ideasReady } from "../../state/ideas";
import { Feelings } from "./feelings";
import { Ideas } from "./ideas";
import "./rail.css";

export type Panel = "feelings" | "ideas";

/// Turns true when the ideas are there to be asked for.
function useIdeasReady(driver: Driver): boolean {
  const at = ideasAt(driver.state);
  const [, setPassed] = useState(0);
  useEffect(() => {
    if (at === null) return undefined;
    const timer = window.setTimeout(() => setPassed(at), Math.max(0, at - Date.now()));
    return () => window.clearTimeout(timer);
  }, [at]);
  return ideasReady(driver.state, Date.now());
}

interface Props {
  readonly driver: Driver;
  readonly panel: Panel | null;
  readonly onPanel: (panel: Panel | null) => void;
  readonly name: string;
  readonly onCue: (cue: string) => void;
  /// An idea was put into the composer.
  readonly onUsed: () => void;
}

const NAMES: Readonly<Record<Panel, string>> = { feelings: "Feelings", ideas: "Ideas" };

export function Rail({ driver, name, panel, onPanel, onCue, onUsed }: Props): JSX.Element {
  const ready = useIdeasReady(driver);
  const heading = useRef<HTMLHeadingElement>(null);
  const pressed = useRef(false);
  useLayoutEffect(() => {
    // A panel that stands open from the start takes no focus.
    if (panel && pressed.current) heading.current?.focus();
    pressed.current = false;
  }, [panel]);
  const withIdeas = driver.state.talk.help !== "off";
  const shut = (): void => {
    const from = panel;
    onPanel(null);
    if (from) document.getElementById(`rail-${from}`)?.focus();
  };
  const tab = (which: Panel): JSX.Element => (
    <button
      type="button"
      id={`rail-${which}`}
      class="rail-tab"
      aria-expanded={panel === which}
      aria-controls="rail-panel"
      onClick={() => {
        if (panel === which) return shut();
        pressed.current = true;
        onPanel(which);
      }}
    >
      {NAMES[which]}
      {which === "ideas" && (
        <span class={ready ? "rail-dot ready" : "rail-dot"}>
          {ready && <span class="sr">, there if you want them</span>}
        </span>
      )}
    </button>
  );
  return (
    <aside class="rail" aria-label={withIdeas ? "Feelings and ideas" : "Feelings"}>
      <div class="rail-tabs">{tab("feelings")}{withIdeas && tab("ideas")}</div>
      <div
        id="rail-panel"
        class="rail-panel"
        hidden={panel === null}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          event.stopPropagation();
          shut();
        }}
      >
        {panel && (
          <>
            <div class="rail-top">
              <h2 ref={heading} tabIndex={-1}>{NAMES[panel]}</h2>
              <button type="button" class="head-button" onClick={shut}>
                Close<span class="sr"> {NAMES[panel]}</span>
              </button>
            </div>
            {panel === "feelings"
              ? <Feelings driver={driver} />
              : (
                <Ideas driver={driver} name={name} ready={ready} onUsed={onUsed} onCue={onCue} />
              )}
          </>
        )}
      </div>
    </aside>
  );
}
