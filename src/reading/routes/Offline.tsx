import { useEffect, useState, useSyncExternalStore } from "react";
import { useLanguage } from "../../web/use-language.ts";
import { keepPages, startWorker } from "../offline/keep-pages.ts";
import type { KeepProgress } from "../offline/worker.ts";
import { useKeeper, waitingCount } from "./keeper.ts";
import { readingMessages } from "./messages.ts";

type Props = {
  municipality: string;
  /** The page itself: kept each time it is opened. */
  page: string;
  /** What the button keeps besides. None: no button. */
  more?: string[];
  days: number;
  holdsClosed: boolean;
};

/** Keeps the page on the device for reading without a connection, and all that belongs to it when asked to. */
export function Offline({ municipality, page, more = [], days, holdsClosed }: Props) {
  const { t, to } = useLanguage(readingMessages);
  const keeper = useKeeper();
  const [worker, setWorker] = useState<ServiceWorker | null>(null);
  const [progress, setProgress] = useState<KeepProgress | null>(null);
  const online = useSyncExternalStore(
    watchConnection,
    () => navigator.onLine,
    () => true,
  );
  const scope = to.reading(municipality);
  useEffect(() => {
    void startWorker(scope).then(async (started) => {
      if (!started) return;
      setWorker(started);
      if (navigator.onLine) await keepPages(started, [page]);
    });
  }, [scope, page]);
  const save = async () => {
    if (!worker) return;
    setProgress({ done: 0, all: more.length + 1, failed: 0 });
    await keepPages(worker, [page, ...more], setProgress);
  };
  const waiting = waitingCount(keeper);
  const done = progress !== null && progress.done === progress.all;
  return (
    <>
      <output className="connection">
        {!online && <span>{t.youAreOffline}</span>}
        {waiting > 0 && keeper?.state !== "sending" && <span>{t.waiting(waiting)}</span>}
      </output>
      {more.length > 0 && worker && (
        <section className="offline" aria-labelledby="uden-net">
          <h2 id="uden-net">{t.offline}</h2>
          <p>
            {t.offlineHelp(days)} {holdsClosed && t.offlineClosed}
          </p>
          <button
            type="button"
            className="button button-secondary"
            disabled={!online || (progress !== null && !done)}
            onClick={() => void save()}
          >
            {t.saveOffline}
          </button>
          {progress && !done && <progress value={progress.done} max={progress.all} aria-labelledby="uden-net" />}
          <output>
            {progress && !done && t.savingOffline(progress.done, progress.all)}
            {done && (progress.failed > 0 ? t.somePartsMissing(progress.failed) : t.savedOffline)}
          </output>
        </section>
      )}
    </>
  );
}

function watchConnection(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}
