import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import pg from "pg";
import type { Logger } from "pino";

export type CachedPage = { headers: Record<string, string>; body: Buffer; gzip: Buffer };

/** Only what anybody may see at this address: a whole page, asked for without a session. */
export function isPublicPage(request: Request, response: Response): boolean {
  return (
    request.method === "GET" &&
    response.status === 200 &&
    !request.headers.has("Cookie") &&
    !response.headers.has("Set-Cookie") &&
    (response.headers.get("Content-Type") ?? "").startsWith("text/html")
  );
}

export function sendPage(page: CachedPage, request: IncomingMessage, response: ServerResponse): void {
  const packed = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  const body = packed ? page.gzip : page.body;
  response.writeHead(200, {
    ...page.headers,
    Vary: "Accept-Encoding",
    "Content-Length": body.length,
    ...(packed ? { "Content-Encoding": "gzip" } : {}),
  });
  response.end(body);
}

/** Bytes of rendered pages that are kept, plain and packed together. */
const CAPACITY = 24 * 1024 * 1024;
/** Some are of addresses that anybody made up. */
const MOST_FACTS = 1000;

/**
 * Rendered public pages by URL (the language is part of it). Every committed change of public data empties it: the
 * writer notifies `sagsgang_archive` in the same transaction. While the database cannot be heard nothing is kept,
 * so a page is never older than the archive.
 */
export class PageCache {
  #pages = new Map<string, CachedPage>();
  #facts = new Map<string, Promise<unknown>>();
  #size = 0;
  #listening = false;
  #hour = 0;
  /** Raised with every emptying, so that a page rendered from the older archive is not kept afterwards. */
  #generation = 0;

  get generation(): number {
    return this.#generation;
  }

  get(url: string): CachedPage | undefined {
    this.#forgetYesterday();
    const page = this.#pages.get(url);
    if (!page) return undefined;
    this.#pages.delete(url);
    this.#pages.set(url, page);
    return page;
  }

  put(url: string, generation: number, headers: Record<string, string>, body: Buffer): void {
    if (!this.#listening || generation !== this.#generation || this.#pages.has(url) || body.length > CAPACITY / 8)
      return;
    const page = { headers, body, gzip: gzipSync(body, { level: 5 }) };
    const size = page.body.length + page.gzip.length;
    this.#pages.set(url, page);
    this.#size += size;
    for (const [oldest, old] of this.#pages) {
      if (this.#size <= CAPACITY) break;
      this.#pages.delete(oldest);
      this.#size -= old.body.length + old.gzip.length;
    }
  }

  /** A small fact of the archive that many pages need, e.g. a municipality's colours: read once, until the archive changes. */
  remember<T>(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.#facts.get(key);
    if (known) return known as Promise<T>;
    const fact = read();
    if (this.#listening && this.#facts.size < MOST_FACTS) {
      this.#facts.set(key, fact);
      fact.catch(() => this.#facts.delete(key));
    }
    return fact;
  }

  /** Pages say what is overdue today. A day ends on the hour in every time zone we have, so each hour begins empty. */
  #forgetYesterday(): void {
    const hour = Math.floor(Date.now() / 3_600_000);
    if (hour === this.#hour) return;
    this.#hour = hour;
    this.#clear(this.#listening);
  }

  #clear(listening: boolean): void {
    this.#listening = listening;
    this.#generation++;
    this.#pages.clear();
    this.#facts.clear();
    this.#size = 0;
  }

  /** Listens until `stop` is called; reconnects by itself. */
  listen(url: string, log: Logger): { stop(): Promise<void> } {
    let stopped = false;
    let client: pg.Client | undefined;
    let retry: NodeJS.Timeout | undefined;

    const lost = (error?: Error) => {
      this.#clear(false);
      if (stopped || retry) return;
      log.warn({ err: error }, "the archive's news channel is lost; pages are not cached until it is back");
      retry = setTimeout(connect, 1000);
    };
    const connect = async () => {
      retry = undefined;
      client = new pg.Client({ connectionString: url });
      client.on("error", lost);
      client.on("end", () => lost());
      client.on("notification", () => this.#clear(true));
      try {
        await client.connect();
        await client.query("listen sagsgang_archive");
        this.#clear(true);
      } catch (error) {
        lost(error as Error);
      }
    };
    void connect();
    return {
      async stop() {
        stopped = true;
        clearTimeout(retry);
        await client?.end().catch(() => undefined);
      },
    };
  }
}
