/// The open parts of the debrief.
import type { JSX } from "preact";
import type { Debrief } from "../../api/debrief";
import type { Item } from "../../api/instrument";
import type { OwnTurn } from "../../state/rating";
import { stepWords } from "../../state/step_words";
import { brief } from "../../state/words";
import { Quoted } from "./quoted";

export function Safety({ safety }: Pick<Debrief, "safety">): JSX.Element | null {
  if (safety.length === 0) return null;
  return (
    <section class="safety" aria-labelledby="safety">
      <h2 id="safety">First, about safety</h2>
      {safety.map(({ text }) => <p key={text}>{text}</p>)}
    </section>
  );
}

export function Self({ self, asked, turns }: Pick<Debrief, "self"> & {
  /// The questions that they answered.
  readonly asked: readonly Item[];
  readonly turns: readonly OwnTurn[];
}): JSX.Element | null {
  if (!self) return null;
  const redo = turns.find(({ turn }) => turn === self.redo);
  const rated = asked.flatMap((item) => {
    const value = self.items[item.id];
    return value === undefined ? [] : [{ item, value }];
  });
  if (rated.length === 0 && !redo) return null;
  return (
    <section aria-labelledby="self">
      <h2 id="self">How you saw it</h2>
      <ul class="plain-list">
        {rated.map(({ item, value }) => (
          <li key={item.id}>“{item.self ?? item.ask}” <strong>{stepWords(item, value)}</strong></li>
        ))}
      </ul>
      {redo && <p>The moment you would do again: “{brief(redo.reply, 160)}”</p>}
    </section>
  );
}

export function Worked({ worked, name }: Pick<Debrief, "worked" | "name">): JSX.Element | null {
  if (worked.length === 0) return null;
  return (
    <section aria-labelledby="worked">
      <h2 id="worked">What worked</h2>
      {worked.map((moment) => (
        <div key={moment.turn} class="moment">
          <Quoted exchange={moment} name={name} />
          <p>{moment.why}</p>
        </div>
      ))}
    </section>
  );
}

type NoteProps = Pick<Debrief, "name" | "note" | "unsaid">;

export function Note({ name, note, unsaid }: NoteProps): JSX.Element | null {
  if (!note && unsaid.length === 0) return null;
  return (
    <section aria-labelledby="note">
      <h2 id="note">What {name} did not say</h2>
      <blockquote class="letter">
        {note && <p>{note}</p>}
        {unsaid.map((words) => <p key={words}>{words}</p>)}
        <footer>{name}</footer>
      </blockquote>
    </section>
  );
}

export function Next({ next }: Pick<Debrief, "next">): JSX.Element | null {
  if (!next) return null;
  return (
    <section class="next" aria-labelledby="next">
      <h2 id="next">One thing for next time</h2>
      <p>{next}</p>
    </section>
  );
}
