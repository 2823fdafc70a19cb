/// For tests: a talk with a clock of its own. Verbs act, `pass` moves time on.
import type { Body, Event, Help } from "../api/events";
import type { FromPage } from "../api/frames";
import { advance, wakesAt } from "./advance";
import { type Input, type Practice, joined } from "./practice";
import { screenOf } from "./screen";

export const OPENED = {
  type: "opened", case: "c", help: "on_request", fading: false, announced: false, days: 0,
} as const;

export class Practicing {
  state: Practice;
  now = 1000;
  seq = 0;
  sent: FromPage[] = [];

  constructor(kept = { draft: "", unsent: [] as Practice["outbox"] }) {
    this.state = joined(kept, this.now);
  }

  act(input: Input): this {
    const { state, frames } = advance(this.state, input, this.now);
    this.state = state;
    this.sent.push(...frames);
    return this;
  }

  event(body: Body): this {
    this.seq += 1;
    const event: Event = { ...body, seq: this.seq, at: this.now };
    return this.act({ do: "event", event });
  }

  opened(help: Help = "on_request", fading = false): this {
    this.event({ ...OPENED, help, fading });
    return this.client(0, "Hello.").act({ do: "ready" });
  }

  client(
    turn: number, text: string, typingMs = [1000, 1000], steppedIn: string | null = null,
  ): this {
    const said = { type: "said", turn, speaker: "client", text, key: "" } as const;
    return this.event({ ...said, typingMs, steppedIn });
  }

  supporter(turn: number, text: string, key: string): this {
    const said = { type: "said", turn, speaker: "supporter", text, key } as const;
    return this.event({ ...said, typingMs: [], steppedIn: null });
  }

  write(text: string, key: string): this {
    return this.act({ do: "typed", text }).act({ do: "say", key });
  }

  /// Lets time pass, with every tick that falls due.
  pass(ms: number): this {
    const end = this.now + ms;
    for (let wake = wakesAt(this.state); wake !== null && wake <= end; wake = wakesAt(this.state)) {
      this.now = Math.max(this.now, wake);
      this.act({ do: "tick" });
    }
    this.now = end;
    return this;
  }

  shown(): string[] {
    return screenOf(this.state).lines.flatMap((line) => line.bubbles);
  }

  says(): FromPage[] {
    return this.sent.filter((frame) => frame.type === "say");
  }
}
