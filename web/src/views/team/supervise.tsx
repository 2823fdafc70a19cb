/// Talks that supervisors may read, by whose they are. No figures: nobody is ranked here.
import type { JSX } from "preact";
import { type SharedTalk, sharedTalks } from "../../api/team";
import { NOT_FOR } from "../../state/roles";
import { bySupporter } from "../../state/supervise";
import { Anchor } from "../../widgets/anchor";
import { Frame } from "../../widgets/frame";
import { useLoaded } from "../../widgets/loaded";
import { useTitle } from "../../widgets/title";
import { Trouble } from "../../widgets/trouble";

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

export function SupervisePage(): JSX.Element {
  const { value, refused, again } = useLoaded(sharedTalks);
  const heading = useTitle("Shared talks");
  return (
    <Frame>
      <article class="team stack">
        <header class="stack">
          <h1 ref={heading} tabIndex={-1}>Shared talks</h1>
          <p class="lead">
            Practice talks that somebody wants to look at together with you, and talks of which the
            service had said beforehand that you read them.
          </p>
          <p class="soft">
            They were practice: people try things here that they would not do elsewhere. {NOT_FOR}
          </p>
        </header>
        {refused && <Trouble refused={refused} again={again} />}
        {value?.length === 0 && <p>Nobody has shared a talk so far.</p>}
        {value && bySupporter(value).map(([supporter, talks]) => (
          <section key={supporter} aria-label={supporter}>
            <h2>{supporter}</h2>
            <ul class="shared">
              {talks.map((talk) => <SharedLine key={talk.id} talk={talk} />)}
            </ul>
          </section>
        ))}
      </article>
    </Frame>
  );
}

function SharedLine({ talk }: { readonly talk: SharedTalk }): JSX.Element {
  const when = WHEN.format(talk.opened);
  return (
    <li>
      <p>
        With <strong>{talk.name}</strong>{" "}
        <span class="soft small">
          {when} · {talk.terms.shared ? "shared" : "announced beforehand"}
        </span>
      </p>
      {talk.rated
        ? (
          <Anchor to={`/supervise/${talk.id}`} look="button">
            Read<span class="sr"> {talk.supporter}’s talk with {talk.name}, {when}</span>
          </Anchor>
        )
        : <span class="small soft">Not looked back on yet</span>}
    </li>
  );
}
