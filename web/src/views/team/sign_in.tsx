/// Signing in: on a page of its own, or in a dialog over what one was doing.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Me, signIn } from "../../api/me";
import { wantedPath } from "../../state/route";
import { go } from "../../widgets/anchor";
import { Dialog } from "../../widgets/dialog";
import { Frame } from "../../widgets/frame";
import { useTitle } from "../../widgets/title";
import { useWho } from "../../widgets/who";
import { Field, PasswordField } from "./field";

interface FormProps {
  readonly known: string;
  readonly onSignedIn: (me: Me) => void;
}

function SignInForm({ known, onSignedIn }: FormProps): JSX.Element {
  const [name, setName] = useState(known);
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const enter = async (): Promise<void> => {
    setBusy(true);
    setProblem("");
    const answer = await signIn(name, password);
    setBusy(false);
    if ("ok" in answer) return onSignedIn(answer.ok);
    setProblem(answer.refused.message);
  };
  return (
    <form
      class="stack narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <Field name="Name" value={name} onInput={setName} fill="username" />
      <PasswordField
        name="Password"
        value={password}
        onInput={setPassword}
        fill="current-password"
      />
      <p role="alert" class="problem">{problem}</p>
      <p><button type="submit" class="button main" disabled={busy}>Sign in</button></p>
    </form>
  );
}

export function SignInPage(): JSX.Element {
  const { me, meet } = useWho();
  const { name } = me.service;
  const heading = useTitle("Sign in");
  const here = me.mode === "local" || me.account !== null;
  useEffect(() => {
    if (here) go(wantedPath(location.search), "replace");
  }, [here]);
  return (
    <Frame>
      <section class="door stack">
        <h1 ref={heading} tabIndex={-1}>{name ? `Welcome to ${name}` : "Welcome"}</h1>
        <p class="lead">
          Here you practice being there for someone, with people who are simulated, at your own
          pace.
        </p>
        <SignInForm known="" onSignedIn={meet} />
        <p class="small soft">
          No account yet, or the password forgotten? Whoever invited you can help with both.
        </p>
      </section>
    </Frame>
  );
}

export function SignInDialog({ name, onSignedIn, onClose }: {
  readonly name: string;
  readonly onSignedIn: (me: Me) => void;
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <Dialog title="Please sign in again" onClose={onClose}>
      <p>
        You were signed out, perhaps because some time has passed. What you have written is still
        here, and goes on from where it was.
      </p>
      <SignInForm known={name} onSignedIn={onSignedIn} />
      <p>
        <button type="button" class="button plain" onClick={onClose}>Back to what I wrote</button>
      </p>
    </Dialog>
  );
}
