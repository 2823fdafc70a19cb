/// The frames of one session's WebSocket (docs/formats/api.md).
import { fields, number, text, textOr } from "./decode";
import type { Ending, Emotion, Event, Kind } from "./events";
import { parseEvent } from "./event_wire";

export const CODES = [
  "invalid", "sign_in", "forbidden", "not_found", "conflict", "too_large", "busy", "unavailable", "internal",
] as const;
export type Code = (typeof CODES)[number];

/// Answers by the ids of an instrument's items.
export type Items = Readonly<Record<string, number>>;

export type FromPage =
  | {
      readonly type: "say";
      readonly key: string;
      readonly text: string;
      readonly seen: number;
      readonly adopted?: Kind;
      readonly goodbye?: true;
      /// Said again after a check-in: the words belong to the exercise.
      readonly in_exercise?: true;
    }
  | { readonly type: "suggest" }
  | { readonly type: "adopt"; readonly kind: Kind }
  | {
      readonly type: "dispute";
      readonly turn: number;
      readonly kind: string;
      readonly reason?: string;
    }
  | { readonly type: "consult" }
  | { readonly type: "guess"; readonly turn: number; readonly emotion: Emotion }
  | { readonly type: "pause" }
  | { readonly type: "resume" }
  | { readonly type: "end"; readonly how: Extract<Ending, "now" | "stop"> }
  | { readonly type: "rate"; readonly items: Items; readonly redo?: number };

export type FromServer =
  | { readonly type: "event"; readonly event: Event }
  | { readonly type: "ready"; readonly last: number }
  | { readonly type: "typing"; readonly turn: number }
  | { readonly type: "ack"; readonly key: string; readonly seq: number }
  /// The words with that key may be about the supporter: nothing of them was kept.
  | { readonly type: "check_in"; readonly key: string }
  | { readonly type: "error"; readonly code: Code; readonly message: string; readonly key: string };

/// An error code this page does not know counts as `internal`.
export function codeOf(word: string): Code {
  return CODES.find((code) => code === word) ?? "internal";
}

/// Null for a frame of an unknown type: a newer server may say more than this page needs.
export function parseFrame(data: string): FromServer | null {
  const from = fields(JSON.parse(data), "frame");
  const type = text(from, "type");
  switch (type) {
    case "event":
      return { type, event: parseEvent(from["event"]) };
    case "ready":
      return { type, last: number(from, "last") };
    case "typing":
      return { type, turn: number(from, "turn") };
    case "ack":
      return { type, key: text(from, "key"), seq: number(from, "seq") };
    case "check_in":
      return { type, key: text(from, "key") };
    case "error": {
      const code = codeOf(text(from, "code"));
      return { type, code, message: textOr(from, "message"), key: textOr(from, "key") };
    }
    default:
      return null;
  }
}
