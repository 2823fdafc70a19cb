/// The pages that somebody may open, in the order of the navigation.
import { type Me, mayDo } from "../api/me";

interface Page {
  readonly to: string;
  readonly name: string;
  /// The act of docs/roles.md that it needs.
  readonly act: string;
}

const PAGES: readonly Page[] = [
  { to: "/progress", name: "Progress", act: "practice" },
  { to: "/review", name: "Review", act: "rate" },
  { to: "/supervise", name: "Shared talks", act: "read_shared_talks" },
  { to: "/map", name: "Map", act: "read_agreement" },
  { to: "/trials", name: "Studies", act: "run_studies" },
  { to: "/people", name: "People", act: "manage_people" },
];
/// Alone at a computer nobody shares talks; the map and studies stand behind Review and below.
const ALONE = ["/progress", "/review"];

export function pagesFor(me: Me): readonly Page[] {
  if (me.mode === "local") return PAGES.filter(({ to }) => ALONE.includes(to));
  return me.account ? PAGES.filter(({ act }) => mayDo(me, act)) : [];
}
