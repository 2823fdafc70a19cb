/// Who is here, in which role; invitations. For admins.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { GROUPS, type Group, ROLES, type Role } from "../../api/me";
import { type Invite, type Member, changeMember, inviteAs, members } from "../../api/team";
import { GROUP_WORDS, NOT_FOR, ROLE_WORDS } from "../../state/roles";
import { Dialog } from "../../widgets/dialog";
import { Frame } from "../../widgets/frame";
import { useLoaded } from "../../widgets/loaded";
import { useTitle } from "../../widgets/title";
import { Trouble } from "../../widgets/trouble";
import { useWho } from "../../widgets/who";
import { Choice } from "./field";

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
const ROLE_CHOICES = ROLES.map((value) => ({ value, words: ROLE_WORDS[value].name }));
const GROUP_CHOICES = GROUPS.map((value) => ({ value, words: GROUP_WORDS[value] }));

const lower = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

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
        {value && <Inviting invites={value.invites} onMade={again} />}
        {value && <Here people={value.people} onChanged={again} />}
        <RoleTable />
      </article>
    </Frame>
  );
}

function Inviting({ invites, onMade }: {
  readonly invites: readonly Invite[];
  readonly onMade: () => void;
}): JSX.Element {
  const [role, setRole] = useState<Role>("trainee");
  const [group, setGroup] = useState<Group>("peer");
  const [made, setMade] = useState<{ readonly link: string; readonly expires: number } | null>(null);
  const [problem, setProblem] = useState("");
  const make = async (): Promise<void> => {
    setProblem("");
    const answer = await inviteAs(role, group);
    if ("refused" in answer) return setProblem(answer.refused.message);
    setMade(answer.ok);
    onMade();
  };
  return (
    <section class="stack" aria-labelledby="invite">
      <h2 id="invite">Invite somebody</h2>
      <form
        class="invite-row"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <Choice name="Role" value={role} among={ROLE_CHOICES} onChange={setRole} />
        <Choice name="Reviews as" value={group} among={GROUP_CHOICES} onChange={setGroup} />
        <button type="submit" class="button main">Make a link</button>
      </form>
      <p class="small soft">{ROLE_WORDS[role].does} Sees: {lower(ROLE_WORDS[role].sees)}</p>
      <p role="alert" class="problem">{problem}</p>
      {made && <Link key={made.link} {...made} />}
      {invites.length > 0 && (
        <details class="fold">
          <summary>
            {invites.length === 1 ? "One invitation" : `${invites.length} invitations`} not used yet
          </summary>
          <ul class="plain-list small">
            {invites.map((one, i) => (
              <li key={i}>
                {ROLE_WORDS[one.role].name}, {GROUP_WORDS[one.group].toLowerCase()}{" "}
                <span class="soft">· until {DAY.format(one.expires)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/// Shown once: nobody can read it back afterwards.
function Link({ link, expires }: {
  readonly link: string;
  readonly expires: number;
}): JSX.Element {
  const [copied, setCopied] = useState(false);
  const whole = new URL(link, location.origin).href;
  const copy = (): void => {
    void navigator.clipboard.writeText(whole).then(() => setCopied(true), () => undefined);
  };
  return (
    <div class="invite-link stack">
      <p>
        Give this link to one person, in a way that only they can read. It works once, until{" "}
        {DAY.format(expires)}, and is shown only now.
      </p>
      <div class="field-row">
        <input
          readOnly
          aria-label="The invitation’s link"
          value={whole}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button" onClick={copy}>Copy</button>
      </div>
      <p role="status" class="small soft">{copied && "Copied."}</p>
    </div>
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
