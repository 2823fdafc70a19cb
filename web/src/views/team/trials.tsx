/// Studies with people, and a new plan. For whoever leads them.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type CheckedPlan, givePlan, trials } from "../../api/trials";
import { STATE_WORDS } from "../../state/trials";
import { Anchor, go } from "../../widgets/anchor";
import { Frame } from "../../widgets/frame";
import { useLoaded } from "../../widgets/loaded";
import { useTitle } from "../../widgets/title";
import { Trouble } from "../../widgets/trouble";

export function TrialsPage(): JSX.Element {
  const { value, refused, again } = useLoaded(trials);
  const heading = useTitle("Studies");
  return (
    <Frame>
      <article class="team stack">
        <header class="stack">
          <h1 ref={heading} tabIndex={-1}>Studies with people</h1>
          <p class="lead">
            A question, a plan that is fixed before there is data, people who agree to take part,
            and a report that says what can be said.
          </p>
        </header>
        {refused && <Trouble refused={refused} again={again} />}
        {value && value.length > 0 && (
          <ul class="shared">
            {value.map(({ id, title, state, planned, enrolled, done }) => (
              <li key={id}>
                <p>
                  <strong>{title}</strong>{" "}
                  <span class="soft small">
                    {STATE_WORDS[state]} · {enrolled} of {planned} people enrolled, {done} done
                  </span>
                </p>
                <Anchor to={`/trials/${id}`} look="button">
                  Open<span class="sr"> the study: {title}</span>
                </Anchor>
              </li>
            ))}
          </ul>
        )}
        {value && <NewPlan />}
      </article>
    </Frame>
  );
}

function NewPlan(): JSX.Element {
  const [text, setText] = useState("");
  const [checked, setChecked] = useState<CheckedPlan | null>(null);
  const [problem, setProblem] = useState("");
  const write = (plan: string): void => {
    setText(plan);
    setChecked(null);
    setProblem("");
  };
  const give = async (check: boolean): Promise<void> => {
    const answer = await givePlan(text, check);
    if ("refused" in answer) return setProblem(answer.refused.message);
    if (check) setChecked(answer.ok);
    else go(`/trials/${answer.ok.id}`);
  };
  const choose = async (file: File | undefined): Promise<void> => {
    if (file) write(await file.text());
  };
  return (
    <section class="stack" aria-labelledby="new-plan">
      <h2 id="new-plan">A new plan</h2>
      <p>
        A plan is one file: who talks with whom under which help, what is asked before and after,
        what raters fill in, and the one outcome that decides. Nothing is kept before you say so,
        and a plan can be changed until it is frozen.
      </p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void give(checked === null);
        }}
      >
        <div class="field">
          <label for="plan-file">A file from this computer</label>
          <input
            id="plan-file"
            type="file"
            accept=".yaml,.yml,text/yaml"
            onChange={(event) => void choose(event.currentTarget.files?.[0])}
          />
        </div>
        <div class="field">
          <label for="plan">Or the plan itself</label>
          <textarea
            id="plan"
            class="plan-text"
            rows={8}
            spellcheck={false}
            value={text}
            onInput={(event) => write(event.currentTarget.value)}
          />
        </div>
        <p role="alert" class="problem">{problem}</p>
        {checked && <Checked plan={checked} />}
        <p class="row">
          <button type="submit" class="button main" disabled={text.trim() === ""}>
            {checked ? "Keep this plan" : "Check the plan"}
          </button>
        </p>
      </form>
    </section>
  );
}

function Checked({ plan: { title, needed, people, doubts } }: {
  readonly plan: CheckedPlan;
}): JSX.Element {
  return (
    <div class="noted stack" role="status">
      <p>
        <strong>{title}</strong> can be kept. Its outcome takes {needed} people; the plan has{" "}
        {people}.
      </p>
      <Doubts doubts={doubts} />
    </div>
  );
}

/// What a careful reader would ask; none of it stands in the way.
export function Doubts({ doubts }: { readonly doubts: readonly string[] }): JSX.Element | null {
  if (doubts.length === 0) return null;
  return (
    <div>
      <p class="small">Before you go on, a careful reader would ask about this:</p>
      <ul class="doubts small">{doubts.map((doubt) => <li key={doubt}>{doubt}</li>)}</ul>
    </div>
  );
}
