/// A rater's queue in plain words.
import type { Form, PairForm, QueueTask, TaskState } from "../api/review";
import { LIKINGS } from "./review_pair";
import { counted } from "./review_words";

/// What was begun comes first, then the first that is still open.
export function nextTask(tasks: readonly QueueTask[]): QueueTask | undefined {
  return tasks.find(({ state }) => state === "begun") ??
    tasks.find(({ state }) => state === "open");
}

export interface BatchOfTasks {
  readonly title: string;
  readonly tasks: readonly QueueTask[];
}

/// In the order in which they come, batch by batch.
export function byBatch(tasks: readonly QueueTask[]): readonly BatchOfTasks[] {
  const titles = [...new Set(tasks.map(({ batch }) => batch))];
  return titles.map((title) => ({ title, tasks: tasks.filter(({ batch }) => batch === title) }));
}

export function taskWords({ kind, turns }: Pick<QueueTask, "kind" | "turns">): string {
  const replies = turns === 1 ? "1 reply" : `${turns} replies`;
  return kind === "pair" ? `two side by side, ${replies}` : replies;
}

/// "3 marks, 2 answers, a comment", or which of two was preferred.
export function ratingWords(form: Form | PairForm): string {
  if ("preferred" in form) {
    const liking = LIKINGS.find(({ value }) => value === form.preferred);
    return liking?.words ?? "no preference";
  }
  const answers = form.sheets.reduce((sum, sheet) => sum + Object.keys(sheet.answers).length, 0);
  return [
    counted(form.marks.length, "mark", "marks"), counted(answers, "answer", "answers"),
    ...(form.comment.trim() === "" ? [] : ["a comment"]),
  ].join(", ");
}

const STATES: Readonly<Record<TaskState, string>> = {
  open: "Not begun", begun: "Begun", done: "Handed in",
};

export function stateWords(state: TaskState): string {
  return STATES[state];
}
