/// Which talks are read by whom, with which instruments, and how far that has come.
import type { JSX } from "preact";
import type { Instrument } from "../../api/review";
import type { Batch } from "../../api/review_desk";
import { batches, instruments, raters, talks } from "../../api/review_http";
import { counted, groupWord } from "../../state/review_words";
import { useLoaded } from "../../widgets/loaded";
import { useTitle } from "../../widgets/title";
import { Trouble } from "../../widgets/trouble";
import { AgreementFold } from "./agreement_fold";
import { NewBatchForm } from "./new_batch";
import { NotFor, ReviewFrame } from "./review_frame";

export function BatchesPage(): JSX.Element {
  const made = useLoaded(batches);
  const known = useLoaded(instruments);
  const readers = useLoaded(raters);
  const all = useLoaded(talks);
  const heading = useTitle("Batches");
  const trouble = [made, known, readers, all].find(({ refused }) => refused !== null);
  return (
    <ReviewFrame>
      <article class="review-page">
        <header class="stack">
          <h1 ref={heading} tabIndex={-1}>Batches</h1>
          <p class="lead">
            A batch gives some talks to some raters. Each of them gets an order of their own, and
            sees neither whose talk it is nor what the others say.
          </p>
          <NotFor />
        </header>
        {trouble?.refused && <Trouble refused={trouble.refused} again={trouble.again} />}
        {made.value && made.value.length > 0 && (
          <section class="stack" aria-labelledby="made">
            <h2 id="made">Under way</h2>
            <ul class="batches">
              {made.value.map((batch) => (
                <li key={batch.batch}>
                  <Progress batch={batch} instruments={known.value ?? []} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {known.value && readers.value && all.value && (
          <NewBatchForm
            instruments={known.value}
            raters={readers.value}
            talks={all.value}
            onMade={made.again}
          />
        )}
      </article>
    </ReviewFrame>
  );
}

function Progress({ batch, instruments: all }: {
  readonly batch: Batch;
  readonly instruments: readonly Instrument[];
}): JSX.Element {
  const { title, talks: n, pairs, instruments: filled, raters: readers } = batch;
  return (
    <>
      <h3>{title}</h3>
      <p class="small soft">
        {counted(n, "talk", "talks")}{pairs > 0 && `, ${counted(pairs, "pair", "pairs")}`} ·{" "}
        {filled.map((id) => all.find((one) => one.id === id)?.title ?? id).join(", ")}
      </p>
      <ul class="batch-raters small">
        {readers.map(({ id, name, group, done, of }) => (
          <li key={id}>
            <span>{name === "" ? "somebody who left" : `${name}, ${groupWord(group)}`}</span>
            <progress value={done} max={Math.max(of, 1)} aria-label={`${name}, handed in`} />
            <span>{done} of {of}</span>
          </li>
        ))}
      </ul>
      {filled.length > 0 && <AgreementFold batch={batch} instruments={all} />}
    </>
  );
}
