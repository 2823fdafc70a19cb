/// The debrief of a talk that was shared: to read, and nothing more.
import type { JSX } from "preact";
import { useCallback } from "preact/hooks";
import { eventsOf, sharedTalks } from "../../api/team";
import { EMPTY, heard } from "../../state/talk";
import { Frame } from "../../widgets/frame";
import { useLoaded } from "../../widgets/loaded";
import { Trouble } from "../../widgets/trouble";
import { DebriefPage } from "../after/debrief_page";
import { Missing } from "../missing";

export function Supervised({ session }: { readonly session: string }): JSX.Element {
  const ask = useCallback(() => eventsOf(session), [session]);
  const events = useLoaded(ask);
  const talks = useLoaded(sharedTalks);
  const refused = events.refused ?? talks.refused;
  const again = (): void => {
    events.again();
    talks.again();
  };
  if (refused?.code === "not_found") return <Missing />;
  if (refused) return <Frame><Trouble refused={refused} again={again} /></Frame>;
  if (!events.value || !talks.value) return <Frame><p /></Frame>;
  const supporter = talks.value.find(({ id }) => id === session)?.supporter;
  if (supporter === undefined) return <Missing />;
  return (
    <DebriefPage
      session={session}
      talk={events.value.reduce(heard, EMPTY)}
      supporter={supporter}
    />
  );
}
