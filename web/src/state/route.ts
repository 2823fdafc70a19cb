/// The page's addresses: each view has its own, so that a reload comes back to it.
export type Route =
  | { readonly view: "start" }
  | { readonly view: "progress" }
  | { readonly view: "talk"; readonly session: string }
  | { readonly view: "debrief"; readonly session: string }
  | { readonly view: "review"; readonly path: string }
  | { readonly view: "team"; readonly path: string }
  | { readonly view: "missing" };

const REVIEW = /^\/(review(\/.*)?|map|trust)\/?$/;
const TEAM =
  /^\/(sign-in|account|people|study|(invite\/[\w-]+)|supervise(\/[\w-]+)?|trials(\/[\w-]+)?)\/?$/;

export function routeOf(path: string): Route {
  if (path === "/" || path === "/index.html") return { view: "start" };
  if (/^\/progress\/?$/.test(path)) return { view: "progress" };
  if (REVIEW.test(path)) return { view: "review", path };
  if (TEAM.test(path)) return { view: "team", path };
  const found = /^\/(talk|debrief)\/([A-Za-z0-9-]+)\/?$/.exec(path);
  const [, view, session] = found ?? [];
  if ((view !== "talk" && view !== "debrief") || !session) return { view: "missing" };
  return { view, session };
}

/// What can be seen without being signed in.
export function isOpen(path: string): boolean {
  return /^\/(sign-in|invite\/)/.test(path);
}

/// Where to sign in, on the way to `path`.
export function signInPath(path: string): string {
  return path === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(path)}`;
}

/// Where to go once signed in: an address of this page, and no other.
export function wantedPath(search: string): string {
  const to = new URLSearchParams(search).get("to") ?? "/";
  return routeOf(to).view === "missing" || isOpen(to) ? "/" : to;
}
