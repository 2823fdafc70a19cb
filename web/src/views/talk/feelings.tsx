/// How the client's last words read, and how they read over the talk. Never what someone feels.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type Figure } from "../../api/catalog";
import { figures } from "../../api/http";
import type { Driver } from "../../state/driver";
import { readingLine } from "../../state/reading_line";
import { carried } from "../../state/spans";
import { lastWords } from "../../state/talk";
import { useFocusOn } from "../../widgets/focus_on";
import { HeldOut } from "../../widgets/held_out";
import { Marked } from "../../widgets/marked";
import { useLoaded } from "../../widgets/loaded";
import { useSetting } from "../../widgets/setting";
import { Course } from "./course";
import { Guess } from "./guess";

export function Feelings({ driver }: { readonly driver: Driver }): JSX.Element {
  const [guessFirst, setGuessFirst] = useSetting("attune.guess_first");
  const measured = useLoaded(figures);
  return (
    <div class="stack feelings">
      <LastWords driver={driver} guessFirst={guessFirst} figures={measured.value} />
      <label class="check small">
        <input
          type="checkbox"
          checked={guessFirst}
          onChange={(event) => setGuessFirst(event.currentTarget.checked)}
        />
        Let me guess first
      </label>
      <Course
        talk={driver.state.talk}
        upTo={driver.state.reveal?.turn ?? Infinity}
        guessFirst={guessFirst}
        figures={measured.value}
      />
    </div>
  );
}

interface LastProps {
  readonly driver: Driver;
  readonly guessFirst: boolean;
  readonly figures: readonly Figure[] | null;
}

function LastWords({ driver, guessFirst, figures: measured }: LastProps): JSX.Element {
  const { talk, reveal } = driver.state;
  const [skipped, setSkipped] = useState(-1);
  const { place, expect } = useFocusOn<HTMLParagraphElement>();
  const words = lastWords(talk);
  const reading = words && talk.readings[words.turn];
  if (!words || !reading || reveal) return <p class="soft small">Nothing to read just now.</p>;
  const guess = talk.guesses[words.turn];
  if (guessFirst && guess === undefined && skipped !== words.turn) {
    return (
      <Guess
        text={words.text}
        onGuess={(emotion) => {
          expect();
          driver.act({ do: "guess", turn: words.turn, emotion });
        }}
        onSkip={() => {
          expect();
          setSkipped(words.turn);
        }}
      />
    );
  }
  return (
    <div class="stack">
      <p class="reading-line" ref={place} tabIndex={-1}>{readingLine(reading)}</p>
      {guess && <p class="small">Your guess: {guess}. You may well be right where it is not.</p>}
      <blockquote class="words">
        <Marked text={words.text} spans={carried(reading)} />
      </blockquote>
      <p class="tiny soft">
        Marked are the words that carried it. This reads words, not people: ask rather than assume.
      </p>
      <HeldOut figures={measured} heads={["emotion"]} />
    </div>
  );
}
