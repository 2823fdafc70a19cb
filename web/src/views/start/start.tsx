/// Choose a person; take up an earlier talk.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Person } from "../../api/catalog";
import { begin, people, sessions } from "../../api/http";
import { difficultyWords } from "../../state/words";
import { go } from "../../widgets/anchor";
import { Frame } from "../../widgets/frame";
import { useLoaded } from "../../widgets/loaded";
import { Trouble } from "../../widgets/trouble";
import { useTitle } from "../../widgets/title";
import { Earlier } from "./earlier";
import { PersonCard } from "./person_card";
import "./start.css";

/// In the order in which they come.
function byDifficulty(people: readonly Person[]): [number, Person[]][] {
  const groups = new Map<number, Person[]>();
  for (const person of people)
    groups.set(person.difficulty, [...(groups.get(person.difficulty) ?? []), person]);
  return [...groups];
}

export function Start(): JSX.Element {
  const cases = useLoaded(people);
  const talks = useLoaded(sessions);
  const [beginning, setBeginning] = useState("");
  const [problem, setProblem] = useState("");
  const heading = useTitle("Attune");
  const meet = async (id: string): Promise<void> => {
    setBeginning(id);
    setProblem("");
    const answer = await begin(id);
    if ("ok" in answer) return go(`/talk/${answer.ok}`);
    setBeginning("");
    setProblem(answer.refused.message);
  };
  return (
    <Frame>
      <section class="hello" aria-labelledby="hello">
        <h1 id="hello" ref={heading} tabIndex={-1}>Practice being there for someone</h1>
        <p class="lead">
          Choose a person and talk by text. They are simulated: you can be slow, unsure or clumsy,
          and no one is hurt by it. Afterwards you look back together with what lay beneath.
        </p>
        <p class="soft">
          Your talks are kept on this computer only, until you delete them.
        </p>
      </section>
      <section aria-labelledby="people">
        <h2 id="people">Who would you like to meet?</h2>
        {cases.refused && <Trouble refused={cases.refused} again={cases.again} />}
        <p role="alert" class="problem">{problem}</p>
        {byDifficulty(cases.value ?? []).map(([difficulty, group]) => (
          <section key={difficulty} aria-labelledby={`people-${difficulty}`} class="people-group">
            <h3 id={`people-${difficulty}`}>{difficultyWords(difficulty)}</h3>
            <ul class="people">
              {group.map((person) => (
                <PersonCard
                  key={person.id}
                  person={person}
                  busy={beginning === person.id}
                  onMeet={() => void meet(person.id)}
                />
              ))}
            </ul>
          </section>
        ))}
      </section>
      {talks.value && talks.value.length > 0 && (
        <Earlier entries={talks.value} onChange={talks.again} />
      )}
    </Frame>
  );
}
