/// Whether what is written here leaves this machine.
import type { JSX } from "preact";
import { status } from "../api/http";
import { outsideWords } from "../state/outside";
import { useLoaded } from "./loaded";

export function Outside(): JSX.Element | null {
  const words = useLoaded(status).value;
  const line = words === null ? "" : outsideWords(words);
  return line === "" ? null : <p class="small soft outside">{line}</p>;
}
