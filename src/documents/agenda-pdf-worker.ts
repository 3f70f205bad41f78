import { parentPort } from "node:worker_threads";
import { agendaPdf, type AgendaPdfOptions } from "./agenda-pdf.ts";
import type { AgendaDocument } from "./model.ts";

export type PrintOrder = { id: number; agenda: AgendaDocument; options: AgendaPdfOptions };
export type Printed = { id: number; pdf: Uint8Array } | { id: number; error: string };

parentPort?.on("message", ({ id, agenda, options }: PrintOrder) => {
  let printed: Printed;
  try {
    printed = { id, pdf: new Uint8Array(agendaPdf(agenda, options)) };
  } catch (error) {
    printed = { id, error: String(error) };
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
  parentPort?.postMessage(printed);
});
