/// Which view stands at which address.
import { render, type JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Route, routeOf } from "../state/route";
import { HelpHome } from "../widgets/help";
import { moved } from "../widgets/title";
import { After } from "./after/after";
import { Missing } from "./missing";
import { Part } from "./part";
import { ProgressPage } from "./progress/progress";
import { Start } from "./start/start";
import { Talk } from "./talk/talk";

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
      return <Part name="review" load={() => import("./review/review")} path={route.path} />;
    case "missing":
      return <Missing />;
  }
}

function App(): JSX.Element {
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
  return <HelpHome><View route={route} /></HelpHome>;
}

export function show(place: HTMLElement): void {
  render(<App />, place);
}
