/// Who is at the page: asked at start, and again after signing in or out.
import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { door } from "../api/ask";
import { LOCAL, type Me, me as askMe } from "../api/me";

export interface Who {
  readonly me: Me;
  /// Who was signed in is so no more; what they typed is still on the page.
  readonly signedOut: boolean;
  /// Takes in whom the server told of.
  readonly meet: (me: Me) => void;
}

const Shown = createContext<Who>({ me: LOCAL, signedOut: false, meet: () => undefined });
export const WhoHome = Shown.Provider;

export function useWho(): Who {
  return useContext(Shown);
}

const AGAIN_MS = 2000;

/// Null until the server has said who it is. `away`: it cannot be reached; asked again by itself.
export function useAskedWho(): { readonly who: Who | null; readonly away: boolean } {
  const [me, setMe] = useState<Me | null>(null);
  const [tries, setTries] = useState(0);
  const [signedOut, setSignedOut] = useState(false);
  useEffect(() => {
    let timer = 0;
    void askMe().then((answer) => {
      if ("ok" in answer) setMe(answer.ok);
      else timer = window.setTimeout(() => setTries(tries + 1), AGAIN_MS);
    });
    return () => window.clearTimeout(timer);
  }, [tries]);
  useEffect(() => {
    const turn = (event: Event): void => setSignedOut(event.type === "out");
    door.addEventListener("out", turn);
    door.addEventListener("in", turn);
    return () => {
      door.removeEventListener("out", turn);
      door.removeEventListener("in", turn);
    };
  }, []);
  if (!me) return { who: null, away: tries > 0 };
  const out = signedOut && me.account !== null;
  return { who: { me, signedOut: out, meet: setMe }, away: false };
}
