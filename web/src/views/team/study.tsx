/// A study, for whoever takes part: one step at a time, and a way out at each.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import {
  type TrialStep, answerTrial, beginTrialTalk, consentToTrial, trialStep,
} from "../../api/trial";
import { paragraphs } from "../../state/paragraphs";
import { Anchor, go } from "../../widgets/anchor";
import { Dialog } from "../../widgets/dialog";
import { Frame } from "../../widgets/frame";
import { useLoaded } from "../../widgets/loaded";
import { useTitle } from "../../widgets/title";
import { Trouble } from "../../widgets/trouble";
import { QuestionPages } from "./questions";

type Of<S extends TrialStep["step"]> = Extract<TrialStep, { readonly step: S }>;

export function StudyPage(): JSX.Element {
  const [refusedIt, setRefusedIt] = useState(false);
  const [leftIt, setLeftIt] = useState(false);
  const { value: step, refused, again, answered } = useLoaded(trialStep);
  const heading = useTitle("A study");
  const on = step !== null && !refusedIt && !leftIt;
  return (
    <Frame>
      <article class="door study stack">
        <h1 ref={heading} tabIndex={-1}>A study</h1>
        {refused && <Trouble refused={refused} again={again} />}
        {refusedIt && <Refused />}
        {leftIt && <Left />}
        {answered && !refused && step === null && !refusedIt && !leftIt && <None />}
        {on && (
          <Step
            key={`${step.step} ${step.step === "talk" ? step.talk : ""}`}
            step={step}
            onDone={again}
            onRefused={() => setRefusedIt(true)}
          />
        )}
        {on && step.step !== "consent" && <Leave onLeft={() => setLeftIt(true)} />}
      </article>
    </Frame>
  );
}

function Step({ step, onDone, onRefused }: {
  readonly step: TrialStep;
  readonly onDone: () => void;
  readonly onRefused: () => void;
}): JSX.Element {
  switch (step.step) {
    case "consent":
      return <Consent step={step} onAgreed={onDone} onRefused={onRefused} />;
    case "before":
    case "after":
      return (
        <QuestionPages
          kept={`attune.draft.study.${step.trial}.${step.step}`}
          questions={step.questions}
          onAnswered={async (sheets) => {
            const answer = await answerTrial(sheets);
            if ("refused" in answer) return answer.refused.message;
            onDone();
            return "";
          }}
        />
      );
    case "talk":
      return <NextTalk step={step} />;
    case "done":
      return <Thanks />;
  }
}

function Consent({ step, onAgreed, onRefused }: {
  readonly step: Of<"consent">;
  readonly onAgreed: () => void;
  readonly onRefused: () => void;
}): JSX.Element {
  const [problem, setProblem] = useState("");
  const say = async (agree: boolean): Promise<void> => {
    const answer = await consentToTrial(agree);
    if ("refused" in answer) return setProblem(answer.refused.message);
    if (agree) onAgreed();
    else onRefused();
  };
  return (
    <>
      <div class="stack">{paragraphs(step.text).map((one) => <p key={one}>{one}</p>)}</div>
      <p role="alert" class="problem">{problem}</p>
      <p class="two-ways">
        <button type="button" class="button" onClick={() => void say(true)}>
          Yes, I take part
        </button>
        <button type="button" class="button" onClick={() => void say(false)}>
          No, I would rather not
        </button>
      </p>
      <p class="small soft">
        There is no hurry. You can leave this page and decide on another day.
      </p>
    </>
  );
}

function NextTalk({ step: { talk, of, name, session } }: {
  readonly step: Of<"talk">;
}): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const begin = async (): Promise<void> => {
    setBusy(true);
    const answer = await beginTrialTalk();
    if ("ok" in answer) return go(`/talk/${answer.ok}`);
    setBusy(false);
    setProblem(answer.refused.message);
  };
  return (
    <>
      <h2>{of > 1 ? `Your next talk: ${talk} of ${of}` : "Your talk"}</h2>
      <p class="lead">
        {session ? `You have begun to talk with ${name}.` : `You will meet ${name}.`}
      </p>
      <p>
        Talk as you would with anybody here. You can pause, and stop at any moment; that counts
        against nobody. Once it has ended, come back to this page.
      </p>
      <p role="alert" class="problem">{problem}</p>
      <p class="row">
        {session
          ? <Anchor to={`/talk/${session}`} look="button main">Go on with {name}</Anchor>
          : (
            <button
              type="button"
              class="button main"
              disabled={busy}
              onClick={() => void begin()}
            >
              Talk with {name}
            </button>
          )}
        <Anchor to="/" look="button plain">Another time</Anchor>
      </p>
    </>
  );
}

function Thanks(): JSX.Element {
  return (
    <>
      <p class="lead">That was all of it. Thank you for your time, and for your honesty.</p>
      <p>
        The study goes on until everybody has taken part. What comes of it is told for groups, never
        for one person.
      </p>
      <p><Anchor to="/" look="button main">To the start</Anchor></p>
    </>
  );
}

function Refused(): JSX.Element {
  return (
    <>
      <p class="lead">That is fine. Thank you for reading it.</p>
      <p>Nothing changes for you: you can practice here exactly as before.</p>
      <p><Anchor to="/" look="button main">To the start</Anchor></p>
    </>
  );
}

function Left(): JSX.Element {
  return (
    <>
      <p class="lead">You have left the study. Thank you for the part you took.</p>
      <p>
        Your answers are erased, and your talks go into no result from now on. Your practice here
        stays as it is.
      </p>
      <p><Anchor to="/" look="button main">To the start</Anchor></p>
    </>
  );
}

function None(): JSX.Element {
  return (
    <>
      <p>There is no study that waits for you at the moment.</p>
      <p><Anchor to="/" look="button main">To the start</Anchor></p>
    </>
  );
}

function Leave({ onLeft }: { readonly onLeft: () => void }): JSX.Element {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState("");
  const leave = async (): Promise<void> => {
    const answer = await consentToTrial(false);
    if ("refused" in answer) return setProblem(answer.refused.message);
    setAsking(false);
    onLeft();
  };
  return (
    <p class="small soft study-leave">
      You may leave the study whenever you like, and need no reason.{" "}
      <button type="button" class="link" onClick={() => setAsking(true)}>Leave the study</button>
      {asking && (
        <Dialog title="Leave the study?" onClose={() => setAsking(false)}>
          <p>
            Your answers are erased, and your talks go into no result from then on. Results that
            were handed out before cannot be called back. Your practice here stays as it is.
          </p>
          <p role="alert" class="problem">{problem}</p>
          <p class="row">
            <button type="button" class="button" onClick={() => setAsking(false)}>Stay in it</button>
            <button type="button" class="button main" onClick={() => void leave()}>Leave it</button>
          </p>
        </Dialog>
      )}
    </p>
  );
}
