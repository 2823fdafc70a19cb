/// Where the supporter writes. Enter sends, Shift+Enter breaks the line.
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Driver } from "../../state/driver";
import { statusLine, tooLong } from "../../state/status";
import { useWho } from "../../widgets/who";
import { RemarkLine, RemarkSwitch, useRemark } from "./remark";

interface Props {
  readonly driver: Driver;
  readonly session: string;
  readonly name: string;
  readonly unreadable: boolean;
}

export function Composer({ driver, session, name, unreadable }: Props): JSX.Element {
  const { state } = driver;
  const { draft, goodbye } = state;
  const { signedOut } = useWho();
  const { on, turn, remark } = useRemark(state, session);
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [draft]);
  const leaving = state.outbox.some((unsent) => unsent.goodbye);
  const ready = draft.trim() !== "" && !tooLong(draft) && !leaving;
  const send = (): void => {
    if (ready) driver.say();
  };
  const notYet = (): void => {
    driver.act({ do: "goodbye", on: false });
    box.current?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
        box.current?.focus();
      }}
    >
      {goodbye && (
        <p class="composer-goodbye small">
          Your next words are your goodbye. {name} will answer, and the talk ends there.{" "}
          <button type="button" class="link" onClick={notYet}>
            Not yet
          </button>
        </p>
      )}
      <label class="sr" for="words">
        {goodbye ? `Your goodbye to ${name}` : `Write to ${name}`}
      </label>
      <div class="composer-row">
        <textarea
          id="words"
          ref={box}
          rows={1}
          value={draft}
          placeholder={goodbye ? "Your goodbye" : `Write to ${name}`}
          aria-describedby="composer-hint"
          onInput={(event) => driver.act({ do: "typed", text: event.currentTarget.value })}
          onKeyDown={press}
        />
        <button type="submit" class="button main" disabled={!ready}>
          {goodbye ? "Say goodbye" : "Send"}
        </button>
      </div>
      <RemarkLine remark={remark} />
      <div class="composer-foot tiny">
        <RemarkSwitch on={on} turn={turn} />
        <span role="status">{statusLine(state, { name, unreadable, signedOut })}</span>
        <span id="composer-hint" class="soft">Enter sends · Shift+Enter starts a new line</span>
      </div>
    </form>
  );
}
