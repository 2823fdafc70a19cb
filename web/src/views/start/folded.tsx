import type { JSX } from "preact";
import type { Person } from "../../api/catalog";
import { leftOut, themeList } from "../../state/preferences";

interface Props {
  readonly people: readonly Person[];
  readonly avoid: readonly string[];
  readonly onChange: () => void;
}

/// People who bring what was left out: there, but folded away.
export function Folded({ people, avoid, onChange }: Props): JSX.Element | null {
  if (people.length === 0) return null;
  const count = people.length === 1 ? "One person is" : `${people.length} people are`;
  return (
    <details class="fold folded">
      <summary>{count} folded away</summary>
      <div class="stack">
        <p>
          They may bring what you chose to leave out.{" "}
          <button type="button" class="link" onClick={onChange}>Change that</button> whenever you
          like.
        </p>
        <ul class="plain-list">
          {people.map((person) => (
            <li key={person.id}>
              {person.name}, {person.age}{" "}
              <span class="soft small">· {themeList(leftOut(person, avoid))}</span>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
