/// Who is asked to take part. Only who looks after people can see who is here.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { mayDo } from "../../api/me";
import { members } from "../../api/team";
import { type Trial, enroll } from "../../api/trials";
import { ROLE_WORDS } from "../../state/roles";
import { Anchor } from "../../widgets/anchor";
import { useLoaded } from "../../widgets/loaded";
import { Trouble } from "../../widgets/trouble";
import { useWho } from "../../widgets/who";

interface Props {
  readonly trial: Trial;
  readonly onEnrolled: (trial: Trial) => void;
}

export function Enrolling(props: Props): JSX.Element {
  const { me } = useWho();
  return (
    <section class="stack" aria-labelledby="enroll">
      <h2 id="enroll">Ask people to take part</h2>
      <p>
        Whoever you enroll finds the consent on their start page and says yes or no themselves. The
        lot is drawn only after that.
      </p>
      {me.mode === "local" && <Alone {...props} />}
      {me.mode === "team" && (mayDo(me, "manage_people")
        ? <Choosing {...props} />
        : <p class="soft">An admin can do that: only they see who is here.</p>)}
    </section>
  );
}

function Alone({ trial, onEnrolled }: Props): JSX.Element {
  const [problem, setProblem] = useState("");
  if (trial.people.length > 0) {
    return <p><Anchor to="/study" look="button">Go to your part in it</Anchor></p>;
  }
  const join = async (): Promise<void> => {
    const answer = await enroll(trial.id, [""]);
    if ("refused" in answer) setProblem(answer.refused.message);
    else onEnrolled(answer.ok);
  };
  return (
    <>
      <p role="alert" class="problem">{problem}</p>
      <p>
        <button type="button" class="button" onClick={() => void join()}>Enroll me, to try it</button>
      </p>
    </>
  );
}

function Choosing({ trial, onEnrolled }: Props): JSX.Element {
  const { value, refused, again } = useLoaded(members);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState("");
  const inside = trial.people.map(({ account }) => account);
  const open = (value?.people ?? []).filter(({ id, active }) => active && !inside.includes(id));
  const turn = (id: string, on: boolean): void =>
    setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  const ask = async (): Promise<void> => {
    const answer = await enroll(trial.id, chosen);
    if ("refused" in answer) return setProblem(answer.refused.message);
    setProblem("");
    setChosen([]);
    onEnrolled(answer.ok);
  };
  if (refused) return <Trouble refused={refused} again={again} />;
  if (value && open.length === 0) return <p class="soft">Everybody here is enrolled.</p>;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <fieldset class="choose-people">
        <legend class="sr">People to enroll</legend>
        {open.map(({ id, name, role }) => (
          <label key={id} class="check">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) => turn(id, event.currentTarget.checked)}
            />
            <span>{name} <span class="soft small">{ROLE_WORDS[role].name}</span></span>
          </label>
        ))}
      </fieldset>
      <p role="alert" class="problem">{problem}</p>
      <p>
        <button type="submit" class="button main" disabled={chosen.length === 0}>
          {chosen.length < 2 ? "Enroll" : `Enroll ${chosen.length} people`}
        </button>
      </p>
    </form>
  );
}
