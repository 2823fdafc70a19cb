/// How far each automatic score agrees with this service's experts, and what follows from that.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Score, Trust } from "../../api/alignment";
import { mayDo } from "../../api/me";
import { recalibrate, setFloor, trust } from "../../api/review_http";
import { Interval } from "../../plots/interval";
import { Table } from "../../plots/table";
import { statisticWords } from "../../state/agreeing";
import { asSentence, counted } from "../../state/review_words";
import { besideWords, floorOf, trustState, versionWords } from "../../state/trusted";
import { useLoaded } from "../../widgets/loaded";
import { useTitle } from "../../widgets/title";
import { Trouble } from "../../widgets/trouble";
import { useWho } from "../../widgets/who";
import { NotFor, ReviewFrame } from "./review_frame";

export function TrustPage(): JSX.Element {
  const { value, refused, again } = useLoaded(trust);
  const [newest, setNewest] = useState<Trust | null>(null);
  const decides = mayDo(useWho().me, "manage_service");
  const heading = useTitle("Trust in scores");
  const shown = newest ?? value;
  return (
    <ReviewFrame>
      <article class="review-page">
        <header class="stack">
          <h1 ref={heading} tabIndex={-1}>Trust in scores</h1>
          <p class="lead">
            What the program says of a reply is shown to trainees only as far as it agrees with your
            own experts.
          </p>
          <NotFor />
        </header>
        {refused && <Trouble refused={refused} again={again} />}
        {shown && <Floor floor={shown.floor} decides={decides} onSet={setNewest} />}
        {shown && <Scores trust={shown} decides={decides} onChange={setNewest} />}
      </article>
    </ReviewFrame>
  );
}

function Floor({ floor, decides, onSet }: {
  readonly floor: number;
  readonly decides: boolean;
  readonly onSet: (trust: Trust) => void;
}): JSX.Element {
  const [typed, setTyped] = useState(`${floor}`);
  const [problem, setProblem] = useState("");
  const [said, setSaid] = useState("");
  const wish = floorOf(typed);
  const save = async (): Promise<void> => {
    if (wish === null) return setProblem("The floor is a number from 0 to 1, such as 0.4.");
    const answer = await setFloor(wish);
    setProblem("refused" in answer ? asSentence(answer.refused.message) : "");
    setSaid("refused" in answer ? "" : "The floor is set.");
    if ("ok" in answer) onSet(answer.ok);
  };
  if (!decides) return <p>A score is hidden while its agreement lies below {floor}.</p>;
  return (
    <form
      class="floor"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label for="floor">Agreement below which a score is hidden</label>
      <p class="row">
        <input
          id="floor"
          type="text"
          inputMode="decimal"
          value={typed}
          aria-describedby="floor-why"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={wish === floor}>Set the floor</button>
        <span role="status" class="small soft">{said}</span>
      </p>
      <p id="floor-why" class="small soft">
        0 is no better than chance, 1 is full agreement. 0.4 is where agreement is often called
        moderate.
      </p>
      <p role="alert" class="problem">{problem}</p>
    </form>
  );
}

interface Changing {
  /// Whoever looks may change what trainees see.
  readonly decides: boolean;
  readonly onChange: (trust: Trust) => void;
}

function Scores({ trust: { floor, scores }, decides, onChange }: Changing & {
  readonly trust: Trust;
}): JSX.Element {
  if (scores.length === 0) return <p>There is no score to hold against experts yet.</p>;
  const measured = scores.filter(({ state }) => state !== "unknown");
  const others = scores.filter(({ state }) => state === "unknown");
  const line = (score: Score): JSX.Element => (
    <li key={score.score}>
      <OneScore score={score} floor={floor} decides={decides} onChange={onChange} />
    </li>
  );
  return (
    <section class="stack" aria-labelledby="scores">
      <h2 id="scores">The scores</h2>
      {measured.length > 0 && <ul class="scores">{measured.map(line)}</ul>}
      {others.length > 0 && (
        <details class="fold" open={measured.length === 0}>
          <summary>{counted(others.length, "is", "are")} not measured here yet</summary>
          <ul class="scores">{others.map(line)}</ul>
        </details>
      )}
      <details class="fold">
        <summary>All of it as a table</summary>
        <Table
          caption="Agreement with experts, with 95 % intervals"
          columns={["Score", "Held against", "Statistic", "Value", "Low", "High", "n", "In use"]}
          rows={scores.map(({ title, expert, statistic, value, low, high, n, version }) =>
            [title, expert, statisticWords(statistic), value, low, high, `${n}`,
              versionWords(version)])}
        />
      </details>
    </section>
  );
}

function OneScore({ score, floor, decides, onChange }: Changing & {
  readonly score: Score;
  readonly floor: number;
}): JSX.Element {
  const { title, expert, text, value, low, high, state } = score;
  return (
    <article class="score">
      <div>
        <h3>{title}</h3>
        {expert !== "" && <p class="small soft">held against {expert}</p>}
      </div>
      <div class="score-figure">
        {value !== null && (
          <div class="score-plot" style={{ "--floor": `${2 + 96 * floor}%` }}>
            <Interval value={value} low={low} high={high} />
          </div>
        )}
        <p class="small">{asSentence(text)}</p>
      </div>
      <p class={`score-state small ${state}`}>{trustState(state)}</p>
      <Version score={score} decides={decides} onChange={onChange} />
    </article>
  );
}

function Version({ score, decides, onChange }: Changing & { readonly score: Score }): JSX.Element {
  const { title, state, version, canRecalibrate } = score;
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const beside = besideWords(score);
  const turn = async (how: "recalibrate" | "revert"): Promise<void> => {
    setBusy(true);
    const answer = await recalibrate(score.score, how);
    setBusy(false);
    setProblem("refused" in answer ? asSentence(answer.refused.message) : "");
    if ("ok" in answer) onChange(answer.ok);
  };
  return (
    <div class="score-acts small">
      <p class="soft">{versionWords(version)}{beside !== "" && `; ${beside}`}</p>
      {decides && (
        <p class="row">
          {canRecalibrate && state !== "unknown" && (
            <button
              type="button"
              class="link"
              disabled={busy}
              onClick={() => void turn("recalibrate")}
            >
              Recalibrate<span class="sr"> {title}</span> on these ratings
            </button>
          )}
          {version !== null && (
            <button type="button" class="link" disabled={busy} onClick={() => void turn("revert")}>
              Go back<span class="sr">: {title}</span>
            </button>
          )}
        </p>
      )}
      <p role="alert" class="problem">{problem}</p>
    </div>
  );
}
