import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { THEMES } from "../../state/preferences";
import { Dialog } from "../../widgets/dialog";

interface Props {
  readonly avoid: readonly string[];
  readonly problem: string;
  readonly onSave: (avoid: readonly string[]) => void;
  readonly onBack: () => void;
}

/// Themes that may be too close.
export function ThemesDialog({ avoid, problem, onSave, onBack }: Props): JSX.Element {
  const [chosen, setChosen] = useState(avoid);
  const turn = (id: string, on: boolean): void =>
    setChosen((before) => (on ? [...before, id] : before.filter((theme) => theme !== id)));
  return (
    <Dialog title="Leave out people who bring …" onClose={onBack}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onSave(chosen);
        }}
      >
        <p>
          Some themes are too close, for now or for good. People who may bring what you choose here
          are folded away. Nobody asks why.
        </p>
        <fieldset class="themes">
          <legend class="sr">Themes to leave out</legend>
          {THEMES.map(({ id, name }) => (
            <label key={id} class="check">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) => turn(id, event.currentTarget.checked)}
              />
              {name}
            </label>
          ))}
        </fieldset>
        <p role="alert" class="problem">{problem}</p>
        <p class="row">
          <button type="submit" class="button main">Save</button>
          <button type="button" class="button plain" onClick={onBack}>Leave it as it was</button>
        </p>
      </form>
    </Dialog>
  );
}
