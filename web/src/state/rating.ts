/// The supporter's own turns, each with the client's words before it.
import type { Talk } from "./talk";

export interface OwnTurn {
  readonly turn: number;
  readonly client: string;
  readonly reply: string;
}

export function ownTurns(talk: Talk): OwnTurn[] {
  let client = "";
  const turns: OwnTurn[] = [];
  for (const { speaker, turn, text } of talk.messages) {
    if (speaker === "client") client = text;
    else turns.push({ turn, client, reply: text });
  }
  return turns;
}
