/// Choose a person; take up an earlier talk.
import type { JSX, RefObject } from "preact";
import { useState } from "preact/hooks";
import { NO_TERMS } from "../../api/catalog";
import { begin, people, progress, sessions } from "../../api/http";
import { go } from "../../widgets/anchor";
import { Frame } from "../../widgets/frame";
import { useLoaded } from "../../widgets/loaded";
import { usePreferences } from "../../widgets/preferences";
import { Trouble } from "../../widgets/trouble";
import { useTitle } from "../../widgets/title";
import { useWho } from "../../widgets/who";
import { Care } from "../care";
import { FromTeam } from "../from_team";
import { BeforeTalk } from "./before_talk";
import { Choices } from "./choices";
import { Earlier } from "./earlier";
import { Folded } from "./folded";
import { People } from "./people";
import { ThemesDialog } from "./themes_dialog";
import "./start.css";

export function Start(): JSX.Element {
  const cases = useLoaded(people);
  const talks = useLoaded(sessions);
  const past = useLoaded(progress);
  const preferred = usePreferences();
  const [themes, setThemes] = useState(false);
  const [beginning, setBeginning] = useState("");
  const [problem, setProblem] = useState("");
  const [agreed, setAgreed] = useState(NO_TERMS);
  const heading = useTitle("Attune");
  const team = useWho().me.mode === "team";
  const meet = async (id: string): Promise<void> => {
    setBeginning(id);
    setProblem("");
    const answer = await begin(id, agreed);
    if ("ok" in answer) return go(`/talk/${answer.ok}`);
    setBeginning("");
    setProblem(answer.refused.message);
  };
  const avoid = preferred.value?.avoid ?? [];
  const everyone = cases.value ?? [];
  const onOffer = everyone.filter((person) => !person.avoided);
  const leaveOut = async (ids: readonly string[]): Promise<void> => {
    if (!(await preferred.change({ avoid: ids }))) return;
    setThemes(false);
    cases.again();
  };
  return (
    <Frame>
      <Hello heading={heading} />
      {team && <FromTeam>{({ StudyCard }) => <StudyCard />}</FromTeam>}
      <Care progress={past.value} />
      <section aria-labelledby="people">
        <h2 id="people">Who would you like to meet?</h2>
        {cases.refused && <Trouble refused={cases.refused} again={cases.again} />}
        {preferred.value && (
          <Choices
            {...preferred.value}
            problem={themes ? "" : preferred.problem}
            onHelp={(help) => void preferred.change({ help })}
            onThemes={() => setThemes(true)}
          />
        )}
        <BeforeTalk agreed={agreed} onAgree={setAgreed} />
        <p role="alert" class="problem">{problem}</p>
        {everyone.length > 0 && onOffer.length === 0 && (
          <p>Everyone here may bring something that you left out. You find them folded below.</p>
        )}
        <People
          people={onOffer}
          beginning={beginning}
          onMeet={(id) => void meet(id)}
        />
        <Folded
          people={everyone.filter((person) => person.avoided)}
          avoid={avoid}
          onChange={() => setThemes(true)}
        />
      </section>
      {talks.value && talks.value.length > 0 && (
        <Earlier entries={talks.value} onChange={talks.again} />
      )}
      {themes && (
        <ThemesDialog
          avoid={avoid}
          problem={preferred.problem}
          onSave={(ids) => void leaveOut(ids)}
          onBack={() => setThemes(false)}
        />
      )}
    </Frame>
  );
}

function Hello({ heading }: {
  readonly heading: RefObject<HTMLHeadingElement>;
}): JSX.Element {
  return (
    <section class="hello" aria-labelledby="hello">
      <h1 id="hello" ref={heading} tabIndex={-1}>Practice being there for someone</h1>
      <p class="lead">
        Choose a person and talk by text. They are simulated: you can be slow, unsure or clumsy,
        and no one is hurt by it. Afterwards you look back together with what lay beneath.
      </p>
    </section>
  );
}
