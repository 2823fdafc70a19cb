/// Signed out in the middle of something: what was typed stays, and one can sign in where one is.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Me } from "../api/me";
import { useWho } from "../widgets/who";
import { FromTeam } from "./from_team";

export function SignedOut(): JSX.Element | null {
  const { signedOut } = useWho();
  const [open, setOpen] = useState(true);
  useEffect(() => {
    if (signedOut) setOpen(true);
  }, [signedOut]);
  if (!signedOut) return null;
  return (
    <>
      <aside class="signed-out" aria-label="Signed out">
        <p>You are signed out. What you have written is still here.</p>
        <button type="button" class="button" onClick={() => setOpen(true)}>Sign in</button>
      </aside>
      {open && <InPlace onClose={() => setOpen(false)} />}
    </>
  );
}

function InPlace({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { me, meet } = useWho();
  const come = (known: Me): void => {
    // Somebody else finds nothing of what was open here.
    if (known.account?.id !== me.account?.id) location.assign("/");
    else meet(known);
  };
  const name = me.account?.name ?? "";
  return (
    <FromTeam>
      {({ SignInDialog }) => <SignInDialog name={name} onSignedIn={come} onClose={onClose} />}
    </FromTeam>
  );
}
