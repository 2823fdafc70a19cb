/// What a language model has to do with a talk, in plain words.
import type { Status } from "../api/catalog";

const WHY: Readonly<Record<string, string>> = {
  slow_first: "The language model did not answer in time.",
  slow_total: "The language model did not answer in time.",
  refused: "The language model could not be reached.",
  lost: "The language model could not be reached.",
  resting: "The language model could not be reached.",
  rate: "The language model has too much to do at the moment.",
  queue_full: "The language model has too much to do at the moment.",
  cut: "The language model broke off in the middle.",
  endless: "The language model did not come to an end.",
  unfit: "The language model’s words did not fit.",
};

const UNUSABLE = new Set(["broken", "malformed", "empty", "declined", "closing"]);

function why(trouble: string): string {
  const known = WHY[trouble];
  if (known) return known;
  if (UNUSABLE.has(trouble)) return "The language model gave no answer that could be used.";
  // A key, an address, a bill: for whoever set it up, who finds it in the log.
  return "The language model could not be used; whoever set up Attune finds the reason in its log.";
}

/// Under the first turn for which written words stepped in.
export function steppedInWords(trouble: string, name: string): string {
  return `${why(trouble)} ${name} speaks with words written beforehand wherever that happens. ` +
    "Nothing of the talk is lost.";
}

/// Where what is written here goes; "" when that needs no word.
export function outsideWords({ offline, model }: Status): string {
  if (offline) return "Offline: nothing leaves this machine.";
  if (model === null) return "";
  if (model.here) {
    return "A language model on this machine words what people say here: what you write in a " +
      "talk goes to it.";
  }
  return `A language model at ${model.host} words what people say here: what you write in a talk ` +
    "is sent there.";
}
