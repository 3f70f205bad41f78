import { type Logger, pino } from "pino";

/** One JSON object a line on standard error. `LOG_LEVEL` chooses how much (default: warn). Never a name, a query or a text. */
export function createLog(level = process.env["LOG_LEVEL"] ?? "warn"): Logger {
  return pino({ level }, pino.destination({ dest: 2, sync: true }));
}
