type Extendable = { waitUntil(work: Promise<unknown>): void };
type Fetching = Extendable & { request: Request; respondWith(answer: Promise<Response>): void };
type Told = Extendable & { data: unknown; ports: readonly MessagePort[] };

/** As much of a service worker's surroundings as this one uses. */
export type WorkerScope = {
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  caches: CacheStorage;
  fetch: typeof fetch;
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: Extendable) => void): void;
  addEventListener(type: "fetch", listener: (event: Fetching) => void): void;
  addEventListener(type: "message", listener: (event: Told) => void): void;
};

/** What a page asks of the worker, and what it is told on the way. */
export type KeepRequest = { do: "keep"; urls: string[] };
export type KeepProgress = { done: number; all: number; failed: number };

/**
 * The service worker of members' pages, sent to the browser as it stands here, so it may use nothing from outside itself.
 * Papers come from the network where there is one; what the server says may be kept is kept for so many days, in a place
 * of its own for each reader, and only the reader who was here last has one.
 */
export function serviceWorker(worker: WorkerScope): void {
  const PLACE = "sagsgang-laes-";
  const UNTIL = "Sagsgang-Kept-Until";
  const ASSET_DAYS = 30;
  const PATIENCE = 5000;
  const scope = new URL(worker.registration.scope);
  const root = scope.pathname.replace(/\/$/, "");

  const isPaper = ({ pathname }: URL) =>
    (pathname === root || pathname.startsWith(`${root}/`)) && !/\.(?:data|js|webmanifest)$|\/mit$/.test(pathname);
  const isAsset = ({ pathname }: URL) => pathname.startsWith("/assets/") || pathname.endsWith("/logo");
  const keyOf = (url: URL) => url.origin + url.pathname;

  worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
  worker.addEventListener("activate", (event) => event.waitUntil(prune().then(() => worker.clients.claim())));

  worker.addEventListener("fetch", (event) => {
    const url = new URL(event.request.url);
    if (event.request.method !== "GET" || url.origin !== scope.origin) return;
    if (isPaper(url)) event.respondWith(paper(event, url));
    else if (isAsset(url)) event.respondWith(asset(event.request, url));
  });

  worker.addEventListener("message", (event) => {
    const asked = event.data as KeepRequest;
    if (asked.do === "keep") event.waitUntil(keepAll(asked.urls, event.ports[0]));
  });

  async function paper(event: Fetching, url: URL): Promise<Response> {
    const fresh = worker.fetch(event.request).then((response) => {
      event.waitUntil(keep(url, response.clone()));
      return response;
    });
    const slow = new Promise<"slow">((resolve) => setTimeout(() => resolve("slow"), PATIENCE));
    const first = await Promise.race([fresh, slow]).catch(() => "offline" as const);
    if (typeof first !== "string") return first;
    const kept = await find(url);
    if (kept) {
      event.waitUntil(fresh.catch(() => undefined));
      return kept;
    }
    return fresh.catch(() => unavailable());
  }

  async function asset(request: Request, url: URL): Promise<Response> {
    return (await find(url)) ?? worker.fetch(request);
  }

  async function keepAll(urls: string[], port: MessagePort | undefined): Promise<void> {
    let failed = 0;
    for (const [index, address] of urls.entries()) {
      const url = new URL(address, scope);
      const kept = await fetchAndKeep(url).catch(() => false);
      if (!kept) failed++;
      port?.postMessage({ done: index + 1, all: urls.length, failed } satisfies KeepProgress);
    }
    await prune();
  }

  async function fetchAndKeep(url: URL): Promise<boolean> {
    if (isAsset(url) && (await find(url))) return true;
    return keep(url, await worker.fetch(url.href, { credentials: "same-origin" }));
  }

  /** Keeps an answer if the server allows it. What is no longer to be read is taken off the device. */
  async function keep(url: URL, response: Response): Promise<boolean> {
    const reader = response.headers.get("Sagsgang-Reader");
    if (reader) await forgetOthers(reader);
    if ([403, 404, 410].includes(response.status)) await forget(url);
    const days = isAsset(url) ? ASSET_DAYS : Number(response.headers.get("Sagsgang-Offline-Days") ?? 0);
    const place = reader ? PLACE + reader : await ownPlace();
    if (!response.ok || days === 0 || !place) return false;
    const headers = new Headers(response.headers);
    headers.set(UNTIL, String(Date.now() + days * 86_400_000));
    const cache = await worker.caches.open(place);
    await cache.put(keyOf(url), new Response(await response.blob(), { status: 200, headers }));
    return true;
  }

  async function find(url: URL): Promise<Response | undefined> {
    const place = await ownPlace();
    const cache = place && (await worker.caches.open(place));
    const kept = cache ? await cache.match(keyOf(url), { ignoreVary: true }) : undefined;
    return kept && Number(kept.headers.get(UNTIL)) > Date.now() ? kept : undefined;
  }

  const places = async () => (await worker.caches.keys()).filter((name) => name.startsWith(PLACE));
  const ownPlace = async () => (await places())[0];

  async function forget(url: URL): Promise<void> {
    for (const place of await places())
      await (await worker.caches.open(place)).delete(keyOf(url), { ignoreVary: true });
  }

  async function forgetOthers(reader: string): Promise<void> {
    for (const place of await places()) if (place !== PLACE + reader) await worker.caches.delete(place);
  }

  async function prune(): Promise<void> {
    for (const place of await places()) {
      const cache = await worker.caches.open(place);
      for (const request of await cache.keys()) {
        const kept = await cache.match(request, { ignoreVary: true });
        if (kept && Number(kept.headers.get(UNTIL)) <= Date.now()) await cache.delete(request, { ignoreVary: true });
      }
    }
  }

  function unavailable(): Response {
    const isEnglish = root.startsWith("/en/");
    const [title, help] = isEnglish
      ? ["No connection", "This page is not saved on the device. Open it again when there is a connection."]
      : ["Uden net", "Siden er ikke gemt på enheden. Åbn den igen, når der er net."];
    const page = `<!DOCTYPE html><html lang="${isEnglish ? "en" : "da"}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title><main><h1>${title}</h1><p>${help}</p><p><a href="${root}">${isEnglish ? "Agendas" : "Dagsordener"}</a></p></main></html>`;
    return new Response(page, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
  }
}
