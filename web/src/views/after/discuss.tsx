/// For a group: stops at each moment before the answer, then shows what was said and one way among
/// others. The arrow keys go on and back.
import type { JSX } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { Moment } from "../../api/debrief";
import { Dialog } from "../../widgets/dialog";
import { Quoted } from "./quoted";

interface Props {
  readonly moments: readonly Moment[];
  readonly name: string;
  readonly onClose: () => void;
}

export function Discuss({ moments, name, onClose }: Props): JSX.Element | null {
  // Even steps ask, odd ones show.
  const [step, setStep] = useState(0);
  const last = 2 * moments.length - 1;
  const go = (by: number): void =>
    setStep((before) => Math.min(Math.max(before + by, 0), last));
  // Before the first paint: a key struck at once must not find nobody listening.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "ArrowRight" || event.key === "PageDown") go(1);
      else if (event.key === "ArrowLeft" || event.key === "PageUp") go(-1);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [last]);
  const moment = moments[Math.floor(step / 2)];
  if (!moment) return null;
  const shown = step % 2 === 1;
  return (
    <Dialog
      title={`Talking it over: moment ${Math.floor(step / 2) + 1} of ${moments.length}`}
      onClose={onClose}
      cover
      closable
    >
      <div class="discuss stack" aria-live="polite">
        {shown ? <Answer moment={moment} name={name} /> : <Question moment={moment} name={name} />}
      </div>
      <p class="row">
        <button type="button" class="button" disabled={step === 0} onClick={() => go(-1)}>
          Back
        </button>
        {step < last
          ? (
            <button type="button" class="button main" onClick={() => go(1)}>
              {shown ? "The next moment" : "Show what was said"}
            </button>
          )
          : <button type="button" class="button main" onClick={onClose}>To the debrief</button>}
      </p>
      <p class="soft small">The arrow keys go on and back; Escape closes this.</p>
    </Dialog>
  );
}

interface StepProps {
  readonly moment: Moment;
  readonly name: string;
}

function Question({ moment, name }: StepProps): JSX.Element {
  return (
    <>
      <p class="soft">{name} writes:</p>
      <blockquote class="words discuss-words">{moment.client}</blockquote>
      <h3>What would you say here?</h3>
      <p class="soft">Take your time. Let everyone find words of their own before you look.</p>
    </>
  );
}

function Answer({ moment, name }: StepProps): JSX.Element {
  return (
    <>
      <Quoted exchange={moment} name={name} you="What was said" />
      <dl class="moment-more">
        {moment.beneath && <><dt>What lay beneath</dt><dd>{moment.beneath}</dd></>}
        {moment.anotherWay && <><dt>One way among others</dt><dd>“{moment.anotherWay}”</dd></>}
      </dl>
      <p class="soft">
        What did it open, and what did it close? What of your own words would you keep?
      </p>
    </>
  );
}
