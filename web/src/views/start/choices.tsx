/// Before a talk: when ideas come, and which themes to leave out.
import type { JSX } from "preact";
import type { HelpWish } from "../../api/preferences";
import { HELP_WORDS, themeList } from "../../state/preferences";

interface Props {
  readonly help: HelpWish;
  readonly avoid: readonly string[];
  readonly problem: string;
  readonly onHelp: (help: HelpWish) => void;
  readonly onThemes: () => void;
}

export function Choices({ help, avoid, problem, onHelp, onThemes }: Props): JSX.Element {
  const chosen = HELP_WORDS.find(({ wish }) => wish === help);
  return (
    <section class="choices" aria-label="Before a talk">
      <fieldset>
        <legend>Ideas during a talk</legend>
        <div class="choice-row">
          {HELP_WORDS.map(({ wish, name }) => (
            <label key={wish} class="choice">
              <input
                type="radio"
                name="help"
                checked={wish === help}
                aria-describedby="choice-line"
                onChange={() => onHelp(wish)}
              />
              {name}
            </label>
          ))}
        </div>
        <p id="choice-line" class="small soft">{chosen?.line}</p>
      </fieldset>
      <div class="choice-themes">
        <h3>Themes left out</h3>
        <p>
          <span class="choice-list">{avoid.length > 0 ? themeList(avoid) : "None"}</span>
          {" "}
          <button type="button" class="link" onClick={onThemes}>
            {avoid.length > 0 ? "Change" : "Choose"}<span class="sr"> what to leave out</span>
          </button>
        </p>
        <p class="small soft">You need no reason, and can change it whenever you like.</p>
      </div>
      <p role="alert" class="problem">{problem}</p>
    </section>
  );
}
