/// After the end: out of role first, then a breath, then one's own view, then the debrief.
import type { JSX } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Driver } from "../../state/driver";
import { go } from "../../widgets/anchor";
import { useDriver } from "../../widgets/driven";
import { Frame } from "../../widgets/frame";
import { usePersonName } from "../../widgets/person_name";
import { moved, useTitle } from "../../widgets/title";
import { Away } from "../away";
import { Missing } from "../missing";
import { Breath } from "./breath";
import { DebriefPage } from "./debrief_page";
import { Rating } from "./rating";
import "./after.css";

export function After({ session }: { readonly session: string }): JSX.Element {
  const { driver, trouble } = useDriver(session);
  const name = usePersonName(driver?.state.talk.caseId ?? "");
  const met = useMet(driver?.state.link === "ready");
  if (trouble === "gone") return <Missing />;
  if (!driver || !name || !met) return <Away away={driver?.state.link === "away"} />;
  return <Steps driver={driver} session={session} name={name} />;
}

/// True from the first time on: a lost connection takes nothing from the screen.
function useMet(now: boolean): boolean {
  const [met, setMet] = useState(false);
  useEffect(() => {
    if (now) setMet(true);
  }, [now]);
  return met;
}

function Steps({ driver, session, name }: {
  readonly driver: Driver;
  readonly session: string;
  readonly name: string;
}): JSX.Element {
  const { talk } = driver.state;
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
      {driver.state.link === "away" && (
        <p role="status">Attune cannot be reached. What you choose is sent when it is back.</p>
      )}
      {breathed
        ? (
          <Rating
            name={name}
            talk={talk}
            sending={driver.state.wishes.rate !== null}
            onRate={(items, redo) => {
              moved();
              driver.act({ do: "rate", items, redo });
            }}
          />
        )
        : (
          <Breath
            heading={heading}
            name={name}
            how={talk.closed ?? "now"}
            onReady={() => setBreathed(true)}
          />
        )}
    </Frame>
  );
}
