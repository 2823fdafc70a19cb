/// After the end: out of role first, then a breath, then one's own view, then the debrief.
import type { JSX } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { people } from "../../api/http";
import type { Driver } from "../../state/driver";
import { go } from "../../widgets/anchor";
import { useDriver } from "../../widgets/driven";
import { Frame } from "../../widgets/frame";
import { useLoaded } from "../../widgets/loaded";
import { useTitle } from "../../widgets/title";
import { Missing } from "../missing";
import { Breath } from "./breath";
import { DebriefPage } from "./debrief_page";
import { Rating } from "./rating";
import "./after.css";

export function After({ session }: { readonly session: string }): JSX.Element {
  const { driver, trouble } = useDriver(session);
  if (trouble === "gone") return <Missing />;
  if (!driver || driver.state.link !== "ready") {
    const away = driver?.state.link === "away";
    return (
      <Frame>
        <h1 class="sr">Looking back</h1>
        <p role="status" class="soft">
          {away ? "Attune cannot be reached. Your talk is safe; this page goes on when it is back." : ""}
        </p>
      </Frame>
    );
  }
  return <Steps driver={driver} session={session} />;
}

function Steps({ driver, session }: { readonly driver: Driver; readonly session: string }): JSX.Element {
  const { talk } = driver.state;
  const cases = useLoaded(people);
  const name = cases.value?.find((person) => person.id === talk.caseId)?.name;
  const [breathed, setBreathed] = useState(false);
  const heading = useTitle("Looking back");
  const toTop = useCallback(() => window.scrollTo(0, 0), []);
  useEffect(() => {
    if (talk.closed === null) go(`/talk/${session}`, "replace");
  }, [talk.closed, session]);
  useEffect(toTop, [breathed, talk.rated]);
  if (talk.rated) return <DebriefPage session={session} talk={talk} />;
  return (
    <Frame>
      {breathed
        ? (
          <Rating
            name={name ?? "them"}
            talk={talk}
            sending={driver.state.wishes.rate !== null}
            onRate={(items, redo) => driver.act({ do: "rate", items, redo })}
          />
        )
        : (
          <Breath
            heading={heading}
            name={name ?? "them"}
            how={talk.closed ?? "now"}
            onReady={() => setBreathed(true)}
          />
        )}
    </Frame>
  );
}
