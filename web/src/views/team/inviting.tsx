/// Making invitations, and those that nobody has used yet. For admins.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { GROUPS, type Group, ROLES, type Role } from "../../api/me";
import { type Invite, inviteAs } from "../../api/team";
import { GROUP_WORDS, ROLE_WORDS } from "../../state/roles";
import { Choice } from "./field";

export const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
export const ROLE_CHOICES = ROLES.map((value) => ({ value, words: ROLE_WORDS[value].name }));
export const GROUP_CHOICES = GROUPS.map((value) => ({ value, words: GROUP_WORDS[value] }));

export const lower = (words: string): string =>
  `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

export function Inviting({ invites, onMade }: {
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
