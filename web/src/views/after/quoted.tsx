import type { JSX } from "preact";
import type { Exchange } from "../../api/debrief";

/// The client's words and the reply to them.
export function Quoted({ exchange, name }: {
  readonly exchange: Exchange;
  readonly name: string;
}): JSX.Element {
  return (
    <dl class="quoted">
      <dt>{name}</dt>
      <dd>{exchange.client}</dd>
      <dt>You</dt>
      <dd class="quoted-own">{exchange.reply}</dd>
    </dl>
  );
}
