/// The readings over the talk: two plots and the table behind them, on demand.
import type { JSX } from "preact";
import type { Figure } from "../../api/catalog";
import { EMOTIONS } from "../../api/events";
import { Table } from "../../plots/table";
import { Plot, Rows, course } from "../../plots/trace";
import { courseOf } from "../../state/course";
import { NOUNS, abstains, readingBrief } from "../../state/reading_line";
import type { Talk } from "../../state/talk";
import { HeldOut } from "../../widgets/held_out";

interface Props {
  readonly talk: Talk;
  readonly upTo: number;
  readonly guessFirst: boolean;
  readonly figures: readonly Figure[] | null;
}

export function Course({ talk, upTo, guessFirst, figures }: Props): JSX.Element {
  const rows = courseOf(talk, upTo, guessFirst);
  const valence = rows.map((row) => row.reading.valence);
  const arousal = rows.map((row) => row.reading.arousal);
  const series = EMOTIONS.map((emotion) => ({
    name: NOUNS[emotion],
    values: rows.map(({ reading }) => (abstains(reading) ? null : reading.scores[emotion])),
  }));
  return (
    <details class="fold">
      <summary>How the words read over the talk</summary>
      <div class="stack">
        <p class="soft small">
          Words, not relief: over a talk, these curves say little of how much better someone feels.
        </p>
        <Plot
          title="Pleasant and stirred"
          high="pleasant · stirred"
          low="unpleasant · calm"
          range={{ low: -1, high: 1 }}
          series={[{ name: "Pleasant", values: valence }, { name: "Stirred", values: arousal }]}
          label={`Pleasant: ${course(valence)}. Stirred: ${course(arousal)}.`}
        />
        <HeldOut figures={figures} heads={["valence", "arousal"]} />
        <Rows title="Seven emotions, each from 0 to 1" series={series} />
        <HeldOut figures={figures} heads={["emotion"]} />
        <details class="fold">
          <summary>All of it as a table</summary>
          <Table
            caption="How each of the client's turns read"
            columns={["Words", "Reads as", "Pleasant", "Stirred", ...EMOTIONS.map((e) => NOUNS[e])]}
            rows={rows.map(({ words, reading }) => [
              words,
              readingBrief(reading),
              reading.valence,
              reading.arousal,
              ...EMOTIONS.map((emotion) => reading.scores[emotion]),
            ])}
          />
        </details>
      </div>
    </details>
  );
}
