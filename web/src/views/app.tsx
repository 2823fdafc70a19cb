/// Which view stands at which address.
import { render, type JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Route, isOpen, routeOf, signInPath } from "../state/route";
import { go } from "../widgets/anchor";
import { HelpHome } from "../widgets/help";
import { moved } from "../widgets/title";
import { WhoHome, useAskedWho, useWho } from "../widgets/who";
import { After } from "./after/after";
import { Away } from "./away";
import { Missing } from "./missing";
import { Part } from "./part";
import { ProgressPage } from "./progress/progress";
import { SignedOut } from "./signed_out";
import { Start } from "./start/start";
import { Talk } from "./talk/talk";
import { loadTeam } from "./from_team";

const loadReview = (): Promise<typeof import("./review/review")> => import("./review/review");

function View({ route }: { readonly route: Route }): JSX.Element {
  switch (route.view) {
    case "start":
      return <Start />;
    case "progress":
      return <ProgressPage />;
    case "talk":
      return <Talk key={route.session} session={route.session} />;
    case "debrief":
      return <After key={route.session} session={route.session} />;
    case "review":
      return <Part key="review" name="review" load={loadReview} path={route.path} />;
    case "team":
      return <Part key="team" name="team" load={loadTeam} path={route.path} />;
    case "missing":
      return <Missing />;
  }
}

/// Whoever is not signed in is asked to, and comes back to where they were going.
function Doorway({ route }: { readonly route: Route }): JSX.Element {
  const { me } = useWho();
  const shut = me.mode === "team" && me.account === null && !isOpen(location.pathname);
  useEffect(() => {
    if (shut) go(signInPath(location.pathname), "replace");
  }, [shut]);
  return shut ? <Away away={false} /> : <View route={route} />;
}

function App(): JSX.Element {
  const { who, away } = useAskedWho();
  const [route, setRoute] = useState(() => routeOf(location.pathname));
  useEffect(() => {
    const move = (): void => {
      moved();
      window.scrollTo(0, 0);
      setRoute(routeOf(location.pathname));
    };
    window.addEventListener("popstate", move);
    return () => window.removeEventListener("popstate", move);
  }, []);
  return (
    <HelpHome>
      {who
        ? <WhoHome value={who}><SignedOut /><Doorway route={route} /></WhoHome>
        : <Away away={away} />}
    </HelpHome>
  );
}

export function show(place: HTMLElement): void {
  render(<App />, place);
}
