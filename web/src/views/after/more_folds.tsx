/// Further folds of the debrief: ratios, empathy, remarks.
import type { JSX } from "preact";
import type { Figure } from "../../api/catalog";
import type { Point, Ratios, Told } from "../../api/timeline";
import { Table } from "../../plots/table";
import { hiddenWords, ratioRows } from "../../state/ratios";
import { empathyRows } from "../../state/timeline";
import { HeldOut } from "../../widgets/held_out";
import { ExpertsDiffer } from "./experts_differ";
import { Fold } from "./fold";

export function RatiosFold({ ratios, trust }: {
  readonly ratios: Ratios | null;
  readonly trust: readonly Figure[];
}): JSX.Element | null {
  if (!ratios) return null;
  return (
    <Fold title="Counts from motivational interviewing">
      {ratios.shown
        ? (
          <>
            <p class="small soft">
              The last two columns are orientation from spoken behavior-change work, not pass marks:
              expert opinion, for talks of another kind than this one.
            </p>
            <Table
              caption="This talk, and what MITI 3.1.1 expects of beginners and of the experienced"
              columns={["What", "This talk", "Beginning", "Experienced"]}
              rows={ratioRows(ratios)}
            />
            <HeldOut figures={trust} heads={["skills"]} />
          </>
        )
        : <p class="small soft">{hiddenWords(ratios)}</p>}
    </Fold>
  );
}

export function EmpathyFold({ points, trust }: {
  readonly points: readonly Point[];
  readonly trust: readonly Figure[];
}): JSX.Element | null {
  const rows = empathyRows(points);
  if (rows.length === 0) return null;
  return (
    <Fold title="Empathy in your words">
      <Table
        caption="How many of your replies showed each kind, as read from the words"
        columns={["Kind", "Not in words", "Somewhat", "Strongly"]}
        rows={rows}
      />
      <p class="small soft">
        No reply needs all three, and silence can be kind. A reading of words, not of you.
      </p>
      <HeldOut figures={trust} heads={["empathy"]} />
    </Fold>
  );
}

export function NudgesFold({ nudges }: { readonly nudges: readonly Told[] }): JSX.Element | null {
  if (nudges.length === 0) return null;
  return (
    <Fold title="Remarks during the talk">
      <ul class="told">
        {nudges.map(({ turn, text, words, disputed, expertsDiffer }) => (
          <li key={`${turn} ${text}`}>
            <p><span class="soft small">Turn {turn}</span> {text}</p>
            {words && <p class="small soft">It rests on: “{words}”</p>}
            {disputed !== null && (
              <p class="small">
                You saw it differently{disputed ? <>: “{disputed}”</> : "."}
              </p>
            )}
            <ExpertsDiffer of={expertsDiffer} />
          </li>
        ))}
      </ul>
    </Fold>
  );
}
