/// Drives `advance`: carries frames, time and the browser's storage to it and from it.
import type { FromServer } from "../api/frames";
import { Live } from "../api/live";
import { advance, wakesAt } from "./advance";
import { keep, recall } from "./keep";
import { type Input, type Practice, joined } from "./practice";

export class Driver {
  state: Practice;
  private readonly live: Live;
  private timer = 0;

  /// `changed` is called after every change; `unreadable` when the server says what this page
  /// cannot read; `lost` each time that no connection could be made.
  constructor(
    private readonly session: string,
    private readonly told: { changed(): void; unreadable(): void; lost(): void },
  ) {
    this.state = joined(recall(localStorage, session), Date.now());
    this.live = new Live(session, {
      after: () => this.state.talk.last,
      frame: (frame) => this.heard(frame),
      away: () => {
        this.act({ do: "away" });
        this.told.lost();
      },
      unreadable: () => this.told.unreadable(),
    });
  }

  act(input: Input): void {
    const before = this.state;
    const { state, frames } = advance(before, input, Date.now());
    this.state = state;
    keep(localStorage, this.session, before, state);
    for (const frame of frames) this.live.send(frame);
    this.sleep();
    if (state !== before) this.told.changed();
  }

  say(): void {
    this.act({ do: "say", key: newKey() });
  }

  close(): void {
    window.clearTimeout(this.timer);
    this.live.close();
  }

  private heard(frame: FromServer): void {
    switch (frame.type) {
      case "event":
        return this.act({ do: "event", event: frame.event });
      case "ready":
        return this.act({ do: "ready" });
      case "typing":
        return this.act({ do: "typing" });
      case "ack":
        return this.act({ do: "ack", key: frame.key });
      case "check_in":
        return this.act({ do: "check_in", key: frame.key });
      case "error":
        this.act({ do: "refused", code: frame.code, key: frame.key });
        // The newer words that made ours stale may not have reached this window yet.
        if (frame.code === "conflict" && frame.key) this.live.refresh();
    }
  }

  private sleep(): void {
    window.clearTimeout(this.timer);
    const wakes = wakesAt(this.state);
    if (wakes === null) return;
    this.timer = window.setTimeout(() => this.act({ do: "tick" }), Math.max(0, wakes - Date.now()));
  }
}

/// A new message's key: 8–64 of A-Za-z0-9-, sorting by time.
export function newKey(): string {
  const parts = crypto.getRandomValues(new Uint32Array(2));
  return `${Date.now().toString(36)}-${[...parts].map((part) => part.toString(36)).join("")}`;
}
