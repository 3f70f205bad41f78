import { useEffect, useState } from "react";
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
  const [progress, setProgress] = useState<KeepProgress | null>(null);
  const scope = to.reading(municipality);
  const { worker, reached } = useWorker(scope, page);
  const online = reached && keeper?.state !== "offline";
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

/** Milliseconds between attempts to reach the portal while it cannot be reached. */
const AGAIN = 20_000;

/**
 * Starts the worker and has it keep the page. `reached`: false where that found no portal: a browser takes a train's
 * wireless network for a connection, and a page from the device looks like any other.
 */
function useWorker(scope: string, page: string): { worker: ServiceWorker | null; reached: boolean } {
  const [worker, setWorker] = useState<ServiceWorker | null>(null);
  const [reached, setReached] = useState(true);
  useEffect(() => {
    void startWorker(scope).then(setWorker);
  }, [scope]);
  useEffect(() => {
    if (!worker) return;
    const look = () => void keepPages(worker, [page]).then(({ failed }) => setReached(failed === 0));
    const lost = () => setReached(false);
    look();
    const timer = reached ? undefined : setInterval(look, AGAIN);
    window.addEventListener("online", look);
    window.addEventListener("offline", lost);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", look);
      window.removeEventListener("offline", lost);
    };
  }, [worker, page, reached]);
  return { worker, reached };
}
