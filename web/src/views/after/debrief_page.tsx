/// The debrief, in the order of docs/formats/debrief.md.
import type { JSX } from "preact";
import { useCallback, useState } from "preact/hooks";
import type { Debrief } from "../../api/debrief";
import { branch, debrief, selfForm } from "../../api/http";
import type { Item } from "../../api/instrument";
import { ownTurns } from "../../state/rating";
import type { Talk } from "../../state/talk";
import { Anchor, go } from "../../widgets/anchor";
import { DeleteDialog } from "../../widgets/delete_dialog";
import { Frame } from "../../widgets/frame";
import { useLoaded } from "../../widgets/loaded";
import { Trouble } from "../../widgets/trouble";
import { useTitle } from "../../widgets/title";
import { useUnfoldForPrint } from "../../widgets/unfold";
import { TermsButton } from "../terms_button";
import { Compared } from "./compared";
import { Discuss } from "./discuss";
import { ExpertsDiffer } from "./experts_differ";
import { FiguresFold } from "./figures_fold";
import { EmpathyFold, NudgesFold, RatiosFold } from "./more_folds";
import { Moments } from "./moments";
import { ProtocolFold } from "./protocol_fold";
import { Next, Note, Safety, Self, Worked } from "./sections";
import { Timeline } from "./timeline";
import { TranscriptFold } from "./transcript_fold";
import type { OnTry } from "./try_it";

interface Props {
  readonly session: string;
  readonly talk: Talk;
  /// Whose talk it is, where somebody else reads it: that gives nothing to press but *Print*.
  readonly supporter?: string;
}

export function DebriefPage({ session, talk, supporter = "" }: Props): JSX.Element {
  const ask = useCallback(() => debrief(session), [session]);
  const { value, refused, again } = useLoaded(ask);
  const form = useLoaded(selfForm);
  if (value && form.answered) {
    const asked = form.value?.items ?? [];
    return <Shown debrief={value} talk={talk} supporter={supporter} asked={asked} />;
  }
  return (
    <Frame>
      <h1 class="sr">Looking back</h1>
      {refused && <Trouble refused={refused} again={again} />}
    </Frame>
  );
}

const MOST_MOMENTS = 3;

function Shown({ debrief: told, talk, supporter, asked }: Required<Omit<Props, "session">> & {
  readonly debrief: Debrief;
  readonly asked: readonly Item[];
}): JSX.Element {
  const { session, name, figures } = told;
  const heading = useTitle(`Looking back with ${name}`);
  const [problem, setProblem] = useState("");
  const [discussing, setDiscussing] = useState(false);
  useUnfoldForPrint();
  const moments = told.moments.slice(0, MOST_MOMENTS);
  const tryAgain = async (turn: number): Promise<void> => {
    const answer = await branch(session, turn);
    if ("ok" in answer) go(`/talk/${answer.ok}`);
    else setProblem(answer.refused.message);
  };
  const onTry: OnTry = supporter ? null : (turn) => void tryAgain(turn);
  return (
    <Frame>
      <article class="debrief">
        <header class="stack">
          <h1 ref={heading} tabIndex={-1}>Looking back</h1>
          {supporter
            ? <p class="lead">A talk of {supporter}’s with {name}. “You” is {supporter} here.</p>
            : <p class="lead">{told.outOfRole}</p>}
          {told.compare && (
            <p><a href="#compared">This was a second try: see both side by side</a></p>
          )}
        </header>
        <Safety safety={told.safety} />
        <Self self={told.self} asked={asked} turns={ownTurns(talk)} />
        <Worked worked={told.worked} name={name} />
        <Moments
          moments={moments}
          name={name}
          onTry={onTry}
          onDiscuss={() => setDiscussing(true)}
        />
        <p role="alert" class="problem">{problem}</p>
        <Note name={name} note={told.note} unsaid={told.unsaid} />
        <Next next={told.next} />
        <section class="folds" aria-labelledby="figures">
          <h2 id="figures">Every figure, if you want it</h2>
          <ExpertsDiffer of={told.expertsDiffer} about="on this talk as a whole" />
          <Timeline debrief={told} onTry={onTry} />
          <NudgesFold nudges={told.nudges} />
          <EmpathyFold points={figures.timeline} trust={figures.trust} />
          <RatiosFold ratios={figures.ratios} trust={figures.trust} />
          <ProtocolFold protocol={told.protocol} />
          <FiguresFold figures={figures} />
          <TranscriptFold
            lines={told.transcript}
            name={name}
            trust={figures.trust}
            onTry={onTry}
          />
        </section>
        {told.compare && (
          <Compared compare={told.compare} states={figures.states} name={name} />
        )}
        <footer class="row no-print">
          {supporter
            ? <Anchor to="/supervise" look="button main">To the shared talks</Anchor>
            : <Anchor to="/" look="button main">To the start</Anchor>}
          <button type="button" class="button" onClick={() => window.print()}>Print</button>
          {!supporter && <OwnTalk session={session} name={name} talk={talk} />}
        </footer>
      </article>
      {discussing && (
        <Discuss moments={moments} name={name} onClose={() => setDiscussing(false)} />
      )}
    </Frame>
  );
}

/// What its owner may do with a talk: say who reads it, and delete it.
function OwnTalk({ session, name, talk }: {
  readonly session: string;
  readonly name: string;
  readonly talk: Talk;
}): JSX.Element {
  const [doomed, setDoomed] = useState(false);
  return (
    <>
      <TermsButton
        session={session}
        name={name}
        terms={talk.terms}
        announced={talk.announced}
      />
      <button type="button" class="button plain" onClick={() => setDoomed(true)}>
        Delete this talk
      </button>
      {doomed && (
        <DeleteDialog
          session={session}
          name={name}
          onKeep={() => setDoomed(false)}
          onDeleted={() => go("/", "replace")}
        />
      )}
    </>
  );
}
