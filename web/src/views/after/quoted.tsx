import type { JSX } from "preact";
import type { Exchange } from "../../api/debrief";

/// The client's words, the reply to them, and what came back.
export function Quoted({ exchange, name, you = "You" }: {
  readonly exchange: Exchange;
  readonly name: string;
  readonly you?: string;
}): JSX.Element {
  return (
    <dl class="quoted">
      <dt>{name}</dt>
      <dd>{exchange.client}</dd>
      <dt>{you}</dt>
      <dd class="quoted-own">{exchange.reply}</dd>
      {exchange.answer && <><dt>{name}</dt><dd>{exchange.answer}</dd></>}
    </dl>
  );
}
