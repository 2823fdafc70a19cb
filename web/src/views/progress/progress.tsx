/// How practice goes over the talks: no ranking, no totals, nothing to reach.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { NO_TERMS, type Person } from "../../api/catalog";
import { begin, people, progress } from "../../api/http";
import { Anchor, go } from "../../widgets/anchor";
import { Frame } from "../../widgets/frame";
import { useLoaded } from "../../widgets/loaded";
import { usePreferences } from "../../widgets/preferences";
import { useTitle } from "../../widgets/title";
import { Trouble } from "../../widgets/trouble";
import { Care } from "../care";
import { BeforeTalk } from "../start/before_talk";
import { Abilities } from "./abilities";
import { Leaning } from "./leaning";
import "./progress.css";

export function ProgressPage(): JSX.Element {
  const { value, refused, again } = useLoaded(progress);
  const cases = useLoaded(people);
  const fading = usePreferences().value?.help === "fading";
  const heading = useTitle("Your practice so far");
  const next = cases.value?.find((person) => person.id === value?.next?.caseId);
  return (
    <Frame>
      <article class="progress">
        <header class="stack">
          <h1 ref={heading} tabIndex={-1}>Your practice so far</h1>
          <p class="lead">
            What your own words do, talk by talk. It is for you alone, and there is nothing to
            reach.
          </p>
        </header>
        {refused && <Trouble refused={refused} again={again} />}
        <Care progress={value} />
        {value && value.talks === 0 && <Nothing />}
        {value && value.talks > 0 && <Abilities skills={value.skills} talks={value.talks} />}
        {value && next && <Next why={value.next?.why ?? ""} person={next} />}
        {value && value.talks > 0 && <Leaning progress={value} fading={fading} />}
      </article>
    </Frame>
  );
}

function Nothing(): JSX.Element {
  return (
    <section>
      <p>
        Once you have talked with someone for three turns or more and ended the talk, you find here
        what your words tend to do. Second tries are not counted.
      </p>
    </section>
  );
}

function Next({ why, person }: {
  readonly why: string;
  readonly person: Person;
}): JSX.Element {
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const [agreed, setAgreed] = useState(NO_TERMS);
  const { id, name, age, place } = person;
  const meet = async (): Promise<void> => {
    setBusy(true);
    const answer = await begin(id, agreed);
    if ("ok" in answer) return go(`/talk/${answer.ok}`);
    setBusy(false);
    setProblem(answer.refused.message);
  };
  return (
    <section aria-labelledby="next">
      <h2 id="next">Whom you might meet next</h2>
      <div class="moment">
        <div>
          <h3>{name}, {age}</h3>
          <p class="soft small">{place}</p>
        </div>
        <p>{why}</p>
        <BeforeTalk agreed={agreed} onAgree={setAgreed} />
        <p role="alert" class="problem">{problem}</p>
        <p class="row">
          <button type="button" class="button main" disabled={busy} onClick={() => void meet()}>
            Talk with {name}
          </button>
          <Anchor to="/" look="button plain">Choose someone else</Anchor>
        </p>
      </div>
    </section>
  );
}

