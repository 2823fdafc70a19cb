/// The addresses of the team's pages and of studies: a page, and what it is about.
export function teamRoute(path: string): { readonly page: string; readonly of: string } {
  const [, page = "", of = ""] = path.split("/");
  return { page, of };
}
