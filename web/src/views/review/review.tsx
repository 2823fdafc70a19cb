import type { JSX } from "preact";
import { Frame } from "../../widgets/frame";
import type { PartProps } from "../part";

export function View({ path }: PartProps): JSX.Element {
  return <Frame><h1>{path}</h1></Frame>;
}
