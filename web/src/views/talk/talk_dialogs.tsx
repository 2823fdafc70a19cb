/// What may stand over the talk: a pause, the ways to end, a supervisor, a word about oneself.
import type { JSX } from "preact";
import type { Driver } from "../../state/driver";
import { isPaused } from "../../state/practice";
import { AboutMe, CheckIn } from "./check_in";
import { ConsultDialog } from "./consult";
import { EndDialog } from "./ending";
import { PauseCover } from "./pause";

/// What the supporter is being asked; null for nothing.
export type Asking = "end" | "consult" | "me" | null;

interface Props {
  readonly driver: Driver;
  readonly name: string;
  readonly asking: Asking;
  readonly onAsk: (asking: Asking) => void;
}

/// The focus goes to the composer once what covers it is gone.
export function toComposer(): void {
  window.setTimeout(() => document.getElementById("words")?.focus());
}

export function TalkDialogs({ driver, name, asking, onAsk }: Props): JSX.Element {
  const { state } = driver;
  const back = (): void => onAsk(null);
  const end = (how: "now" | "stop"): void => {
    back();
    driver.act({ do: "end", how });
  };
  return (
    <>
      {isPaused(state) && (
        <PauseCover
          name={name}
          onResume={() => driver.act({ do: "pause", on: false })}
          onEnd={() => onAsk("end")}
        />
      )}
      {asking === "end" && state.talk.closed === null && (
        <EndDialog
          name={name}
          onGoodbye={() => {
            back();
            driver.act({ do: "goodbye", on: true });
            toComposer();
          }}
          onEnd={end}
          onBack={back}
        />
      )}
      {asking === "consult" && state.talk.closed === null && (
        <ConsultDialog
          name={name}
          onBack={back}
          onConsult={() => {
            back();
            driver.act({ do: "consult" });
          }}
        />
      )}
      <OwnDistress driver={driver} name={name} asking={asking} onAsk={onAsk} />
    </>
  );
}

/// Is this about you, or the exercise? And what follows when it is about them.
function OwnDistress({ driver, name, asking, onAsk }: Props): JSX.Element | null {
  const { checkIn, outbox } = driver.state;
  const asked = outbox.find(({ key }) => key === checkIn);
  const toBox = (): void => driver.act({ do: "about_me" });
  if (asking === "me") {
    return (
      <AboutMe
        name={name}
        onStop={() => {
          onAsk(null);
          driver.act({ do: "typed", text: "" });
          driver.act({ do: "end", how: "stop" });
        }}
        onBack={() => onAsk(null)}
      />
    );
  }
  if (!asked) return null;
  return (
    <CheckIn
      name={name}
      words={asked.text}
      onExercise={() => driver.act({ do: "in_exercise" })}
      onMe={() => {
        toBox();
        onAsk("me");
      }}
      onBack={toBox}
    />
  );
}
