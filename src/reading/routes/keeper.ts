import { createContext, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { type Entry, flush, forgetSent, listEntries, putEntry, type Sending, takeUp } from "../offline/outbox.ts";

/** Keeps what the reader writes and marks, on the device first. Null until scripts run. */
export type Keeper = {
  /** What has been written since the page was made, by what it is about. */
  entries: ReadonlyMap<string, Entry>;
  state: Sending;
  /** `after`: the text that the reader wrote on. */
  keep(key: string, fields: Record<string, string>, after?: string): void;
};

const KeeperContext = createContext<Keeper | null>(null);
export const KeeperProvider = KeeperContext.Provider;

/** Null on the server and where the browser keeps nothing: the forms then work by themselves. */
export const useKeeper = (): Keeper | null => useContext(KeeperContext);

/** Milliseconds between attempts while there is no connection. */
const AGAIN = 15_000;

/** `madeAt`: when the server made the page, by its clock. */
export function useOwnKeeper(reader: string, url: string, madeAt: number): Keeper | null {
  const [entries, setEntries] = useState<ReadonlyMap<string, Entry> | null>(null);
  const [state, setState] = useState<Sending>("idle");

  const load = useCallback(async () => {
    const own = (await listEntries(reader)).filter((entry) => entry.url === url);
    setEntries(new Map(own.map((entry) => [entry.key, entry])));
  }, [reader, url]);

  const send = useCallback(async () => {
    // An attempt without hope is not told each time.
    setState((last) => (last === "offline" ? last : "sending"));
    const sent = await flush(reader).catch(() => "offline" as const);
    await load();
    setState(sent);
  }, [load, reader]);

  useEffect(() => {
    let stopped = false;
    const begin = async () => {
      await takeUp(reader);
      await forgetSent(reader, url, madeAt);
      await load();
      if (!stopped) await send();
    };
    // A browser that keeps nothing (private windows of some) leaves the page to its forms.
    begin().catch(() => setEntries(null));
    const again = () => void send().catch(() => undefined);
    const seen = () => document.visibilityState === "visible" && again();
    const timer = setInterval(() => navigator.onLine && again(), AGAIN);
    window.addEventListener("online", again);
    document.addEventListener("visibilitychange", seen);
    return () => {
      stopped = true;
      clearInterval(timer);
      window.removeEventListener("online", again);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [reader, url, madeAt, load, send]);

  return useMemo(() => {
    if (!entries) return null;
    const keep: Keeper["keep"] = (key, fields, after) => {
      void putEntry({ reader, url, key, fields }, after)
        .then(load)
        .then(send)
        .catch(() => setEntries(null));
    };
    return { entries, state, keep };
  }, [entries, state, reader, url, load, send]);
}

/** How many entries wait to be sent. */
export const waitingCount = (keeper: Keeper | null): number =>
  [...(keeper?.entries.values() ?? [])].filter(({ sentAt, refused }) => sentAt === undefined && !refused).length;
