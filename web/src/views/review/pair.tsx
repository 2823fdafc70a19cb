/// Two side by side: which would you rather have been answered with, and why.
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { handIn } from "../../api/review_http";
import {
  type Line, type PairForm, type PairTask, pairBody, parsePairForm,
} from "../../api/review";
import { keptDraft } from "../../state/review_keep";
import { LIKINGS, likingOfKey } from "../../state/review_pair";
import { asSentence } from "../../state/review_words";
import { useTitle } from "../../widgets/title";
import { useDrafting } from "./draft";
import { ReviewFrame } from "./review_frame";

interface Props {
  readonly task: PairTask;
  readonly onHandedIn: () => void;
}

const BLANK: PairForm = { preferred: null, reason: "", seconds: 0 };

export function PairDesk({ task, onHandedIn }: Props): JSX.Element {
  const [kept] = useState(() => keptDraft(localStorage, task.task, parsePairForm));
  const [form, setForm] = useState<PairForm>(kept ?? task.draft ?? BLANK);
  const newest = useRef(form);
  const drafting = useDrafting(task.task, form.seconds);
  const [problem, setProblem] = useState("");
  const heading = useTitle(task.title);
  const keep = (): void =>
    drafting.keep((seconds) => pairBody({ ...newest.current, seconds }));
  const change = (by: Partial<PairForm>): void => {
    newest.current = { ...newest.current, ...by };
    setForm(newest.current);
    keep();
  };
  useEffect(() => {
    if (kept) keep();
  }, []);
  useDigits((preferred) => change({ preferred }));
  const give = async (): Promise<void> => {
    if (form.preferred === null) return setProblem("Choose one of the five first.");
    await drafting.stop();
    const body = pairBody({ ...newest.current, seconds: drafting.seconds() });
    const answer = await handIn(task.task, body, []);
    if ("ok" in answer) {
      drafting.done();
      return onHandedIn();
    }
    drafting.resume();
    setProblem(asSentence(answer.refused.message));
  };
  return (
    <ReviewFrame>
      <div class="pair">
        <header class="desk-head">
          <h1 ref={heading} tabIndex={-1}>{task.title}</h1>
          <p class="desk-saved small" role="status">{drafting.words}</p>
        </header>
        <div class="pair-sides">
          <Side title="Left" lines={task.left} />
          <Side title="Right" lines={task.right} />
        </div>
        <form
          class="pair-form"
          onSubmit={(event) => {
            event.preventDefault();
            void give();
          }}
        >
          <fieldset class="likings">
            <legend>Which would have been better company for this person?</legend>
            {LIKINGS.map(({ value, words }, i) => (
              <label key={value}>
                <input
                  type="radio"
                  name="preferred"
                  checked={form.preferred === value}
                  onChange={() => change({ preferred: value })}
                />
                <span><kbd aria-hidden="true">{i + 1}</kbd> {words}</span>
              </label>
            ))}
          </fieldset>
          <label class="pair-reason">
            What made the difference
            <textarea
              rows={3}
              value={form.reason}
              maxLength={8000}
              onInput={(event) => change({ reason: event.currentTarget.value })}
            />
          </label>
          <p role="alert" class="problem">{problem}</p>
          <p><button type="submit" class="button main">Hand in</button></p>
        </form>
      </div>
    </ReviewFrame>
  );
}

function useDigits(onLiking: (preferred: number) => void): void {
  const told = useRef(onLiking);
  told.current = onLiking;
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      if (event.target instanceof HTMLTextAreaElement) return;
      if (document.querySelector("dialog[open]")) return;
      const preferred = likingOfKey(event.key);
      if (preferred === null) return;
      event.preventDefault();
      told.current(preferred);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

function Side({ title, lines }: {
  readonly title: string;
  readonly lines: readonly Line[];
}): JSX.Element {
  return (
    <section class="pair-side" aria-label={title} tabIndex={0}>
      <h2>{title}</h2>
      <ol class="to-mark">
        {lines.map(({ speaker, text }, i) => (
          <li key={i} class={`said ${speaker}`}>
            <p class="sr">{speaker === "client" ? "The person:" : "The reply:"}</p>
            <p class="bubble">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
