/// One task of the queue: a talk to be marked, or two to be compared.
import type { JSX } from "preact";
import { useCallback, useState } from "preact/hooks";
import { instruments, queue, task as taskOf } from "../../api/review_http";
import type { Instrument, Task } from "../../api/review";
import { nextTask } from "../../state/review_queue";
import { Anchor } from "../../widgets/anchor";
import { useLoaded } from "../../widgets/loaded";
import { useTitle } from "../../widgets/title";
import { Trouble } from "../../widgets/trouble";
import { Missing } from "../missing";
import { PairDesk } from "./pair";
import { ReviewFrame } from "./review_frame";
import { TalkDesk } from "./workspace";

export function TaskPage({ task }: { readonly task: string }): JSX.Element {
  const ask = useCallback(() => taskOf(task), [task]);
  const asked = useLoaded(ask);
  const known = useLoaded(instruments);
  const [handedIn, setHandedIn] = useState(false);
  const [again, setAgain] = useState(false);
  const refused = asked.refused ?? known.refused;
  if (asked.refused?.code === "not_found") return <Missing />;
  if (refused) {
    return (
      <ReviewFrame>
        <Trouble refused={refused} again={asked.refused ? asked.again : known.again} />
      </ReviewFrame>
    );
  }
  if (!asked.value || !known.value) return <ReviewFrame>{null}</ReviewFrame>;
  if (handedIn) return <HandedIn />;
  if (asked.value.state === "done" && !asked.value.draft && !again) {
    return <DoneAlready title={asked.value.title} onAgain={() => setAgain(true)} />;
  }
  return (
    <Desk task={asked.value} instruments={known.value} onHandedIn={() => setHandedIn(true)} />
  );
}

function Desk({ task, instruments: known, onHandedIn }: {
  readonly task: Task;
  readonly instruments: readonly Instrument[];
  readonly onHandedIn: () => void;
}): JSX.Element {
  return task.kind === "pair"
    ? <PairDesk task={task} onHandedIn={onHandedIn} />
    : <TalkDesk task={task} known={known} onHandedIn={onHandedIn} />;
}

function HandedIn(): JSX.Element {
  const { value } = useLoaded(queue);
  const heading = useTitle("Handed in");
  const next = nextTask(value?.tasks ?? []);
  return (
    <ReviewFrame>
      <article class="review-page">
        <h1 ref={(element) => focusOnce(element, heading)} tabIndex={-1}>Handed in</h1>
        {value && <p class="lead">{value.done} of {value.of} done.</p>}
        {value && !next && <p>That was the last one. Thank you for the care you took.</p>}
        <p class="row">
          {next && (
            <Anchor to={`/review/${next.task}`} look="button main">Go on to the next</Anchor>
          )}
          <Anchor to="/review" look={next ? "button plain" : "button main"}>
            {next ? "That is enough for now" : "Back to the list"}
          </Anchor>
        </p>
      </article>
    </ReviewFrame>
  );
}

/// The page turned by itself: its new heading takes the focus.
function focusOnce(
  element: HTMLHeadingElement | null,
  heading: { current: HTMLHeadingElement | null },
): void {
  if (element && heading.current !== element) element.focus();
  heading.current = element;
}

function DoneAlready({ title, onAgain }: {
  readonly title: string;
  readonly onAgain: () => void;
}): JSX.Element {
  const heading = useTitle(title);
  return (
    <ReviewFrame>
      <article class="review-page">
        <h1 ref={heading} tabIndex={-1}>{title} is handed in</h1>
        <p>
          What you said stays as it was. You may read it afresh: the second time stands beside the
          first, and counts in its place.
        </p>
        <p class="row">
          <button type="button" class="button" onClick={onAgain}>Rate it again</button>
          <Anchor to="/review" look="button plain">Back to the list</Anchor>
        </p>
      </article>
    </ReviewFrame>
  );
}
