/// What there is to read, in the rater's own order; one goes on where one left.
import type { JSX } from "preact";
import { mayDo } from "../../api/me";
import type { Queue, QueueTask } from "../../api/review";
import { queue } from "../../api/review_http";
import { byBatch, nextTask, stateWords, taskWords } from "../../state/review_queue";
import { Anchor } from "../../widgets/anchor";
import { useLoaded } from "../../widgets/loaded";
import { useTitle } from "../../widgets/title";
import { Trouble } from "../../widgets/trouble";
import { useWho } from "../../widgets/who";
import { OwnRatings } from "./own_ratings";
import { ReviewFrame, SimulatedBanner } from "./review_frame";

export function QueuePage(): JSX.Element {
  const { value, refused, again } = useLoaded(queue);
  const heading = useTitle("Read and rate");
  return (
    <ReviewFrame>
      <article class="review-page">
        <header class="stack">
          <h1 ref={heading} tabIndex={-1}>Read and rate</h1>
          <p class="lead">
            You see what was said and nothing else: not by whom, and not what others found. There is
            no hurry, and you can stop in the middle of any talk.
          </p>
        </header>
        {refused && <Trouble refused={refused} again={again} />}
        {value && <SimulatedBanner when={value.simulated} />}
        {value && value.of === 0 && <Nothing />}
        {value && value.of > 0 && <Waiting queue={value} />}
      </article>
    </ReviewFrame>
  );
}

function Nothing(): JSX.Element {
  const { me } = useWho();
  return (
    <section class="stack">
      <h2>Nothing waits for you</h2>
      <p>
        Talks come here once somebody puts them into a batch and names you as a rater. Whoever leads
        the review does that under Batches.
      </p>
      {mayDo(me, "read_agreement") && (
        <p>
          To see where it leads, look at the <Anchor to="/map">map</Anchor>: until somebody here has
          rated, it shows a worked example with simulated people.
        </p>
      )}
    </section>
  );
}

function Waiting({ queue: { tasks, done, of } }: { readonly queue: Queue }): JSX.Element {
  const next = nextTask(tasks);
  return (
    <>
      <section class="queue-next" aria-labelledby="queue-next">
        <h2 id="queue-next">{done} of {of} done</h2>
        <progress class="queue-bar" value={done} max={of} aria-label="Handed in" />
        {next
          ? (
            <p class="row">
              <Anchor to={`/review/${next.task}`} look="button main">
                {next.state === "begun" ? "Go on where you left" : "Begin with the next"}
              </Anchor>
              <span class="soft small">{next.title}, {taskWords(next)}</span>
            </p>
          )
          : <p>All of it is handed in. Thank you for the care you took.</p>}
      </section>
      {byBatch(tasks).map((batch) => (
        <section key={batch.title} aria-label={batch.title}>
          <h2>{batch.title}</h2>
          <ol class="queue">{batch.tasks.map((task) => <Line key={task.task} task={task} />)}</ol>
        </section>
      ))}
      {done > 0 && <OwnRatings />}
    </>
  );
}

function Line({ task }: { readonly task: QueueTask }): JSX.Element {
  return (
    <li>
      <Anchor to={`/review/${task.task}`} look="queue-link">{task.title}</Anchor>
      <span class="soft small">{taskWords(task)}</span>
      <span class={`queue-state small ${task.state}`}>{stateWords(task.state)}</span>
    </li>
  );
}
