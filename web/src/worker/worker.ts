/// Keeps the page itself, so that it opens, with its help, when the server cannot be reached.
/// Network first: a newer page always wins. Nothing under /api is ever kept.
export {};

declare const self: ServiceWorkerGlobalScope;
/// Scripts that the page's own shares with parts fetched later; the build fills this in.
declare const SHARED_PARTS: readonly string[];

const CACHE = "attune-page-1";
const PAGE = "/";
const PARTS = [PAGE, "/app.js", "/app.css", "/icon.svg", ...SHARED_PARTS];

async function stored(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const asked = request.mode === "navigate" ? PAGE : request;
  return (await cache.match(asked)) ?? Response.error();
}

async function networkFirst(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    if (response.ok) {
      const cache = await caches.open(CACHE);
      await cache.put(request.mode === "navigate" ? PAGE : request, response.clone());
    }
    return response;
  } catch {
    return stored(request);
  }
}

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll(PARTS)).then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname.startsWith("/api/")) return;
  event.respondWith(networkFirst(event.request));
});
