/// What each code means, and each key.
import type { JSX } from "preact";
import type { Workspace } from "../../state/workspace";
import { Dialog } from "../../widgets/dialog";

const KEYS = [
  { keys: "J, K", what: "the next reply, the one before" },
  { keys: "← →", what: "on a reply: choose a word; with Shift, several" },
  { keys: "Esc", what: "the whole reply again" },
  { keys: "1 2 3 …", what: "how heavy the mark is, or the answer to the question you are at" },
  { keys: "Q", what: "to the next question without an answer" },
  { keys: "U", what: "undo" },
  { keys: "?", what: "this list" },
] as const;

export function KeysDialog({ desk, onClose }: {
  readonly desk: Workspace;
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <Dialog title="Codes and keys" onClose={onClose} closable>
      {desk.letters.length > 0 && (
        <dl class="keys">
          {desk.letters.map(({ key, title, about, instrument, code }) => (
            <div key={`${instrument} ${code}`}>
              <dt><kbd>{key === "" ? "–" : key.toUpperCase()}</kbd></dt>
              <dd><strong>{title}</strong> <span class="soft">{about}</span></dd>
            </div>
          ))}
        </dl>
      )}
      <h3>Keys</h3>
      <dl class="keys">
        {KEYS.map(({ keys, what }) => (
          <div key={keys}><dt><kbd>{keys}</kbd></dt><dd>{what}</dd></div>
        ))}
      </dl>
      <p class="small soft">
        Keys rest while you type in a field. All of it can be done without them.
      </p>
    </Dialog>
  );
}
