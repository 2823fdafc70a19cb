/// One kind remark under the supporter's own words, open to being seen differently.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Nudge } from "../../api/events";
import { useFocusOn } from "../../widgets/focus_on";

/// As many as the server keeps of a reason.
const LONGEST_REASON = 500;

interface Props {
  readonly nudge: Nudge;
  readonly disputed: boolean;
  /// The talk is over: there is nothing to answer any more.
  readonly over: boolean;
  readonly onDispute: (reason: string) => void;
}

export function NudgeLine({ nudge, disputed, over, onDispute }: Props): JSX.Element {
  const [open, setOpen] = useState(false);
  const { place, expect } = useFocusOn<HTMLElement>();
  const here = (element: HTMLElement | null): void => {
    place.current = element;
  };
  const turn = (wish: boolean): void => {
    expect();
    setOpen(wish);
  };
  const answer = (): JSX.Element | null => {
    if (disputed) {
      return (
        <p class="tiny soft" ref={here} tabIndex={-1}>
          Noted that you see it differently. Thank you: it is kept for the experts who judge these
          remarks.
        </p>
      );
    }
    if (over) return null;
    if (open) {
      return (
        <Reason
          box={here}
          onBack={() => turn(false)}
          onSend={(reason) => {
            expect();
            onDispute(reason);
          }}
        />
      );
    }
    return (
      <button type="button" class="link tiny" ref={here} onClick={() => turn(true)}>
        I see it differently
      </button>
    );
  };
  return (
    <div class="nudge" role="note" aria-label={nudge.asks ? "A question" : "A thought"}>
      <p class="small">{nudge.text}</p>
      {answer()}
    </div>
  );
}

function Reason({ box, onSend, onBack }: {
  readonly box: (element: HTMLElement | null) => void;
  readonly onSend: (reason: string) => void;
  readonly onBack: () => void;
}): JSX.Element {
  const [reason, setReason] = useState("");
  return (
    <form
      class="nudge-reason"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onBack();
      }}
    >
      <label class="tiny soft" for="nudge-reason">How do you see it? You can leave this empty.</label>
      <input
        id="nudge-reason"
        type="text"
        autocomplete="off"
        ref={box}
        maxLength={LONGEST_REASON}
        value={reason}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <p class="row tiny">
        <button type="submit" class="link">Send</button>
        <button type="button" class="link" onClick={onBack}>Never mind</button>
      </p>
    </form>
  );
}
