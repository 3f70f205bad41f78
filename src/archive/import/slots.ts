/** So much may be under way at once; whoever wants more waits, first come first served. */
export type Slots = { acquire(weight?: number): Promise<() => void> };

export function createSlots(capacity: number): Slots {
  let free = capacity;
  const waiting: { weight: number; enter: () => void }[] = [];
  const admit = () => {
    for (let first = waiting[0]; first && first.weight <= free; first = waiting[0]) {
      waiting.shift();
      free -= first.weight;
      first.enter();
    }
  };
  return {
    /** Gives the way to leave. What is heavier than the whole capacity waits until it has all of it. */
    async acquire(weight = 1) {
      const taken = Math.min(weight, capacity);
      await new Promise<void>((enter) => {
        waiting.push({ weight: taken, enter });
        admit();
      });
      return () => {
        free += taken;
        admit();
      };
    },
  };
}
