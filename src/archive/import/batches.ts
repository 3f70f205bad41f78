/** How what comes one by one is done several at a time. */
export type BatchOptions<T> = {
  run: (batch: T[]) => Promise<void>;
  /** Those of one key are done one after the other, in the order they came. */
  keyOf: (entry: T) => string;
  most: number;
  /** Batches at once. */
  atOnce: number;
  /** Milliseconds until a batch is begun that is not full. */
  patience: number;
};

export type Batches<T> = {
  add(entry: T): void;
  /** To be called after the last `add`: when all is done. Throws what the first batch that failed threw. */
  finish(): Promise<void>;
};

export function createBatches<T>({ run, keyOf, most, atOnce, patience }: BatchOptions<T>): Batches<T> {
  let waiting: T[] = [];
  const busy = new Set<string>();
  let running = 0;
  let failure: { error: unknown } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let finished: (() => void) | undefined;

  const take = () => {
    const batch: T[] = [];
    waiting = waiting.filter((entry) => {
      if (batch.length === most || busy.has(keyOf(entry))) return true;
      busy.add(keyOf(entry));
      batch.push(entry);
      return false;
    });
    return batch;
  };
  const begin = async (batch: T[]) => {
    running++;
    try {
      await run(batch);
    } catch (error) {
      failure ??= { error };
    }
    for (const entry of batch) busy.delete(keyOf(entry));
    running--;
    beginAll(false);
  };
  const beginAll = (isLate: boolean) => {
    for (let free = atOnce - running; free > 0; free--) {
      const batch = waiting.length >= most || isLate || finished ? take() : [];
      if (batch.length > 0) void begin(batch);
    }
    if (waiting.length > 0) timer ??= setTimeout(onLate, patience);
    else if (running === 0) finished?.();
  };
  const onLate = () => {
    timer = undefined;
    beginAll(true);
  };

  return {
    add(entry) {
      waiting.push(entry);
      beginAll(false);
    },
    async finish() {
      await new Promise<void>((resolve) => {
        finished = resolve;
        beginAll(true);
      });
      clearTimeout(timer);
      if (failure) throw failure.error;
    },
  };
}
