import type { JSX } from "preact";
import type { Figure } from "../../api/catalog";
import type { Line } from "../../api/debrief";
import { skillWords } from "../../state/words";
import { HeldOut } from "../../widgets/held_out";
import { ExpertsDiffer } from "./experts_differ";
import { Quoted } from "./quoted";
import { type OnTry, TryIt } from "./try_it";

interface Props {
  readonly lines: readonly Line[];
  readonly name: string;
  readonly trust: readonly Figure[];
  readonly onTry: OnTry;
}

/// The whole talk: how each turn read, and what it moved, in plain words.
export function TranscriptFold({ lines, name, trust, onTry }: Props): JSX.Element {
  return (
    <details class="fold">
      <summary>The whole talk, with how your turns read</summary>
      <div class="stack">
        <HeldOut figures={trust} heads={["skills"]} />
        <ol class="transcript">
          {lines.map((line, i) => (
            <li key={line.turn}>
              <Quoted
                exchange={i + 1 < lines.length ? { ...line, answer: "" } : line}
                name={name}
              />
              <p class="small soft">
                Reads as {[line.main, ...line.skills].filter(Boolean).map(skillWords).join(", ")}.
                {line.causes.length > 0 && ` ${line.causes.join(" ")}`}
              </p>
              <ExpertsDiffer of={line.expertsDiffer} />
              <TryIt onTry={onTry} turn={line.turn} at={`turn ${line.turn}`} look="link small" />
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
}
