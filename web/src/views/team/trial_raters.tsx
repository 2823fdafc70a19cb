/// Talks of a study that nobody has been given to read: to whom they go.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { raters } from "../../api/review_http";
import { type Trial, giveToRaters } from "../../api/trials";
import { counted, groupWord } from "../../state/review_words";
import { useLoaded } from "../../widgets/loaded";
import { Trouble } from "../../widgets/trouble";

interface Props {
  readonly trial: Trial;
  readonly onGiven: (trial: Trial) => void;
}

export function Raters(props: Props): JSX.Element {
  const { toRate, given, rated, plan } = props.trial;
  return (
    <section class="stack" aria-labelledby="raters">
      <h2 id="raters">Blinded raters</h2>
      <p>
        Each talk is read by {plan.raters} raters who see neither whose it is nor its arm. Nobody who
        takes part in the study can be one of them.
      </p>
      <p>
        {counted(toRate.length, "talk waits", "talks wait")} to be given out, {given} given,{" "}
        {rated} read by all who should.
      </p>
      {toRate.length > 0 && <Giving {...props} />}
    </section>
  );
}

function Giving({ trial, onGiven }: Props): JSX.Element {
  const { value, refused, again } = useLoaded(raters);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState("");
  const turn = (id: string, on: boolean): void =>
    setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  const give = async (): Promise<void> => {
    const answer = await giveToRaters(trial.id, chosen);
    if ("refused" in answer) return setProblem(answer.refused.message);
    setProblem("");
    onGiven(answer.ok);
  };
  if (refused) return <Trouble refused={refused} again={again} />;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <fieldset class="choose-people">
        <legend class="sr">Raters of the talks that wait</legend>
        {(value ?? []).map(({ id, name, group }) => (
          <label key={id} class="check">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) => turn(id, event.currentTarget.checked)}
            />
            <span>{name} <span class="soft small">{groupWord(group)}</span></span>
          </label>
        ))}
      </fieldset>
      <p role="alert" class="problem">{problem}</p>
      <p>
        <button type="submit" class="button" disabled={chosen.length < trial.plan.raters}>
          Give them the talks
        </button>
      </p>
    </form>
  );
}
