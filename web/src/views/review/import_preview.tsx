/// What an import would keep, for somebody to read before anything is kept.
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { ImportedTalk } from "../../api/review_desk";
import { counted } from "../../state/review_words";

/// So many talks stand open at once.
const OPEN = 3;

export function Preview({ talks, busy, onKeep, onBack }: {
  readonly talks: readonly ImportedTalk[];
  readonly busy: boolean;
  readonly onKeep: () => void;
  readonly onBack: () => void;
}): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), [talks]);
  const replaced = talks.reduce((sum, talk) => sum + talk.replaced, 0);
  return (
    <section class="stack" aria-labelledby="preview">
      <h2 id="preview" ref={heading} tabIndex={-1}>What would be kept</h2>
      <p>
        {counted(talks.length, "talk", "talks")}, {counted(replaced, "place", "places")} replaced.
        Read through it: a program misses some of what tells who somebody is. If you find any,
        change the text above and look again. Nothing is kept yet.
      </p>
      <ol class="import-preview">
        {talks.map(({ talk, turns, replaced: places, lines, found }, i) => (
          <li key={`${talk} ${i}`}>
            <details class="fold" open={i < OPEN}>
              <summary>
                Talk {i + 1}: {counted(turns, "turn", "turns")}, {places} replaced
              </summary>
              <ol class="to-mark">
                {lines.map(({ speaker, text }, at) => (
                  <li key={at} class={`said ${speaker}`}>
                    <p class="sr">{speaker === "client" ? "The person:" : "The reply:"}</p>
                    <p class="bubble"><Replaced text={text} /></p>
                  </li>
                ))}
              </ol>
              {found.length > 0 && (
                <ul class="plain-list small">
                  {found.map(({ was, as }, at) => (
                    <li key={at}><span class="soft">{was}</span> became {as}</li>
                  ))}
                </ul>
              )}
            </details>
          </li>
        ))}
      </ol>
      <p class="row">
        <button type="button" class="button main" disabled={busy} onClick={onKeep}>
          Keep {talks.length === 1 ? "it" : "them"}
        </button>
        <button type="button" class="button plain" onClick={onBack}>Back to the text</button>
      </p>
    </section>
  );
}

/// What was put in the place of words stands in brackets: "[name 1]".
function Replaced({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {text.split(/(\[[a-z][a-z ]*(?: \d+)?\])/u).map((piece, i) =>
        i % 2 === 1 ? <mark key={i}>{piece}</mark> : <span key={i}>{piece}</span>)}
    </>
  );
}
