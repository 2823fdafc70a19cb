/// The parts of the review that somebody may open, in their order.
import { type Me, mayDo } from "../api/me";

const PARTS = [
  { to: "/review", name: "Read and rate", act: "rate" },
  { to: "/review/settle", name: "Settle", act: "adjudicate" },
  { to: "/review/batches", name: "Batches", act: "run_studies" },
  { to: "/review/import", name: "Import", act: "run_studies" },
  { to: "/map", name: "Map", act: "read_agreement" },
  { to: "/trust", name: "Trust in scores", act: "read_agreement" },
] as const;

export function reviewPartsFor(me: Me): readonly { readonly to: string; readonly name: string }[] {
  return PARTS.filter(({ act }) => mayDo(me, act));
}
