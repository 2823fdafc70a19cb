/// Where one talk is marked: its words on the left, the questions on the right.
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { handIn } from "../../api/review_http";
import { type Instrument, type TalkTask, formBody, parseForm } from "../../api/review";
import { missing } from "../../state/review_form";
import { keptDraft } from "../../state/review_keep";
import {
  type Act, type Workspace, act, firstUnanswered, opened, repliesOf,
} from "../../state/workspace";
import { type KeyMeaning, meaning } from "../../state/review_keys";
import { asSentence } from "../../state/review_words";
import { useTitle } from "../../widgets/title";
import { type Drafting, useDrafting } from "./draft";
import { HandIn } from "./hand_in";
import { KeysDialog } from "./keys_dialog";
import { Palette } from "./palette";
import { ReviewFrame } from "./review_frame";
import { Sheet } from "./sheet";
import { TalkToMark } from "./talk_to_mark";

interface Props {
  readonly task: TalkTask;
  readonly known: readonly Instrument[];
  readonly onHandedIn: () => void;
}

interface Desk {
  readonly desk: Workspace;
  readonly does: (what: Act) => void;
  readonly drafting: Drafting;
}

/// What the browser kept because the server had not confirmed it comes before the server's draft.
function useDesk({ task, known }: Props): Desk {
  const [kept] = useState(() => keptDraft(localStorage, task.task, parseForm));
  const [desk, setDesk] = useState(() => opened(task, known, kept ?? undefined));
  const newest = useRef(desk);
  const drafting = useDrafting(task.task, desk.form.seconds);
  const keep = (): void =>
    drafting.keep((seconds) => formBody({ ...newest.current.form, seconds }));
  const does = (what: Act): void => {
    const before = newest.current;
    newest.current = act(before, what);
    if (newest.current === before) return;
    setDesk(newest.current);
    if (newest.current.form !== before.form) keep();
  };
  useEffect(() => {
    if (kept) keep();
  }, []);
  return { desk, does, drafting };
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["radio", "checkbox"].includes(target.type);
}

/// The keys of the workspace, wherever the focus is but where one types and in dialogs.
function useKeys(desk: Workspace, does: (is: KeyMeaning) => void): void {
  const newest = useRef({ desk, does });
  newest.current = { desk, does };
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      if (document.querySelector("dialog[open]")) return;
      const found = meaning({
        key: event.key,
        shift: event.shiftKey,
        modified: event.ctrlKey || event.altKey || event.metaKey,
        command: (event.ctrlKey || event.metaKey) && !event.altKey,
        typing: isTyping(event.target),
        onReply: event.target instanceof HTMLElement && event.target.dataset["reply"] !== undefined,
      }, newest.current.desk.letters);
      if (!found) return;
      event.preventDefault();
      newest.current.does(found);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

export function TalkDesk(props: Props): JSX.Element {
  const { task, onHandedIn } = props;
  const { desk, does, drafting } = useDesk(props);
  const heading = useTitle(task.title);
  const [keys, setKeys] = useState(false);
  const by = useFocusAfterKeys(desk);
  useKeys(desk, (key) => {
    if (key.is === "keys") return setKeys(true);
    if (key.is === "questions") {
      by.question();
      return does({ do: "aim", aim: aimAt(desk) });
    }
    if (key.is === "step") by.reply();
    if (key.is === "digit" && desk.aim && "place" in desk.aim) by.question();
    does(actOf(key, desk));
  });
  const give = async (leftOut: readonly string[]): Promise<string> => {
    await drafting.stop();
    const body = formBody({ ...desk.form, seconds: drafting.seconds() });
    const answer = await handIn(task.task, body, leftOut);
    if ("refused" in answer) {
      drafting.resume();
      return asSentence(answer.refused.message);
    }
    drafting.done();
    onHandedIn();
    return "";
  };
  const replies = repliesOf(task).length;
  return (
    <ReviewFrame>
      <div class="desk">
        <header class="desk-head">
          <div>
            <h1 ref={heading} tabIndex={-1}>{task.title}</h1>
            <p class="soft small">{replies === 1 ? "1 reply" : `${replies} replies`}</p>
          </div>
          <p class="desk-saved small" role="status">{drafting.words}</p>
          <button type="button" class="head-button" onClick={() => setKeys(true)}>
            Codes and keys <kbd aria-hidden="true">?</kbd>
          </button>
        </header>
        <div class="desk-talk">
          <TalkToMark desk={desk} does={does} />
          {desk.letters.length > 0 && <Palette desk={desk} does={does} />}
        </div>
        <div class="desk-sheet">
          <Sheet desk={desk} does={does} />
          <HandIn missing={missing(desk.form, desk.instruments)} desk={desk} onHandIn={give} />
        </div>
        <p class="sr" aria-live="polite">{desk.said}</p>
        {keys && <KeysDialog desk={desk} onClose={() => setKeys(false)} />}
      </div>
    </ReviewFrame>
  );
}

function aimAt(desk: Workspace): Workspace["aim"] {
  const place = firstUnanswered(desk);
  return place && { place };
}

function actOf(key: KeyMeaning, desk: Workspace): Act {
  switch (key.is) {
    case "step":
      return { do: "step", by: key.by };
    case "word":
      return { do: "word", by: key.by, extend: key.extend };
    case "mark":
      return { do: "mark", instrument: key.letter.instrument, code: key.letter.code };
    case "digit":
      return { do: "digit", digit: key.digit };
    case "undo":
      return { do: "undo" };
    default:
      return { do: "choose", turn: desk.at, span: null };
  }
}

/// After a key, the focus goes where the key led; the pointer leaves it where it is.
function useFocusAfterKeys(desk: Workspace): { reply: () => void; question: () => void } {
  const wanted = useRef<"reply" | "question" | null>(null);
  useLayoutEffect(() => {
    const to = wanted.current;
    wanted.current = null;
    if (to === "reply") {
      const reply = document.querySelector<HTMLElement>(`[data-reply="${desk.at}"]`);
      reply?.focus({ preventScroll: true });
      reply?.scrollIntoView({ block: "center" });
    }
    if (to === "question") {
      const question = document.querySelector<HTMLElement>(".question.aimed");
      const input = question?.querySelector<HTMLElement>("input:checked") ??
        question?.querySelector<HTMLElement>("input");
      input?.focus();
    }
  }, [desk]);
  return {
    reply: () => {
      wanted.current = "reply";
    },
    question: () => {
      wanted.current = "question";
    },
  };
}
