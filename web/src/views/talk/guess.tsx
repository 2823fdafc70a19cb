import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { EMOTIONS, type Emotion } from "../../api/events";
import { NOUNS } from "../../state/reading_line";

interface Props {
  readonly text: string;
  readonly onGuess: (emotion: Emotion) => void;
  readonly onSkip: () => void;
}

/// Guess first: one of seven, before the reading is shown.
export function Guess({ text, onGuess, onSkip }: Props): JSX.Element {
  const [chosen, setChosen] = useState<Emotion | null>(null);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) onGuess(chosen);
      }}
    >
      <blockquote class="words">{text}</blockquote>
      <fieldset class="guess">
        <legend>What do these words express?</legend>
        {EMOTIONS.map((emotion) => (
          <label key={emotion} class="check small">
            <input
              type="radio"
              name="guess"
              checked={chosen === emotion}
              onChange={() => setChosen(emotion)}
            />
            {NOUNS[emotion]}
          </label>
        ))}
      </fieldset>
      <div class="row">
        <button type="submit" class="button" disabled={chosen === null}>See how they read</button>
        <button type="button" class="link small" onClick={onSkip}>Show without a guess</button>
      </div>
    </form>
  );
}
