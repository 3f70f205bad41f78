type Progress = { done: number; total: number; failed: number };

export type ProgressBar = { show(progress: Progress): void; clear(): void };

const WIDTH = 30;
/** Milliseconds between two pictures; a log gets a line each ten seconds. */
const OFTEN = { terminal: 100, log: 10_000 };

/** One line that fills on a terminal; plain lines where the output goes to a file. Written to standard error. */
export function progressBar(output: NodeJS.WriteStream = process.stderr): ProgressBar {
  const onTerminal = output.isTTY === true;
  const began = performance.now();
  let shown = began;
  return {
    show(progress) {
      const now = performance.now();
      const last = progress.done === progress.total;
      if (now - shown < (onTerminal ? OFTEN.terminal : OFTEN.log) && !(last && onTerminal)) return;
      shown = now;
      const line = progressLine(progress, (now - began) / 1000);
      output.write(onTerminal ? `\r\u001b[K${line}` : `${line}\n`);
    },
    clear() {
      if (onTerminal) output.write("\r\u001b[K");
    },
  };
}

/** "[########......]  450 af 900, 3 fejl, 3 s tilbage". `seconds` have passed since the beginning. */
export function progressLine({ done, total, failed }: Progress, seconds: number): string {
  const share = total === 0 ? 1 : done / total;
  const filled = Math.round(share * WIDTH);
  const bar = `[${"#".repeat(filled)}${".".repeat(WIDTH - filled)}]`;
  const left = done === 0 || done === total ? "" : `, ${Math.ceil((seconds / done) * (total - done))} s tilbage`;
  return `${bar} ${done} af ${total}${failed > 0 ? `, ${failed} fejl` : ""}${left}`;
}
