/// The addresses of the review pages.
export type ReviewRoute =
  | { readonly page: "queue" | "settle" | "batches" | "import" | "map" | "trust" }
  | { readonly page: "task"; readonly task: string }
  | { readonly page: "missing" };

const PAGES = ["settle", "batches", "import"] as const;

export function reviewRoute(path: string): ReviewRoute {
  const [, first, second = "", ...more] = path.replace(/\/$/, "").split("/");
  if (more.length > 0) return { page: "missing" };
  if (first === "map" || first === "trust") return { page: first };
  if (second === "") return { page: "queue" };
  const named = PAGES.find((page) => page === second);
  if (named) return { page: named };
  return /^[A-Za-z0-9-]+$/.test(second) ? { page: "task", task: second } : { page: "missing" };
}
