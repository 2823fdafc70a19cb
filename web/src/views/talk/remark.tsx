/// At most one remark on the draft, below the composer, for those who asked for it.
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { remarkOn } from "../../api/http";
import { REMARK_AFTER_MS, draftToRead } from "../../state/draft";
import type { Practice } from "../../state/practice";
import { useSetting } from "../../widgets/setting";

const WELCOME = "On. When you pause, one remark may stand here. Your draft is not kept.";

export interface Remarking {
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
  readonly remark: string;
}

/// Has a draft read that rested, each once; what is shown goes with the next keystroke.
export function useRemark(state: Practice, session: string): Remarking {
  const [on, setOn] = useSetting("attune.read_draft");
  const [remark, setRemark] = useState("");
  const read = useRef(new Set<string>());
  const draft = on ? draftToRead(state, read.current) : null;
  useLayoutEffect(() => setRemark(""), [state.draft]);
  useEffect(() => {
    if (draft === null) return undefined;
    let stale = false;
    const timer = window.setTimeout(() => {
      void remarkOn(session, draft).then((answer) => {
        if (stale || !("ok" in answer)) return;
        read.current.add(draft);
        if (answer.ok !== null) setRemark(answer.ok);
      });
    }, REMARK_AFTER_MS);
    return () => {
      stale = true;
      window.clearTimeout(timer);
    };
  }, [draft, session]);
  const turn = (wish: boolean): void => {
    setOn(wish);
    setRemark(wish ? WELCOME : "");
  };
  return { on, turn, remark };
}

export function RemarkLine({ remark }: { readonly remark: string }): JSX.Element {
  return <p class="remark small" aria-live="polite">{remark}</p>;
}

export function RemarkSwitch({ on, turn }: Pick<Remarking, "on" | "turn">): JSX.Element {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => turn(event.currentTarget.checked)}
        onKeyDown={(event) => {
          // In a form, Enter on a check box would send the words.
          if (event.key === "Enter") event.preventDefault();
        }}
      />
      Read my draft
    </label>
  );
}
