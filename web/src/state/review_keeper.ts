/// Carries a draft to the server at every change, and to the browser's storage until it is there.
import type { Answer } from "../api/ask";
import {
  AT_REST, type Saving, arrived, edited, failed, isDue, sent, triesAt,
} from "./review_saving";
import { forgetDraft, keepDraft } from "./review_keep";

export class Keeper {
  saving: Saving = AT_REST;
  /// Called after every change of `saving`.
  changed: () => void = () => undefined;
  private draft: object = {};
  private timer = 0;
  private stopped = false;
  private flight: Promise<void> = Promise.resolve();

  /// `put` says when the draft is durable.
  constructor(
    private readonly task: string,
    private readonly put: (draft: object) => Promise<Answer<true>>,
  ) {}

  keep(draft: object): void {
    this.draft = draft;
    keepDraft(localStorage, this.task, draft);
    this.become(edited(this.saving));
  }

  /// Sends nothing more; done once what is on its way has arrived or failed.
  stop(): Promise<void> {
    this.stopped = true;
    window.clearTimeout(this.timer);
    return this.flight;
  }

  forget(): void {
    forgetDraft(localStorage, this.task);
  }

  resume(): void {
    this.stopped = false;
    this.go();
  }

  private become(saving: Saving): void {
    this.saving = saving;
    this.changed();
    this.go();
  }

  private go(): void {
    window.clearTimeout(this.timer);
    if (this.stopped) return;
    const now = Date.now();
    if (isDue(this.saving, now)) {
      this.flight = this.send();
      return;
    }
    const at = triesAt(this.saving);
    if (at !== null) this.timer = window.setTimeout(() => this.go(), Math.max(0, at - now));
  }

  private async send(): Promise<void> {
    this.saving = sent(this.saving);
    this.changed();
    const answer = await this.put(this.draft);
    if ("ok" in answer) {
      const saving = arrived(this.saving);
      if (saving.saved >= saving.version) forgetDraft(localStorage, this.task);
      this.become(saving);
    } else {
      this.become(failed(this.saving, answer.refused, Date.now()));
    }
  }
}
