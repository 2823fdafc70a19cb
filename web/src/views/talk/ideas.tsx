/// Three ideas for a reply, only when asked for. Using one fills the composer; it never sends.
import type { JSX } from "preact";
import type { Card } from "../../api/events";
import type { Driver } from "../../state/driver";
import { lastWords } from "../../state/talk";
import { KIND_WORDS, skillWords } from "../../state/words";
import { useFocusOn } from "../../widgets/focus_on";

interface Props {
  readonly driver: Driver;
  readonly ready: boolean;
  readonly onUsed: () => void;
}

function IdeaCard({ card, onUse }: {
  readonly card: Card;
  readonly onUse: () => void;
}): JSX.Element {
  const words = KIND_WORDS[card.kind];
  return (
    <li class="idea">
      <h3>{words}</h3>
      <p class="idea-text">{card.text}</p>
      <p class="tiny soft">
        <span class="idea-skill">{skillWords(card.skill)}</span> {card.why}
      </p>
      <button type="button" class="button" onClick={onUse}>
        Use<span class="sr">: {words}</span>
      </button>
    </li>
  );
}

export function Ideas({ driver, ready, onUsed }: Props): JSX.Element {
  const { talk, wishes, reveal } = driver.state;
  const { place, expect } = useFocusOn<HTMLParagraphElement>();
  const words = lastWords(talk);
  const cards = reveal === null && words && talk.messages.at(-1) === words
    ? talk.cards[words.turn] : undefined;
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
          {cards.map((card) => <IdeaCard key={card.kind} card={card} onUse={() => use(card)} />)}
        </ol>
      </div>
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
