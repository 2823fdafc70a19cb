/// Before a talk: who can read it and how long it is kept; what else it may be used for is asked.
/// During a talk, how that stands; afterwards, a way to decide otherwise.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Terms } from "../../api/catalog";
import type { Service } from "../../api/me";
import { beforeTalk, ofTalk } from "../../state/terms";
import { useWho } from "../../widgets/who";
import { ResearchBox, TrainingBox } from "./terms_boxes";
import { TermsDialog, type TermsProps } from "./terms_dialog";

export function BeforeTalk({ service, agreed, onAgree }: {
  readonly service: Service;
  readonly agreed: Terms;
  readonly onAgree: (agreed: Terms) => void;
}): JSX.Element {
  return (
    <section class="before-talk stack" aria-labelledby="who-reads">
      <h3 id="who-reads">Who can read your talk</h3>
      <p>{beforeTalk(service)}</p>
      <TrainingBox on={agreed.training} turn={(training) => onAgree({ ...agreed, training })} />
      {service.research && (
        <ResearchBox on={agreed.research} turn={(research) => onAgree({ ...agreed, research })} />
      )}
      <p class="small soft">
        {service.research ? "Both boxes" : "The box"} may stay empty. Nothing about your practice
        changes, and nobody is told. You can decide otherwise later, talk by talk.
      </p>
    </section>
  );
}

export function TalkTerms(talk: Parameters<typeof ofTalk>[0]): JSX.Element {
  return <p class="small soft">{ofTalk(talk, useWho().me.service.name)}</p>;
}

/// `of`: which talk, for those who hear the page; "" where it is the only one.
export function TermsButton({ of, ...props }: TermsProps & { readonly of: string }): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="button plain" onClick={() => setOpen(true)}>
        Who can read it{of && <span class="sr">: {of}</span>}
      </button>
      {open && <TermsDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
