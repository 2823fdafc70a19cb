/// The plan in plain words, and as it was given.
import type { JSX } from "preact";
import { instruments } from "../../api/review_http";
import type { Plan, Trial } from "../../api/trials";
import { paragraphs } from "../../state/paragraphs";
import { type Titles, outcomeWords, powerWords } from "../../state/trials";
import { useLoaded } from "../../widgets/loaded";
import { Doubts } from "./trials";

export function PlanOf({ trial }: { readonly trial: Trial }): JSX.Element {
  const { plan, editions, hash, text, state } = trial;
  const known = useLoaded(instruments).value ?? [];
  const titles = Object.fromEntries(known.map(({ id, title }) => [id, title]));
  const more = plan.secondary.length;
  return (
    <section class="stack" aria-labelledby="plan">
      <h2 id="plan">The plan</h2>
      <h3>What decides</h3>
      <p>{outcomeWords(plan.primary, titles)}</p>
      {more > 0 && (
        <div>
          <p>Looked at besides{more > 1 && `, and corrected for being ${more} (Holm)`}:</p>
          <ul>
            {plan.secondary.map((one) => <li key={one.title}>{outcomeWords(one, titles)}</li>)}
          </ul>
        </div>
      )}
      <p>{plan.analysis}</p>
      <h3>How many people</h3>
      <p>{powerWords(plan)}</p>
      {state === "draft" && <Doubts doubts={plan.doubts} />}
      <h3>What somebody goes through</h3>
      <p>{steps(plan, titles)}</p>
      <p>A lot that nobody here can foresee gives each person one of these arms:</p>
      <ul class="arms">
        {plan.arms.map(({ title, talks }) => (
          <li key={title}>
            <strong>{title}</strong>
            <ol class="small">
              {talks.map(({ name, condition }, i) => <li key={i}>with {name}, {condition}</li>)}
            </ol>
          </li>
        ))}
      </ul>
      <details class="fold">
        <summary>What participants read and agree to</summary>
        <div class="stack">{paragraphs(plan.consent).map((one) => <p key={one}>{one}</p>)}</div>
      </details>
      <details class="fold">
        <summary>The plan as it was given</summary>
        <pre class="plan-shown" tabIndex={0} role="region" aria-label="The plan’s text">{text}</pre>
        <p class="small soft">SHA-256 <code class="hash">{hash}</code></p>
      </details>
      {editions.map(({ number, day, enrolled, changes }) => (
        <p key={number} class="small soft">
          Edition {number} in force since {day}, with {enrolled} people enrolled by then.
          {changes && ` Changed: ${changes}`}
        </p>
      ))}
    </section>
  );
}

function steps(plan: Plan, titles: Titles): string {
  const asked = (what: readonly string[]): string =>
    what.map((one) => `“${titles[one] ?? one}”`).join(" and ");
  const talks = plan.arms[0]?.talks.length ?? 0;
  return [
    "They read the consent below and say yes or no.",
    plan.before.length > 0 ? `They answer ${asked(plan.before)}.` : "",
    talks === 1 ? "They hold one talk." : `They hold ${talks} talks, when it suits them.`,
    plan.after.length > 0 ? `They answer ${asked(plan.after)}.` : "",
    `${plan.raters} raters read each talk without knowing whose it is, with ` +
      `${asked(plan.ratedWith)}.`,
  ].filter(Boolean).join(" ");
}
