/// One session's WebSocket: opens it, again after a loss, and hands frames on as they come.
import { door } from "./ask";
import { type FromPage, type FromServer, parseFrame } from "./frames";

export interface Hears {
  /// The last sequence number received: where a new connection goes on.
  after(): number;
  frame(frame: FromServer): void;
  /// The connection was lost, or could not be made; another attempt follows by itself.
  away(): void;
  /// Something came that this page cannot read.
  unreadable(): void;
}

/// Seconds between attempts: short at first, as the server is on this computer.
const PAUSES = [0.3, 0.6, 1, 2, 4, 8];

export class Live {
  private socket: WebSocket | null = null;
  private attempt = 0;
  private timer = 0;
  private ended = false;
  private readonly again = (): void => {
    if (this.socket === null) this.open();
  };

  constructor(private readonly session: string, private readonly hears: Hears) {
    window.addEventListener("online", this.again);
    door.addEventListener("in", this.again);
    this.open();
  }

  /// Drops a frame while there is no connection: the caller says it again once `ready` came.
  send(frame: FromPage): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }

  /// Closes and opens anew, to hear what was missed.
  refresh(): void {
    this.socket?.close();
  }

  close(): void {
    this.ended = true;
    window.clearTimeout(this.timer);
    window.removeEventListener("online", this.again);
    door.removeEventListener("in", this.again);
    this.socket?.close();
  }

  private open(): void {
    if (this.ended) return;
    window.clearTimeout(this.timer);
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const path = `/api/sessions/${encodeURIComponent(this.session)}/live`;
    const socket = new WebSocket(`${scheme}://${location.host}${path}?after=${this.hears.after()}`);
    this.socket = socket;
    socket.onmessage = (message: MessageEvent<unknown>) => this.heard(message.data);
    socket.onclose = () => this.lost(socket);
  }

  private heard(data: unknown): void {
    if (this.ended || typeof data !== "string") return;
    try {
      const frame = parseFrame(data);
      if (frame?.type === "ready") this.attempt = 0;
      if (frame) this.hears.frame(frame);
    } catch {
      this.hears.unreadable();
    }
  }

  private lost(socket: WebSocket): void {
    if (this.ended || this.socket !== socket) return;
    this.socket = null;
    const pause = PAUSES[Math.min(this.attempt, PAUSES.length - 1)] ?? 8;
    this.attempt += 1;
    this.timer = window.setTimeout(this.again, pause * 1000);
    this.hears.away();
  }
}
