/// The people one can meet, the gentle ones first.
import type { JSX } from "preact";
import type { Person } from "../../api/catalog";
import { difficultyWords } from "../../state/words";
import { PersonCard } from "./person_card";

interface Props {
  readonly people: readonly Person[];
  /// The id of the person a talk with whom is about to begin; "" for none.
  readonly beginning: string;
  readonly onMeet: (id: string) => void;
}

/// In the order in which they come.
function byDifficulty(people: readonly Person[]): [number, Person[]][] {
  const groups = new Map<number, Person[]>();
  for (const person of people)
    groups.set(person.difficulty, [...(groups.get(person.difficulty) ?? []), person]);
  return [...groups];
}

export function People({ people, beginning, onMeet }: Props): JSX.Element {
  return (
    <>
      {byDifficulty(people).map(([difficulty, group]) => (
        <section key={difficulty} aria-labelledby={`people-${difficulty}`} class="people-group">
          <h3 id={`people-${difficulty}`}>{difficultyWords(difficulty)}</h3>
          <ul class="people">
            {group.map((person) => (
              <PersonCard
                key={person.id}
                person={person}
                busy={beginning === person.id}
                onMeet={() => onMeet(person.id)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
