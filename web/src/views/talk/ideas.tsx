/// Three ideas for a reply. Using one fills the composer; it never sends.
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Card } from "../../api/events";
import type { Driver } from "../../state/driver";
import { ideasNow } from "../../state/ideas";
import { KIND_WORDS, brief, skillWords } from "../../state/words";
import { useFocusOn } from "../../widgets/focus_on";

interface Props {
  readonly driver: Driver;
  readonly name: string;
  readonly ready: boolean;
  readonly onUsed: () => void;
  /// The client's words that the idea at hand serves; "" when none is at hand.
  readonly onCue: (cue: string) => void;
}

function IdeaCard({ card, onUse, onCue }: Pick<Props, "onCue"> & {
  readonly card: Card;
  readonly onUse: () => void;
}): JSX.Element {
  const look = (): void => onCue(card.cue);
  const away = (): void => onCue("");
  const words = KIND_WORDS[card.kind];
  return (
    <li class="idea" onMouseOver={look} onMouseLeave={away} onFocusIn={look} onFocusOut={away}>
      <h3>{words}</h3>
      <p class="idea-text">{card.text}</p>
      <p class="tiny soft">
        <span class="idea-skill">{skillWords(card.skill)}</span> {card.why}
      </p>
      {card.cue !== "" && <p class="tiny soft">Takes up “{brief(card.cue, 90)}”</p>}
      <button type="button" class="button" onClick={onUse}>
        Use<span class="sr">: {words}</span>
      </button>
    </li>
  );
}

export function Ideas({ driver, name, ready, onUsed, onCue }: Props): JSX.Element {
  const { talk, wishes } = driver.state;
  const { place, expect } = useFocusOn<HTMLParagraphElement>();
  const cards = ideasNow(driver.state);
  useEffect(() => () => onCue(""), [cards, onCue]);
  if (cards) {
    const use = (card: Card): void => {
      driver.act({ do: "adopt", kind: card.kind, text: card.text });
      onUsed();
    };
    return (
      <div class="stack">
        <p class="small soft" ref={place} tabIndex={-1}>
          Three ways among many. Using one fills the box; you change and send it.
        </p>
        <ol class="ideas">
          {cards.map((card) => (
            <IdeaCard key={card.kind} card={card} onUse={() => use(card)} onCue={onCue} />
          ))}
        </ol>
      </div>
    );
  }
  if (talk.help === "always") {
    return (
      <p class="small soft">
        Three ideas will stand here once {name} has written. Nothing is sent for you.
      </p>
    );
  }
  if (!ready) {
    return (
      <p class="small soft">
        Stay with their words for a moment first. Ideas are here once you have begun to write, or
        after a little while.
      </p>
    );
  }
  return (
    <div class="stack">
      <p class="small soft">Your own words usually serve best. If you are stuck, look here.</p>
      <button
        type="button"
        class="button"
        disabled={wishes.suggest}
        onClick={() => {
          expect();
          driver.act({ do: "suggest" });
        }}
      >
        Show three ideas
      </button>
    </div>
  );
}
