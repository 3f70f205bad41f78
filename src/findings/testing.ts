import type { Check, Verdict } from "#factcheck/model.ts";
import type { CheckBatch } from "./batch.ts";
import type { CheckPool } from "./check-pool.ts";

/**
 * Checks without processes and without sums: every "fejl:", "tvivl:" or "passer:" in a text is a finding. A text that says
 * "går i stå" takes the process with it. `seen` is called with every batch.
 */
export function pretendPool(seen: (batch: CheckBatch) => void | Promise<void> = () => undefined): CheckPool {
  return {
    size: 2,
    async check(batch) {
      await seen(batch);
      const texts = new Map(batch.texts.map((text) => [text.id, text.text]));
      if (batch.targets.some(({ id }) => texts.get(id)?.includes("går i stå"))) throw new Error("the process ended");
      return batch.targets.map(({ id }) => ({ id, findings: findingsIn(texts.get(id) ?? "", id) }));
    },
    close: async () => undefined,
  };
}

const VERDICTS: Record<string, Verdict> = { fejl: "error", tvivl: "warning", passer: "ok" };

function findingsIn(text: string, id: number) {
  return [...text.matchAll(/(fejl|tvivl|passer): ([\d.]+)/g)].map((match) => ({
    file: "",
    span: { start: match.index, end: match.index + match[0].length },
    item: null,
    check: "table-total" as Check,
    claim: match[0],
    stated: match[2] as string,
    computed: "7",
    verdict: VERDICTS[match[1] as string] as Verdict,
    explanation: `3 + 4 = 7, og der står ${match[2]}.`,
    evidence: [{ file: "", span: { start: match.index, end: match.index + 4 }, text: match[1] as string }],
    documents: [id],
  }));
}
