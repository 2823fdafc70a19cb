import type { JSX } from "preact";
import { Frame } from "../../widgets/frame";
export function After({ session }: { readonly session: string }): JSX.Element {
  return <Frame><h1>{session}</h1></Frame>;
}
