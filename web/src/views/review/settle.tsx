/// Where raters differ: talked over, settled, or left standing as it is.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Instrument } from "../../api/review";
import type { Disagreement } from "../../api/review_desk";
import { disagreements, instruments, settle } from "../../api/review_http";
import { type Known, choiceWords, knownOf, settledWords } from "../../state/settling";
import { asSentence, counted, groupWord, valueWords } from "../../state/review_words";
import { useLoaded } from "../../widgets/loaded";
import { useTitle } from "../../widgets/title";
import { Trouble } from "../../widgets/trouble";
import { ReviewFrame } from "./review_frame";

export function SettlePage(): JSX.Element {
  const { value, refused, again } = useLoaded(disagreements);
  const known = useLoaded(instruments);
  const heading = useTitle("Settle");
  const open = value?.items.filter(({ settled }) => settled === null) ?? [];
  const done = value?.items.filter(({ settled }) => settled !== null) ?? [];
  return (
    <ReviewFrame>
      <article class="review-page">
        <header class="stack">
          <h1 ref={heading} tabIndex={-1}>Where raters differ</h1>
          <p class="lead">
            Talk these over. Often one of you saw what the others did not. What each of you said
            stays as it was, in every figure too.
          </p>
        </header>
        {refused && <Trouble refused={refused} again={again} />}
        {known.refused && <Trouble refused={known.refused} again={known.again} />}
        {value && known.value && (
          <>
            {open.length === 0 && <p>Nothing is open.</p>}
            {open.length > 0 && (
              <p class="soft small">{counted(open.length + value.more, "is open", "are open")}</p>
            )}
            <ol class="disagreements">
              {open.map((item) => (
                <li key={keyOf(item)}>
                  <Open item={item} instruments={known.value ?? []} onSettled={again} />
                </li>
              ))}
            </ol>
            {value.more > 0 && (
              <p class="soft">{value.more} more come once these are looked at.</p>
            )}
            {done.length > 0 && (
              <details class="fold">
                <summary>{counted(done.length, "looked at", "looked at")}</summary>
                <ol class="disagreements">
                  {done.map((item) => (
                    <li key={keyOf(item)}>
                      <Done item={item} known={knownOf(item, known.value ?? [])} />
                    </li>
                  ))}
                </ol>
              </details>
            )}
          </>
        )}
      </article>
    </ReviewFrame>
  );
}

function keyOf({ talk, instrument, what, turn }: Disagreement): string {
  return [talk, instrument, what, turn ?? "all"].join(" ");
}

interface About {
  readonly item: Disagreement;
  readonly known: Known;
}

/// What it is about, and what each rater said.
function Head({ item, known }: About): JSX.Element {
  return (
    <>
      <h2>{item.title}</h2>
      {known.about !== "" && <p class="small soft">{known.about}</p>}
      {item.words !== "" && <blockquote class="settle-words">{item.words}</blockquote>}
      <ul class="settle-values">
        {item.values.map(({ rater, group, value, text }) => (
          <li key={rater}>
            <span class="soft small">{rater}, {groupWord(group)}</span>
            <strong>{valueWords(value, known)}</strong>
            {text !== "" && <span>“{text}”</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Open({ item, instruments: all, onSettled }: {
  readonly item: Disagreement;
  readonly instruments: readonly Instrument[];
  readonly onSettled: () => void;
}): JSX.Element {
  const known = knownOf(item, all);
  const [value, setValue] = useState<number | null>(null);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const send = async (open: boolean): Promise<void> => {
    if (!open && value === null) return setProblem("Choose what you settled on first.");
    setBusy(true);
    const { talk, instrument, what, turn } = item;
    const answer = await settle({
      talk, instrument, what, open, reason,
      ...(turn === null ? {} : { turn }),
      ...(open || value === null ? {} : { value }),
    });
    setBusy(false);
    if ("refused" in answer) return setProblem(asSentence(answer.refused.message));
    onSettled();
  };
  return (
    <article class="disagreement">
      <Head item={item} known={known} />
      <fieldset class="steps">
        <legend class="small soft">What you settled on</legend>
        {known.choices.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name={keyOf(item)}
              checked={value === choice}
              onChange={() => setValue(choice)}
            />
            <span>{choiceWords(choice, known)}</span>
          </label>
        ))}
      </fieldset>
      <label class="settle-reason small">
        Why, in a sentence for those who come later
        <textarea
          rows={2}
          value={reason}
          maxLength={2000}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <p role="alert" class="problem">{problem}</p>
      <p class="row">
        <button type="button" class="button main" disabled={busy} onClick={() => void send(false)}>
          We settled on this
        </button>
        <button type="button" class="button" disabled={busy} onClick={() => void send(true)}>
          We looked, and still differ
        </button>
      </p>
    </article>
  );
}

function Done({ item, known }: About): JSX.Element {
  return (
    <article class="disagreement">
      <Head item={item} known={known} />
      {item.settled && (
        <p>
          <strong>{settledWords(item.settled, known)}</strong>
          {item.settled.reason !== "" && <> “{item.settled.reason}”</>}
        </p>
      )}
    </article>
  );
}
