/// Somebody was invited: what it is an invitation to, then a name and a password.
import type { JSX } from "preact";
import { useCallback, useState } from "preact/hooks";
import { type Invite, accept, invite } from "../../api/team";
import { passwordTrouble, SHORTEST_PASSWORD } from "../../state/password";
import { NOT_FOR, ROLE_WORDS, reviewsAs } from "../../state/roles";
import { Anchor, go } from "../../widgets/anchor";
import { Frame } from "../../widgets/frame";
import { useLoaded } from "../../widgets/loaded";
import { useTitle } from "../../widgets/title";
import { Trouble } from "../../widgets/trouble";
import { useWho } from "../../widgets/who";
import { Field, PasswordField } from "./field";

export function InvitePage({ token }: { readonly token: string }): JSX.Element {
  const ask = useCallback(() => invite(token), [token]);
  const { value, refused, again } = useLoaded(ask);
  const { service } = useWho().me;
  const heading = useTitle("Your invitation");
  return (
    <Frame>
      <section class="door stack">
        <h1 ref={heading} tabIndex={-1}>
          {service.name ? `${service.name} invites you` : "You are invited"}
        </h1>
        {refused?.code === "not_found" && <Past />}
        {refused && refused.code !== "not_found" && <Trouble refused={refused} again={again} />}
        {value && <Invited invite={value} token={token} />}
      </section>
    </Frame>
  );
}

function Past(): JSX.Element {
  return (
    <>
      <p>
        This invitation has been used already, or was withdrawn, or its time is over. Whoever sent
        it can make a new one for you.
      </p>
      <p><Anchor to="/sign-in" look="button main">To sign in</Anchor></p>
    </>
  );
}

function Invited({ invite: { role, group }, token }: {
  readonly invite: Invite;
  readonly token: string;
}): JSX.Element {
  const { meet } = useWho();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const words = ROLE_WORDS[role];
  const join = async (): Promise<void> => {
    const trouble = passwordTrouble(password, name);
    setProblem(trouble);
    if (trouble) return;
    setBusy(true);
    const answer = await accept(token, name, password);
    setBusy(false);
    if ("refused" in answer) return setProblem(answer.refused.message);
    meet(answer.ok);
    go("/", "replace");
  };
  return (
    <>
      <p class="lead">
        To practice being there for someone, with people who are simulated. Nobody you meet here
        can be hurt by your words.
      </p>
      <dl class="role-words">
        <dt>You come as</dt><dd>{words.name}</dd>
        <dt>What you may do</dt><dd>{words.does}</dd>
        <dt>What you will see</dt><dd>{words.sees}</dd>
        {role !== "trainee" && role !== "admin" && (
          <><dt>Your reviews count as those of</dt><dd>{reviewsAs(group)}</dd></>
        )}
      </dl>
      <p class="soft">
        Your own talks are private unless you share them or the service says otherwise beforehand.
        {" "}{NOT_FOR}
      </p>
      <form
        class="stack narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void join();
        }}
      >
        <Field name="A name to sign in with" value={name} onInput={setName} fill="username">
          2 to 64 characters. It need not be your real one; whoever looks after this place sees it.
        </Field>
        <PasswordField
          name="A password"
          value={password}
          onInput={setPassword}
          fill="new-password"
        >
          At least {SHORTEST_PASSWORD} characters, and without your name in it. A few words in a row
          do well; signs and digits are not needed.
        </PasswordField>
        <p role="alert" class="problem">{problem}</p>
        <p><button type="submit" class="button main" disabled={busy}>Come in</button></p>
      </form>
    </>
  );
}
