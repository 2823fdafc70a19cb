import type { JSX } from "preact";
import type { Person } from "../../api/catalog";

interface Props {
  readonly person: Person;
  readonly busy: boolean;
  readonly onMeet: () => void;
}

export function PersonCard({ person, busy, onMeet }: Props): JSX.Element {
  const { id, name, age, place, who, mayMeet, trains, review, minutes, turns } = person;
  return (
    <li class="person">
      <article aria-labelledby={`person-${id}`}>
        <header>
          <h4 id={`person-${id}`}>{name}, {age}</h4>
          <p class="soft small">{place}</p>
        </header>
        <p class="person-who">{who}</p>
        <div class="person-meet small">
          <p class="soft"><strong>You may meet</strong></p>
          <p>{mayMeet.join("; ")}.</p>
        </div>
        <details class="fold small">
          <summary>What it trains<span class="sr"> with {name}</span></summary>
          <ul>{trains.map((item) => <li key={item}>{item}</li>)}</ul>
          <p class="soft">About {minutes} minutes, {turns} turns. {review}</p>
        </details>
        <button type="button" class="button main" disabled={busy} onClick={onMeet}>
          Talk with {name}
        </button>
      </article>
    </li>
  );
}
