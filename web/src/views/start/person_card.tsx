import type { JSX } from "preact";
import type { Person } from "../../api/catalog";
import { difficultyWords } from "../../state/words";

interface Props {
  readonly person: Person;
  readonly busy: boolean;
  readonly onMeet: () => void;
}

function Listed({ title, items }: {
  readonly title: string;
  readonly items: readonly string[];
}): JSX.Element {
  return (
    <div>
      <h4>{title}</h4>
      <ul>{items.map((item) => <li key={item}>{item}</li>)}</ul>
    </div>
  );
}

export function PersonCard({ person, busy, onMeet }: Props): JSX.Element {
  const { id, name, age, place, who, mayMeet, trains, difficulty, review, minutes, turns } = person;
  return (
    <li class="person">
      <article aria-labelledby={`person-${id}`}>
        <header>
          <h3 id={`person-${id}`}>{name}, {age}</h3>
          <p class="soft small">{place}</p>
        </header>
        <p class="person-who">{who}</p>
        <Listed title="You may meet" items={mayMeet} />
        <Listed title="It trains" items={trains} />
        <p class="person-facts small">
          <strong>{difficultyWords(difficulty)}</strong>
          <span>about {minutes} minutes, {turns} turns</span>
        </p>
        <p class="soft tiny">{review}</p>
        <button type="button" class="button main" disabled={busy} onClick={onMeet}>
          Talk with {name}
        </button>
      </article>
    </li>
  );
}
