import type { JSX } from "preact";

interface Props {
  readonly caption: string;
  readonly columns: readonly string[];
  /// The first cell names the row.
  readonly rows: readonly (readonly (string | number | null)[])[];
}

function cell(value: string | number | null): string {
  if (value === null) return "–";
  if (typeof value === "string") return value;
  return Number.isInteger(value) ? `${value}` : value.toFixed(2);
}

/// Short cells, figures and dates among them, are not broken over lines.
function look(value: string | number | null): string {
  return typeof value === "string" && value.length > 14 ? "" : "whole";
}

/// The figures behind a plot; scrolls sideways by itself when it is wide.
export function Table({ caption, columns, rows }: Props): JSX.Element {
  return (
    <div class="wide" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>{columns.map((column, i) => <th key={i} scope="col">{column}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map(([first = null, ...rest], i) => (
            <tr key={i}>
              <th scope="row">{cell(first)}</th>
              {rest.map((value, j) => <td key={j} class={look(value)}>{cell(value)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
