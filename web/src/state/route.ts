/// The page's addresses: each view has its own, so that a reload comes back to it.
export type Route =
  | { readonly view: "start" }
  | { readonly view: "progress" }
  | { readonly view: "talk"; readonly session: string }
  | { readonly view: "debrief"; readonly session: string }
  | { readonly view: "review"; readonly path: string }
  | { readonly view: "missing" };

export function routeOf(path: string): Route {
  if (path === "/" || path === "/index.html") return { view: "start" };
  if (/^\/progress\/?$/.test(path)) return { view: "progress" };
  if (/^\/(review(\/.*)?|map|trust)\/?$/.test(path)) return { view: "review", path };
  const found = /^\/(talk|debrief)\/([A-Za-z0-9-]+)\/?$/.exec(path);
  const [, view, session] = found ?? [];
  if ((view !== "talk" && view !== "debrief") || !session) return { view: "missing" };
  return { view, session };
}
