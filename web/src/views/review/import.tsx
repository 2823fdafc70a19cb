/// Real talks come in: on what ground, and only after what could tell who somebody is was replaced.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Basis, ImportedTalk } from "../../api/review_desk";
import { importTalks } from "../../api/review_http";
import { asTranscript } from "../../state/plain_talk";
import { asSentence, counted } from "../../state/review_words";
import { Anchor } from "../../widgets/anchor";
import { useTitle } from "../../widgets/title";
import { Preview } from "./import_preview";
import { ReviewFrame } from "./review_frame";

const BASES: readonly { readonly basis: Basis; readonly words: string }[] = [
  { basis: "consent", words: "Everyone in the talk agreed to this use" },
  { basis: "service_agreement", words: "The service’s agreement with them allows it" },
  { basis: "public", words: "It was published for such use" },
  { basis: "own", words: "It is my own, or made up" },
];

export function ImportPage(): JSX.Element {
  const heading = useTitle("Import");
  const [basis, setBasis] = useState<Basis | null>(null);
  const [note, setNote] = useState("");
  const [client, setClient] = useState("");
  const [text, setText] = useState("");
  const [preview, setPreview] = useState<readonly ImportedTalk[] | null>(null);
  const [kept, setKept] = useState(0);
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const ready = basis !== null && text.trim() !== "";
  const send = async (look: boolean): Promise<void> => {
    if (!basis) return;
    setBusy(true);
    setProblem("");
    const wish = { basis, note, client, text: asTranscript(text), preview: look };
    const answer = await importTalks(wish);
    setBusy(false);
    if ("refused" in answer) return setProblem(asSentence(answer.refused.message));
    if (look) return setPreview(answer.ok);
    setPreview(null);
    setText("");
    setKept(answer.ok.length);
  };
  const typed = (words: string): void => {
    setText(words);
    setPreview(null);
    setKept(0);
  };
  return (
    <ReviewFrame>
      <article class="review-page">
        <header class="stack">
          <h1 ref={heading} tabIndex={-1}>Bring in talks</h1>
          <p class="lead">
            Talks from outside can be read and rated like those made here. Names, numbers, addresses
            and the like are replaced first; you see the result before anything is kept.
          </p>
        </header>
        <form
          class="import-form"
          onSubmit={(event) => {
            event.preventDefault();
            void send(true);
          }}
        >
          <fieldset class="import-basis">
            <legend>On what ground may these talks be used here?</legend>
            {BASES.map(({ basis: one, words }) => (
              <label key={one} class="check">
                <input
                  type="radio"
                  name="basis"
                  checked={basis === one}
                  onChange={() => setBasis(one)}
                />
                {words}
              </label>
            ))}
          </fieldset>
          <label>
            A note on that, kept with the talks
            <input type="text" value={note} maxLength={500}
              onInput={(event) => setNote(event.currentTarget.value)} />
          </label>
          <Source text={text} onText={typed} />
          <label>
            What the person who is supported is called there, if it is not “client” or the like
            <input type="text" value={client} maxLength={80}
              onInput={(event) => setClient(event.currentTarget.value)} />
          </label>
          <p role="alert" class="problem">{problem}</p>
          <p>
            <button type="submit" class="button main" disabled={!ready || busy}>
              Show what would be kept
            </button>
          </p>
        </form>
        {preview && (
          <Preview talks={preview} busy={busy} onKeep={() => void send(false)}
            onBack={() => setPreview(null)} />
        )}
        <div role="status">
          {kept > 0 && (
            <p>
              {counted(kept, "talk is", "talks are")} here now. They can be put into
              a <Anchor to="/review/batches">batch</Anchor>.
            </p>
          )}
        </div>
      </article>
    </ReviewFrame>
  );
}

function Source({ text, onText }: {
  readonly text: string;
  readonly onText: (text: string) => void;
}): JSX.Element {
  const [unread, setUnread] = useState("");
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    try {
      onText(await file.text());
      setUnread("");
    } catch {
      setUnread("The file could not be read. Try opening it and pasting its text.");
    }
  };
  return (
    <div class="stack">
      <p class="small soft">
        One line each, beginning with who speaks; three dashes begin the next talk. JSON lines and
        tables are read, too.
      </p>
      <label>
        The talks, pasted
        <textarea
          class="import-text"
          rows={10}
          value={text}
          spellcheck={false}
          placeholder={"Client: I did not sleep again.\nSupporter: What keeps you awake?"}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      </label>
      <label class="small">
        Or a file
        <input type="file" accept=".txt,.json,.jsonl,.csv"
          onChange={(event) => void read(event.currentTarget.files?.[0])} />
      </label>
      <p role="alert" class="problem">{unread}</p>
    </div>
  );
}
