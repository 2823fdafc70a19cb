/// One study: what stands next, who is how far, and the plan in plain words.
import type { JSX } from "preact";
import { useCallback, useState } from "preact/hooks";
import type { Answer } from "../../api/http";
import { mayDo } from "../../api/me";
import { type Trial, closeTrial, freezeTrial, trial as askTrial, trialAt } from "../../api/trials";
import { STATE_WORDS } from "../../state/trials";
import { Anchor } from "../../widgets/anchor";
import { Dialog } from "../../widgets/dialog";
import { Frame } from "../../widgets/frame";
import { useLoaded } from "../../widgets/loaded";
import { useTitle } from "../../widgets/title";
import { Trouble } from "../../widgets/trouble";
import { useWho } from "../../widgets/who";
import { Missing } from "../missing";
import { Enrolling } from "./trial_enroll";
import { Exporting } from "./trial_export";
import { FlowOf, PeopleOf } from "./trial_flow";
import { PlanOf } from "./trial_plan";
import { Raters } from "./trial_raters";

export function TrialPage({ id }: { readonly id: string }): JSX.Element {
  const ask = useCallback(() => askTrial(id), [id]);
  const { value, refused, again } = useLoaded(ask);
  if (refused?.code === "not_found") return <Missing />;
  return (
    <Frame>
      {refused && <Trouble refused={refused} again={again} />}
      {value && <Shown first={value} />}
    </Frame>
  );
}

function Shown({ first }: { readonly first: Trial }): JSX.Element {
  const [trial, setTrial] = useState(first);
  const [problem, setProblem] = useState("");
  const { me } = useWho();
  const heading = useTitle(trial.title);
  const { id, title, state, plan, notes } = trial;
  const does = async (act: Promise<Answer<Trial>>): Promise<void> => {
    const answer = await act;
    if ("refused" in answer) return setProblem(answer.refused.message);
    setProblem("");
    setTrial(answer.ok);
  };
  return (
    <article class="team stack">
      <header class="stack">
        <p class="small"><Anchor to="/trials">Studies</Anchor></p>
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        <p class="lead">{plan.question}</p>
        <p><strong>{STATE_WORDS[state]}.</strong> {notes.join(" ")}</p>
        <p role="alert" class="problem">{problem}</p>
      </header>
      {state === "draft" && <Freeze onFreeze={() => void does(freezeTrial(id))} />}
      {state === "frozen" && (
        <Enrolling
          trial={trial}
          onEnrolled={setTrial}
        />
      )}
      {state !== "draft" && (
        <section class="stack" aria-labelledby="report">
          <h2 id="report">The report</h2>
          <p class="row">
            <a class="button" href={`${trialAt(id)}/report.html`} target="_blank" rel="noreferrer">
              Open the report<span class="sr"> in a new window</span>
            </a>
            {mayDo(me, "export_research") && state === "closed" && <Exporting id={id} />}
          </p>
        </section>
      )}
      {state !== "draft" && <Raters trial={trial} onGiven={setTrial} />}
      {state !== "draft" && <FlowOf flow={trial.flow} />}
      {trial.people.length > 0 && <PeopleOf people={trial.people} />}
      <PlanOf trial={trial} />
      {state === "frozen" && <Close onClose={() => void does(closeTrial(id))} />}
    </article>
  );
}

function Freeze({ onFreeze }: { readonly onFreeze: () => void }): JSX.Element {
  return (
    <Asked
      id="freeze"
      title="Freeze the plan"
      words={
        "Before people are enrolled, the plan is frozen: its text is sealed with a fingerprint, " +
        "and arms, lots and the outcome that decides stay as they are. What is changed afterwards " +
        "is a new edition, and the report says what was changed and when."
      }
      press="Freeze the plan"
      asks="Freeze it? From then on arms, lots and the deciding outcome cannot be changed."
      onYes={onFreeze}
    />
  );
}

function Close({ onClose }: { readonly onClose: () => void }): JSX.Element {
  return (
    <Asked
      id="close"
      title="Close the study"
      words={
        "Once it is closed nobody can go on with it, and the report shows arms and outcomes for " +
        "the first time. To close it because of what one hopes to see would make chance look like " +
        "a finding: the plan says when it is enough."
      }
      press="Close the study"
      asks="Close it? Whoever is in the middle of it cannot go on, and this cannot be undone."
      onYes={onClose}
    />
  );
}

/// An act that cannot be undone: what it means, then the question.
function Asked({ id, title, words, press, asks, onYes }: {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly press: string;
  readonly asks: string;
  readonly onYes: () => void;
}): JSX.Element {
  const [asking, setAsking] = useState(false);
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{words}</p>
      <p><button type="button" class="button" onClick={() => setAsking(true)}>{press}</button></p>
      {asking && (
        <Dialog title={title} onClose={() => setAsking(false)}>
          <p>{asks}</p>
          <p class="row">
            <button type="button" class="button" onClick={() => setAsking(false)}>Not yet</button>
            <button
              type="button"
              class="button main"
              onClick={() => {
                setAsking(false);
                onYes();
              }}
            >
              {press}
            </button>
          </p>
        </Dialog>
      )}
    </section>
  );
}
