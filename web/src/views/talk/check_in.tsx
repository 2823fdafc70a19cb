/// When words may be about the supporter: a pause, a question, and no one who is told.
import type { JSX } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { Dialog } from "../../widgets/dialog";
import { HelpButton, useHelp } from "../../widgets/help";

interface AskProps {
  readonly name: string;
  readonly words: string;
  readonly onExercise: () => void;
  readonly onMe: () => void;
  readonly onBack: () => void;
}

export function CheckIn({ name, words, onExercise, onMe, onBack }: AskProps): JSX.Element {
  return (
    <Dialog title="Is this about you, or the exercise?" onClose={onBack} cover>
      <blockquote class="words">{words}</blockquote>
      <p>
        These words could be your own. They have not been sent, nothing of them was kept, and nobody
        is told. {name} can wait.
      </p>
      <p class="row">
        <button type="button" class="button" onClick={onExercise}>It is the exercise: send it</button>
        <button type="button" class="button" onClick={onMe}>It is about me</button>
        <HelpButton look="button plain" />
      </p>
      <p class="soft small">Escape takes the words back to the box, whichever it is.</p>
    </Dialog>
  );
}

interface MeProps {
  readonly name: string;
  readonly onStop: () => void;
  readonly onBack: () => void;
}

/// *Help for me* opens over this at once; what is here is found again when it is closed.
export function AboutMe({ name, onStop, onBack }: MeProps): JSX.Element {
  const help = useHelp();
  useLayoutEffect(help, []);
  return (
    <Dialog title="Thank you for saying so" onClose={onBack} cover>
      <p>
        Then this matters more than any practice. Your words are back in the box, for you alone:
        nothing was sent and nobody is told. {name} is simulated and needs nothing from you.
      </p>
      <p>
        If there is someone you could tell, now is a good time. If there is not, the people under
        <em> Help for me</em> are there to listen.
      </p>
      <p class="row">
        <HelpButton look="button main" />
        <button type="button" class="button" onClick={onStop}>Stop for today</button>
        <button type="button" class="button plain" onClick={onBack}>Go back to the talk</button>
      </p>
      <p class="soft small">Stopping ends the talk and empties the box.</p>
    </Dialog>
  );
}
