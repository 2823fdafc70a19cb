/// Who is here, in which role; invitations. For admins.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ROLES } from "../../api/me";
import { type Member, changeMember, members } from "../../api/team";
import { NOT_FOR, ROLE_WORDS } from "../../state/roles";
import { Dialog } from "../../widgets/dialog";
import { Frame } from "../../widgets/frame";
import { useLoaded } from "../../widgets/loaded";
import { useTitle } from "../../widgets/title";
import { Trouble } from "../../widgets/trouble";
import { useWho } from "../../widgets/who";
import { Choice } from "./field";
import { DAY, GROUP_CHOICES, Inviting, ROLE_CHOICES, lower } from "./inviting";

export function PeoplePage(): JSX.Element {
  const { value, refused, again } = useLoaded(members);
  const heading = useTitle("People");
  return (
    <Frame>
      <article class="team stack">
        <header class="stack">
          <h1 ref={heading} tabIndex={-1}>People</h1>
          <p class="lead">
            Who practices and reviews here, and what each of them can see. {NOT_FOR}
          </p>
        </header>
        {refused && <Trouble refused={refused} again={again} />}
        {value && <Inviting invites={value.invites} onChanged={again} />}
        {value && <Here people={value.people} onChanged={again} />}
        <RoleTable />
      </article>
    </Frame>
  );
}

function Here({ people, onChanged }: {
  readonly people: readonly Member[];
  readonly onChanged: () => void;
}): JSX.Element {
  const [doomed, setDoomed] = useState<Member | null>(null);
  const [problem, setProblem] = useState("");
  const change = async (member: Member): Promise<void> => {
    setDoomed(null);
    const answer = await changeMember(member);
    setProblem("refused" in answer ? answer.refused.message : "");
    onChanged();
  };
  return (
    <section class="stack" aria-labelledby="here">
      <h2 id="here" tabIndex={-1}>Who is here</h2>
      <p role="alert" class="problem">{problem}</p>
      <ul class="members">
        {people.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            onChange={(wish) => void change(wish)}
            onDeactivate={() => setDoomed(member)}
          />
        ))}
      </ul>
      {doomed && (
        <Dialog title={`Close ${doomed.name}’s account?`} onClose={() => setDoomed(null)}>
          <p>
            {doomed.name} is signed out everywhere and cannot sign in again. Talks and reviews stay,
            and nobody else comes to see more of them. You can open the account again.
          </p>
          <p class="row">
            <button type="button" class="button" onClick={() => setDoomed(null)}>
              Leave it open
            </button>
            <button
              type="button"
              class="button main"
              onClick={() => void change({ ...doomed, active: false })}
            >
              Close the account
            </button>
          </p>
        </Dialog>
      )}
    </section>
  );
}

function MemberRow({ member, onChange, onDeactivate }: {
  readonly member: Member;
  readonly onChange: (member: Member) => void;
  readonly onDeactivate: () => void;
}): JSX.Element {
  const { id, name, role, group, active, made } = member;
  const self = useWho().me.account?.id === id;
  return (
    <li class="member">
      <p class="member-name">
        <strong>{name}</strong>{" "}
        <span class="soft small">
          {self && "you · "}{active ? `since ${DAY.format(made)}` : "account closed"}
        </span>
      </p>
      <Choice
        quiet
        name={`Role of ${name}`}
        value={role}
        among={ROLE_CHOICES}
        onChange={(wish) => onChange({ ...member, role: wish })}
      />
      <Choice
        quiet
        name={`${name} reviews as`}
        value={group}
        among={GROUP_CHOICES}
        onChange={(wish) => onChange({ ...member, group: wish })}
      />
      <button
        type="button"
        class="button plain"
        onClick={() => (active ? onDeactivate() : onChange({ ...member, active: true }))}
      >
        {active ? "Close account" : "Open again"}<span class="sr">: {name}</span>
      </button>
    </li>
  );
}

function RoleTable(): JSX.Element {
  return (
    <section class="stack" aria-labelledby="roles">
      <h2 id="roles">What each role can see</h2>
      <dl class="role-table">
        {ROLES.map((role) => (
          <div key={role}>
            <dt>{ROLE_WORDS[role].name}</dt>
            <dd>{ROLE_WORDS[role].does}</dd>
            <dd class="soft">Sees: {lower(ROLE_WORDS[role].sees)}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">
        “Reviews as” says whose eyes a review counts as: peers, people with lived experience and
        experts are held beside each other, none of them below another.
      </p>
    </section>
  );
}
