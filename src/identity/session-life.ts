/** How long a session lasts without use: a working day. */
const IDLE_HOURS = 8;
/** How long it lasts in all, however much it is used (OWASP ASVS 5, 7.3.2): a week, so that members sign in once a meeting. */
export const WHOLE_HOURS = 7 * 24;

const HOUR = 60 * 60 * 1000;

/** When a session ends that is used now. */
export function endOfSession(began: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + IDLE_HOURS * HOUR, began.getTime() + WHOLE_HOURS * HOUR));
}
