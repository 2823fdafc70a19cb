/// Rows of the map: who judges how, side by side, and the gaps in words.
import type { JSX } from "preact";
import { COLUMNS, type Column, type Estimate, GAPS, type Gap, type Row } from "../../api/alignment";
import { Interval } from "../../plots/interval";
import { Table } from "../../plots/table";
import {
  type Scale, agreementWords, estimateWords, figure, gapWords, rangeWords, shareOf,
  withinWords,
} from "../../state/misaligned";
import { counted, groupsWord } from "../../state/review_words";
import type { Opened } from "./map";

interface Props {
  readonly title: string;
  readonly about: string;
  readonly rows: readonly Row[];
  readonly scaleOf: (row: Row) => Scale;
  readonly onOpen: (opened: Opened) => void;
}

export function MapRows({ title, about, rows, scaleOf, onOpen }: Props): JSX.Element {
  const id = `map-${title.replaceAll(" ", "-")}`;
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="small soft">{about} Each figure opens onto the turns behind it.</p>
      <ul class="map-rows">
        <li class="map-names tiny" aria-hidden="true">
          <span />
          {COLUMNS.map((column) => <span key={column}>{groupsWord(column)}</span>)}
          <span>Gaps, with 95 % intervals</span>
        </li>
        {rows.map((row) => (
          <MapRow key={row.id} row={row} scale={scaleOf(row)} onOpen={onOpen} />
        ))}
      </ul>
      <details class="fold">
        <summary>All of it as a table</summary>
        <Table
          caption={`${title}: figure, 95 % interval, number of talks`}
          columns={["What", ...COLUMNS.map(groupsWord)]}
          rows={rows.map((row) => [
            row.title, ...COLUMNS.map((column) => tableCell(row.cells[column], scaleOf(row))),
          ])}
        />
        <Table
          caption="Agreement within a group (Krippendorff’s alpha), and gaps"
          columns={["What", "Peers", "Experts", "Gaps"]}
          rows={rows.map((row) => [
            row.title,
            agreementWords("", row.agreement.peer).trim(),
            agreementWords("", row.agreement.expert).trim(),
            GAPS.map((gap) => gapWords(gap, row.gaps[gap], scaleOf(row).share)).join(". "),
          ])}
        />
      </details>
    </section>
  );
}

function tableCell(estimate: Estimate, scale: Scale): string {
  if (estimate.value === null) return estimate.missing || "no figure";
  const range = rangeWords(estimate, scale);
  return `${figure(estimate.value, scale)}${range === "" ? "" : ` [${range}]`}, n ${estimate.n}`;
}

/// A gap to somebody who gave no figure is not shown: why there is none stands at their place.
function gapsShown(row: Row): Gap[] {
  return GAPS.filter((gap) => {
    const [other = "peer"] = COLUMNS.filter((column) => gap.startsWith(column));
    return row.cells[other].value !== null && row.cells.expert.value !== null;
  });
}

function MapRow({ row, scale, onOpen }: {
  readonly row: Row;
  readonly scale: Scale;
  readonly onOpen: (opened: Opened) => void;
}): JSX.Element {
  const gaps = gapsShown(row);
  return (
    <li class="map-row">
      <div class="map-what">
        <h3>{row.title}</h3>
        <p class="tiny soft">
          Agreement within: {withinWords(row)}
          {row.differ > 0 && `. Experts differ in ${counted(row.differ, "place", "places")}`}
        </p>
      </div>
      {COLUMNS.map((column) => (
        <Cell
          key={column}
          row={row}
          column={column}
          scale={scale}
          onOpen={() => onOpen({ row, column, scale })}
        />
      ))}
      <ul class="map-gaps small">
        {gaps.length === 0 && <li class="soft">nothing to hold side by side yet</li>}
        {gaps.map((gap) => (
          <li key={gap} class={row.gaps[gap].holds ? "holds" : "soft"}>
            {gapWords(gap, row.gaps[gap], scale.share)}
          </li>
        ))}
      </ul>
    </li>
  );
}

function Cell({ row, column, scale, onOpen }: {
  readonly row: Row;
  readonly column: Column;
  readonly scale: Scale;
  readonly onOpen: () => void;
}): JSX.Element {
  const estimate = row.cells[column];
  const { value, low, high, n, missing } = estimate;
  const name = groupsWord(column);
  if (value === null) {
    return (
      <p class="map-cell none tiny">
        <span class="map-column">{name}</span>
        <span class="soft">{missing === "" ? "no figure" : missing}</span>
      </p>
    );
  }
  const at = (one: number | null): number | null => (one === null ? null : shareOf(one, scale));
  return (
    <button
      type="button"
      class="map-cell"
      aria-label={`${row.title}, ${name}: ${estimateWords(estimate, scale)}. Show the turns`}
      onClick={onOpen}
    >
      <span class="map-column tiny" aria-hidden="true">{name}</span>
      <span class="map-plot" aria-hidden="true">
        <Interval value={shareOf(value, scale)} low={at(low)} high={at(high)} />
      </span>
      <span class="map-figure" aria-hidden="true">
        <b>{figure(value, scale)}</b>
        <span class="tiny soft">{rangeWords(estimate, scale)}</span>
        <span class="tiny soft">n {n}</span>
      </span>
    </button>
  );
}
