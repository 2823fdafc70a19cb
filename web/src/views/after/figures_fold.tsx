/// Every figure with its trust, folded; every plot with its table.
import type { JSX } from "preact";
import type { CueFigure, Felt, Figures } from "../../api/debrief";
import { EMOTIONS } from "../../api/events";
import { Table } from "../../plots/table";
import { Plot, Rows, course } from "../../plots/trace";
import { NOUNS } from "../../state/reading_line";
import { OUTCOMES, headWords, skillWords } from "../../state/words";
import { HeldOut } from "../../widgets/held_out";
import { Fold } from "./fold";

const MOVED = ["trust", "guard", "distress", "hope"] as const;
const MOVED_WORDS = ["Trust", "Guard", "Distress", "Hope"];

function States({ states }: { readonly states: readonly Felt[] }): JSX.Element {
  const moved = MOVED.map((part, i) => ({
    name: MOVED_WORDS[i] ?? part, values: states.map((state) => state[part]),
  }));
  const tone = [
    { name: "Pleasant", values: states.map((state) => state.valence) },
    { name: "Stirred", values: states.map((state) => state.arousal) },
  ];
  const emotions = EMOTIONS.map((emotion) => ({
    name: NOUNS[emotion], values: states.map((state) => state.emotions[emotion]),
  }));
  return (
    <>
      <p class="small soft">
        What the simulation computed at each turn, hidden until now. It is a model's, not a
        person's.
      </p>
      <Rows title="Trust, guard, distress and hope, each from 0 to 1" series={moved} />
      <Plot
        title="Pleasant and stirred"
        high="pleasant · stirred"
        low="unpleasant · calm"
        range={{ low: -1, high: 1 }}
        series={tone}
        label={tone.map(({ name, values }) => `${name}: ${course(values)}`).join(". ")}
      />
      <Rows title="Seven emotions, each from 0 to 1" series={emotions} />
      <Table
        caption="The state after each of your turns; 0 is the start"
        columns={["Turn", ...MOVED_WORDS, "Pleasant", "Stirred", ...EMOTIONS.map((e) => NOUNS[e])]}
        rows={states.map((state) => [
          `${state.turn}`,
          ...MOVED.map((part) => state[part].toFixed(2)),
          state.valence.toFixed(2),
          state.arousal.toFixed(2),
          ...EMOTIONS.map((emotion) => state.emotions[emotion].toFixed(2)),
        ])}
      />
    </>
  );
}

type Cells = (string | number | null)[];

function cueRow({ kind, words, opened, outcome, how, turn }: CueFigure): Cells {
  const reached = how ? `${OUTCOMES[outcome] ?? outcome}, ${how}` : OUTCOMES[outcome] ?? outcome;
  return [kind, words, opened, reached, turn];
}

export function FiguresFold({ figures }: { readonly figures: Figures }): JSX.Element {
  const { states, skills, cues, layers, words, suggestions, trust, trustHere } = figures;
  return (
    <>
      {states.length > 0 && <Fold title="How it moved"><States states={states} /></Fold>}
      <Fold title="What your turns did">
        <Table
          caption="Own words leaves out ideas that were used unchanged"
          columns={["Skill", "Turns", "Own words"]}
          rows={skills
            .filter(({ count }) => count > 0)
            .map(({ skill, count, own }) => [skillWords(skill), count, own])}
        />
        <Table
          caption="Counts"
          columns={["What", "How many"]}
          rows={[
            ["Your words", words.supporter],
            ["Their words", words.client],
            ["Questions", figures.questions],
            ["Reflections", figures.reflections],
            ["Advice", figures.advice],
            ["Ideas looked at", suggestions.offered],
            ["Ideas used as they were", suggestions.adopted],
            ["Ideas used and changed", suggestions.edited],
            ["Ideas left", suggestions.ignored],
          ]}
        />
        <HeldOut figures={trust} heads={["skills"]} />
      </Fold>
      <Fold title="What they let show">
        <Table
          caption="A hint taken up is a reading of words, and can be wrong"
          columns={["About", "Words", "Shown at turn", "What became of it", "At turn"]}
          rows={cues.map(cueRow)}
        />
      </Fold>
      <Fold title="What came out">
        <Table
          caption="In the order in which it may be told"
          columns={["What", "At turn"]}
          rows={layers.map(({ about, turn }) => [about, turn ?? "not this time"])}
        />
      </Fold>
      <Fold title="How far these figures can be trusted">
        {trustHere.length > 0 && (
          <Table
            caption="Each score against the experts of this service"
            columns={["Score", "Here", ""]}
            rows={trustHere.map((one) => [one.title, one.text, one.shown ? "shown" : "left out"])}
          />
        )}
        <Table
          caption="Each reading against people's labels, on texts it was not made from"
          columns={["Reading", "Statistic", "Value", "Interval", "n", "Measured on", "Date"]}
          rows={trust.map(({ head, statistic, value, low, high, n, measuredOn, date }) => [
            headWords(head),
            statistic,
            value.toFixed(2),
            low === null || high === null ? null : `${low.toFixed(2)}–${high.toFixed(2)}`,
            n.toLocaleString("en"),
            measuredOn,
            date,
          ])}
        />
      </Fold>
    </>
  );
}
