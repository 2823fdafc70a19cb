/// After a heavy talk: how are you? A suggestion, never a block.
import type { JSX } from "preact";
import type { Progress } from "../api/progress";
import { restWords } from "../state/progress";
import { HelpButton } from "../widgets/help";
import "./care.css";

export function Care({ progress }: { readonly progress: Progress | null }): JSX.Element | null {
  if (!progress || progress.exposure.state === "fine") return null;
  const { state, why } = progress.exposure;
  const rest = restWords(progress, Date.now());
  return (
    <section class="care" aria-labelledby="care">
      <h2 id="care">{state === "cool_down" ? "Let it rest a little" : "How are you?"}</h2>
      <p>{why}</p>
      {rest !== "" && <p class="small soft">{rest}</p>}
      <p class="row"><HelpButton look="button" /></p>
    </section>
  );
}
