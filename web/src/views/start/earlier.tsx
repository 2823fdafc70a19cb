/// Earlier talks: go on, look back, or delete.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Entry } from "../../api/catalog";
import { termsInShort } from "../../state/terms_in_short";
import { Anchor } from "../../widgets/anchor";
import { DeleteDialog } from "../../widgets/delete_dialog";
import { TermsButton } from "../terms_button";

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

function standing({ closed, rated, erased }: Entry): string {
  if (erased) return "Its words are gone; its figures are kept";
  if (!closed) return "Not ended yet";
  return rated ? "Ended" : "Ended, not looked back on yet";
}

function next({ closed, rated }: Entry): string {
  if (!closed) return "Go on";
  return rated ? "Read the debrief" : "Look back";
}

interface Props {
  readonly entries: readonly Entry[];
  readonly onChange: () => void;
}

export function Earlier({ entries, onChange }: Props): JSX.Element {
  const [doomed, setDoomed] = useState<Entry | null>(null);
  const deleted = (): void => {
    setDoomed(null);
    onChange();
    document.getElementById("earlier")?.focus();
  };
  return (
    <section aria-labelledby="earlier" class="earlier">
      <h2 id="earlier" tabIndex={-1}>Earlier talks</h2>
      <ul>
        {entries.map((entry) => {
          const when = WHEN.format(entry.opened);
          const open = termsInShort(entry.terms, entry.announced);
          return (
            <li key={entry.id}>
              <p>
                <strong>{entry.name}</strong>
                <span class="soft small">
                  {when} · {entry.branch && "A second try · "}{standing(entry)}
                  {open && ` · ${open}`}
                </span>
              </p>
              <p class="row">
                {!entry.erased && (
                  <Anchor to={`/${entry.closed ? "debrief" : "talk"}/${entry.id}`} look="button">
                    {next(entry)}<span class="sr">: {entry.name}, {when}</span>
                  </Anchor>
                )}
                <TermsButton
                  session={entry.id}
                  name={entry.name}
                  terms={entry.terms}
                  announced={entry.announced}
                  of={`${entry.name}, ${when}`}
                  onChanged={onChange}
                />
                <button type="button" class="button plain" onClick={() => setDoomed(entry)}>
                  Delete<span class="sr"> the talk with {entry.name}, {when}</span>
                </button>
              </p>
            </li>
          );
        })}
      </ul>
      {doomed && (
        <DeleteDialog
          session={doomed.id}
          name={doomed.name}
          onKeep={() => setDoomed(null)}
          onDeleted={deleted}
        />
      )}
    </section>
  );
}
