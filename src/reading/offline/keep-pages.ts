import type { KeepProgress, KeepRequest } from "./worker.ts";

/** True where the browser can keep papers: on https, and on the machine itself. */
const canKeep = (): boolean => "serviceWorker" in navigator && "caches" in window;

/** Starts the worker over members' pages (`scope`). Null where the browser has none or will not. */
export async function startWorker(scope: string): Promise<ServiceWorker | null> {
  if (!canKeep()) return null;
  try {
    await navigator.serviceWorker.register(`${scope}/arbejder.js`, { scope });
    const { active } = await navigator.serviceWorker.ready;
    return active;
  } catch {
    return null;
  }
}

/** Has the worker keep these addresses, and what this page itself is made of. Resolves when all are kept or have failed. */
export function keepPages(
  worker: ServiceWorker,
  urls: string[],
  onProgress: (progress: KeepProgress) => void = () => undefined,
): Promise<KeepProgress> {
  const all = [...new Set([...urls, ...ownAssets()])];
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener("message", ({ data }: MessageEvent<KeepProgress>) => {
      onProgress(data);
      if (data.done === data.all) resolve(data);
    });
    port1.start();
    worker.postMessage({ do: "keep", urls: all } satisfies KeepRequest, [port2]);
  });
}

/** Scripts, styles, fonts and pictures that this page has loaded or names. */
function ownAssets(): string[] {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const named = [...document.querySelectorAll<HTMLElement>("link[href], script[src], img[src], use[href]")].map(
    (element) => new URL(element.getAttribute("href") ?? element.getAttribute("src") ?? "", location.href).href,
  );
  return [...loaded, ...named].flatMap((address) => {
    const url = new URL(address);
    const isOurs = url.origin === location.origin && /^\/assets\/|\/logo$/.test(url.pathname);
    return isOurs ? [url.origin + url.pathname] : [];
  });
}
