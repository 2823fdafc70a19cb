/// Asks once more, then deletes a talk and everything kept of it.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { erase } from "../api/http";
import { forget } from "../state/keep";
import { Dialog } from "./dialog";
import { useWho } from "./who";

interface Props {
  readonly session: string;
  readonly name: string;
  readonly onKeep: () => void;
  readonly onDeleted: () => void;
}

export function DeleteDialog({ session, name, onKeep, onDeleted }: Props): JSX.Element {
  const [problem, setProblem] = useState("");
  const local = useWho().me.mode === "local";
  const remove = async (): Promise<void> => {
    const answer = await erase(session);
    if ("refused" in answer && answer.refused.code !== "not_found") {
      return setProblem(answer.refused.message);
    }
    forget(localStorage, session);
    onDeleted();
  };
  return (
    <Dialog title="Delete this talk?" onClose={onKeep}>
      <p>
        Every word of this talk with {name}, how it read and its debrief will be deleted
        {local ? " from this computer" : ""}. This cannot be undone.
      </p>
      <p role="alert">{problem}</p>
      <div class="row">
        <button type="button" class="button" onClick={onKeep}>Keep it</button>
        <button type="button" class="button main" onClick={() => void remove()}>Delete it</button>
      </div>
    </Dialog>
  );
}
