/// After a talk: share it with supervisors or not, and what was agreed to for training and research.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Terms } from "../../api/catalog";
import { setTerms } from "../../api/http";
import { Check } from "./check";
import { Dialog } from "../../widgets/dialog";
import { useWho } from "../../widgets/who";
import { ResearchBox, TrainingBox } from "./terms_boxes";

export interface TermsProps {
  readonly session: string;
  readonly name: string;
  readonly terms: Terms;
  readonly announced: boolean;
  readonly onChanged: () => void;
}

export function TermsDialog(props: TermsProps & { readonly onClose: () => void }): JSX.Element {
  const { session, name, announced, onChanged, onClose } = props;
  const { service } = useWho().me;
  const [terms, setWish] = useState(props.terms);
  const [problem, setProblem] = useState("");
  const save = async (): Promise<void> => {
    const answer = await setTerms(session, terms);
    if ("refused" in answer) return setProblem(answer.refused.message);
    onChanged();
    onClose();
  };
  return (
    <Dialog title={`Who can read your talk with ${name}`} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {announced
          ? <p>It was said before this talk that supervisors here read it. They can.</p>
          : (
            <Check
              on={terms.shared}
              turn={(shared) => setWish({ ...terms, shared })}
              title="Share it with your supervisors."
            >
              They find it, with your name, among the talks shared with them, and read the debrief
              as you do. You can take it back.
            </Check>
          )}
        <TrainingBox
          on={terms.training}
          turn={(training) => setWish({ ...terms, training })}
        />
        {(service.research || props.terms.research) && (
          <ResearchBox
            on={terms.research}
            turn={(research) => setWish({ ...terms, research })}
          />
        )}
        <p role="alert" class="problem">{problem}</p>
        <p class="row">
          <button type="submit" class="button main">Save</button>
          <button type="button" class="button plain" onClick={onClose}>Leave it as it was</button>
        </p>
      </form>
    </Dialog>
  );
}
