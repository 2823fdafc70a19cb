/// Making invitations, and those that nobody has used yet. For admins.
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { GROUPS, type Group, ROLES, type Role } from "../../api/me";
import { type Letter, type OpenInvite, inviteAs, withdrawInvite } from "../../api/team";
import { GROUP_WORDS, ROLE_WORDS } from "../../state/roles";
import { Dialog } from "../../widgets/dialog";
import { Choice } from "./field";

export const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
export const ROLE_CHOICES = ROLES.map((value) => ({ value, words: ROLE_WORDS[value].name }));
export const GROUP_CHOICES = GROUPS.map((value) => ({ value, words: GROUP_WORDS[value] }));

const inviteWords = ({ role, group }: OpenInvite): string =>
  `${ROLE_WORDS[role].name}, ${GROUP_WORDS[group].toLowerCase()}`;

export const lower = (words: string): string =>
  `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

export function Inviting({ invites, onChanged }: {
  readonly invites: readonly OpenInvite[];
  readonly onChanged: () => void;
}): JSX.Element {
  const [role, setRole] = useState<Role>("trainee");
  const [group, setGroup] = useState<Group>("peer");
  const [made, setMade] = useState<Letter | null>(null);
  const [problem, setProblem] = useState("");
  const make = async (): Promise<void> => {
    setProblem("");
    const answer = await inviteAs(role, group);
    if ("refused" in answer) return setProblem(answer.refused.message);
    setMade(answer.ok);
    onChanged();
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
      <NotUsedYet
        invites={invites}
        onWithdrawn={(id) => {
          if (made?.id === id) setMade(null);
          onChanged();
        }}
      />
    </section>
  );
}

/// Open invitations: what each is for and until when. What could be opened is kept nowhere.
function NotUsedYet({ invites, onWithdrawn }: {
  readonly invites: readonly OpenInvite[];
  readonly onWithdrawn: (id: string) => void;
}): JSX.Element {
  const [doomed, setDoomed] = useState<OpenInvite | null>(null);
  const [told, setTold] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const withdraw = async ({ id }: OpenInvite): Promise<void> => {
    setDoomed(null);
    const answer = await withdrawInvite(id);
    const refused = "refused" in answer ? answer.refused : null;
    setTold(refused?.message ?? "The invitation is withdrawn. Its link leads nowhere now.");
    if (refused && refused.code !== "not_found") return;
    heading.current?.focus();
    onWithdrawn(id);
  };
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>Not used yet</h3>
      <p role="status" class={told ? "small" : "sr"}>{told}</p>
      {invites.length === 0 && <p class="small soft">No invitation is open.</p>}
      {invites.length > 0 && (
        <ul class="invites">
          {invites.map((one) => (
            <li key={one.id}>
              <p>
                {inviteWords(one)}{" "}
                <span class="soft small">
                  until {DAY.format(one.expires)}{one.by && ` · made by ${one.by}`}
                </span>
              </p>
              <button type="button" class="button plain" onClick={() => setDoomed(one)}>
                Withdraw
                <span class="sr">: {inviteWords(one)}, until {DAY.format(one.expires)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {doomed && (
        <Dialog title="Withdraw this invitation?" onClose={() => setDoomed(null)}>
          <p>
            {inviteWords(doomed)}, until {DAY.format(doomed.expires)}. Whoever has the link can no
            longer come in by it. If it was meant for somebody, you can make them another.
          </p>
          <p class="row">
            <button type="button" class="button" onClick={() => setDoomed(null)}>
              Leave it open
            </button>
            <button type="button" class="button main" onClick={() => void withdraw(doomed)}>
              Withdraw it
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
}

/// Shown once: nobody can read it back afterwards.
function Link({ link, expires }: Letter): JSX.Element {
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
