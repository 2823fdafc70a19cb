/// On the start page: a study that asks for something now.
import type { JSX } from "preact";
import { trialStep } from "../../api/trial";
import { Anchor } from "../../widgets/anchor";
import { useLoaded } from "../../widgets/loaded";

export function StudyCard(): JSX.Element | null {
  const step = useLoaded(trialStep).value;
  if (!step || step.step === "done") return null;
  return (
    <section class="study-card" aria-label="A study">
      <p>
        {step.step === "consent"
          ? "You are asked whether you would like to take part in a study."
          : "The study that you take part in goes on when it suits you."}
      </p>
      <Anchor to="/study" look="button">
        {step.step === "consent" ? "Read about it" : "Go on"}
      </Anchor>
    </section>
  );
}
