import type { JSX } from "preact";
import type { Debrief } from "../../api/debrief";
import { ExpertsDiffer } from "./experts_differ";
import { Quoted } from "./quoted";
import { type OnTry, TryIt } from "./try_it";

interface Props extends Pick<Debrief, "moments" | "name"> {
  readonly onTry: OnTry;
  readonly onDiscuss: () => void;
}

/// Moments to look at again; each can be tried once more from there.
export function Moments({ moments, name, onTry, onDiscuss }: Props): JSX.Element | null {
  if (moments.length === 0) return null;
  return (
    <section aria-labelledby="moments">
      <h2 id="moments">{moments.length > 1 ? "Moments" : "A moment"} to look at again</h2>
      {moments.map((moment) => (
        <article key={moment.turn} class="moment">
          <h3>{moment.title}</h3>
          <Quoted exchange={moment} name={name} />
          <dl class="moment-more">
            {moment.beneath && <><dt>What lay beneath</dt><dd>{moment.beneath}</dd></>}
            {moment.anotherWay && <><dt>One way among others</dt><dd>“{moment.anotherWay}”</dd></>}
          </dl>
          <ExpertsDiffer of={moment.expertsDiffer} />
          <TryIt onTry={onTry} turn={moment.branchTurn} at={moment.title} />
        </article>
      ))}
      <p class="no-print small soft">
        With others in the room?{" "}
        <button type="button" class="link" onClick={onDiscuss}>Pause and discuss</button>, moment by
        moment, before you look at what was said.
      </p>
    </section>
  );
}
