/// The live talk: one header line, the conversation, the composer, and a rail, closed at first.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Driver } from "../../state/driver";
import { ended } from "../../state/practice";
import { useDriver } from "../../widgets/driven";
import { usePersonName } from "../../widgets/person_name";
import { useTitle } from "../../widgets/title";
import { Away } from "../away";
import { Missing } from "../missing";
import { Composer } from "./composer";
import { Conversation } from "./conversation";
import { EndNote } from "./ending";
import { Rail, type Panel } from "./rail";
import { type Asking, TalkDialogs, toComposer } from "./talk_dialogs";
import { TalkHeader } from "./talk_header";
import "./talk.css";

/// Escape takes back words on their way, wherever the focus is, unless a dialog has it.
function useEscape(driver: Driver | null): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented || !driver) return;
      if (document.querySelector("dialog[open]")) return;
      if (!driver.state.outbox.some((unsent) => unsent.phase === "held")) return;
      event.preventDefault();
      takeBack(driver);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [driver]);
}

function takeBack(driver: Driver): void {
  driver.act({ do: "take_back" });
  document.getElementById("words")?.focus();
}

export function Talk({ session }: { readonly session: string }): JSX.Element {
  const { driver, trouble } = useDriver(session);
  const name = usePersonName(driver?.state.talk.caseId ?? "");
  useEscape(driver);
  if (trouble === "gone") return <Missing />;
  if (!driver || !name) return <Away away={driver?.state.link === "away"} />;
  const unreadable = trouble === "unreadable";
  return <Live driver={driver} session={session} name={name} unreadable={unreadable} />;
}

/// Ideas that come by themselves stand open beside the talk where there is room for both.
function panelAtFirst({ state }: Driver): Panel | null {
  return state.talk.help === "always" && matchMedia("(min-width: 64rem)").matches ? "ideas" : null;
}

interface LiveProps {
  readonly driver: Driver;
  readonly session: string;
  readonly name: string;
  readonly unreadable: boolean;
}

function Live({ driver, session, name, unreadable }: LiveProps): JSX.Element {
  const { state } = driver;
  const heading = useTitle(`Practice with ${name}`);
  const [panel, setPanel] = useState(() => panelAtFirst(driver));
  const [cue, setCue] = useState("");
  const [asking, setAsking] = useState<Asking>(null);
  const over = ended(state);
  return (
    <div class={panel ? "talk open" : "talk"}>
      <TalkHeader
        name={name}
        heading={heading}
        over={state.talk.closed !== null}
        onPause={() => driver.act({ do: "pause", on: true })}
        onConsult={() => setAsking("consult")}
        onEnd={() => setAsking("end")}
      />
      <main class="talk-main">
        <Conversation
          state={state}
          name={name}
          cue={cue}
          onDispute={(dispute) => driver.act({ do: "dispute", dispute })}
          onTakeBack={() => takeBack(driver)}
        />
        {over
          ? <EndNote session={session} name={name} how={state.talk.closed ?? "now"} />
          : <Composer driver={driver} session={session} name={name} unreadable={unreadable} />}
      </main>
      {!over && (
        <Rail
          driver={driver}
          name={name}
          panel={panel}
          onPanel={setPanel}
          onCue={setCue}
          onUsed={() => {
            if (matchMedia("(max-width: 63.99rem)").matches) setPanel(null);
            toComposer();
          }}
        />
      )}
      <TalkDialogs driver={driver} name={name} asking={asking} onAsk={setAsking} />
    </div>
  );
}
