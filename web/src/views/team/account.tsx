/// One's own account: what the role means, a new password, signing out.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Account, LOCAL, type Me, signOut } from "../../api/me";
import { setPassword } from "../../api/team";
import { forgetAll, keepsAny } from "../../state/keep";
import { SHORTEST_PASSWORD, passwordTrouble } from "../../state/password";
import { NOT_FOR, ROLE_WORDS, reviewsAs } from "../../state/roles";
import { go } from "../../widgets/anchor";
import { Dialog } from "../../widgets/dialog";
import { Frame } from "../../widgets/frame";
import { useTitle } from "../../widgets/title";
import { useWho } from "../../widgets/who";
import { PasswordField } from "./field";

export function AccountPage(): JSX.Element | null {
  const { me, meet } = useWho();
  const heading = useTitle("Your account");
  const { account } = me;
  useEffect(() => {
    if (me.mode === "local") go("/", "replace");
  }, [me.mode]);
  if (!account) return null;
  return (
    <Frame>
      <article class="team stack">
        <h1 ref={heading} tabIndex={-1}>{account.name}</h1>
        <YourRole account={account} />
        <NewPassword name={account.name} />
        <SigningOut me={me} onOut={meet} />
      </article>
    </Frame>
  );
}

function YourRole({ account: { role, group } }: { readonly account: Account }): JSX.Element {
  const { name, does, sees } = ROLE_WORDS[role];
  return (
    <section class="stack" aria-labelledby="role">
      <h2 id="role">What you can do here</h2>
      <dl class="role-words">
        <dt>Your role</dt><dd>{name}</dd>
        <dt>What you may do</dt><dd>{does}</dd>
        <dt>What you see</dt><dd>{sees}</dd>
        {role !== "trainee" && role !== "admin" && (
          <><dt>Your reviews count as those of</dt><dd>{reviewsAs(group)}</dd></>
        )}
      </dl>
      <p class="soft">Your private talks are read by nobody else, in no role. {NOT_FOR}</p>
    </section>
  );
}

function NewPassword({ name }: { readonly name: string }): JSX.Element {
  const [old, setOld] = useState("");
  const [fresh, setFresh] = useState("");
  const [problem, setProblem] = useState("");
  const [changed, setChanged] = useState(false);
  const change = async (): Promise<void> => {
    setChanged(false);
    const trouble = passwordTrouble(fresh, name);
    setProblem(trouble);
    if (trouble) return;
    const answer = await setPassword(old, fresh);
    if ("refused" in answer) return setProblem(answer.refused.message);
    setOld("");
    setFresh("");
    setChanged(true);
  };
  return (
    <section class="stack" aria-labelledby="password">
      <h2 id="password">A new password</h2>
      <form
        class="stack narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <PasswordField name="Old password" value={old} onInput={setOld} fill="current-password" />
        <PasswordField name="New password" value={fresh} onInput={setFresh} fill="new-password">
          At least {SHORTEST_PASSWORD} characters, and without your name in it. You are signed out
          on every other device.
        </PasswordField>
        <p role="alert" class="problem">{problem}</p>
        <p role="status">{changed && "Your password is changed."}</p>
        <p><button type="submit" class="button">Change the password</button></p>
      </form>
    </section>
  );
}

function SigningOut({ me, onOut }: {
  readonly me: Me;
  readonly onOut: (me: Me) => void;
}): JSX.Element {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState("");
  const leave = async (): Promise<void> => {
    const answer = await signOut();
    if ("refused" in answer && answer.refused.code !== "sign_in") {
      return setProblem(answer.refused.message);
    }
    // Others may sit down here next.
    forgetAll(localStorage);
    onOut({ ...LOCAL, mode: "team", service: me.service });
  };
  return (
    <section class="stack" aria-labelledby="out">
      <h2 id="out">On a computer that others use</h2>
      <p>Sign out before you leave it. Nothing of yours stays in this browser then.</p>
      <p role="alert" class="problem">{problem}</p>
      <p>
        <button
          type="button"
          class="button main"
          onClick={() => (keepsAny(localStorage) ? setAsking(true) : void leave())}
        >
          Sign out
        </button>
      </p>
      {asking && (
        <Dialog title="There are words you have not sent" onClose={() => setAsking(false)}>
          <p>
            In a talk that is not over, this browser keeps words that you have begun and not sent.
            Signing out takes them away from here.
          </p>
          <p class="row">
            <button type="button" class="button main" onClick={() => setAsking(false)}>
              Stay, and look at them first
            </button>
            <button type="button" class="button" onClick={() => void leave()}>
              Sign out without them
            </button>
          </p>
        </Dialog>
      )}
    </section>
  );
}
