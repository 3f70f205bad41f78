import { readerKey } from "./offline-headers.ts";
import { FORGET_WAITING } from "./waiting.ts";

/** Says whose papers lie on a device. The browser shows it to us and to no script. */
const COOKIE = "sagsgang.reader";

/** Has the browser throw away (Clear-Site-Data) all that our pages keep on the device: papers, notes that wait, and the worker. */
export const CLEAR_DEVICE = '"storage"';

const cookie = (value: string, days: number) =>
  `${COOKIE}=${value}; Path=/; Max-Age=${days * 86_400}; HttpOnly; SameSite=Lax`;

/**
 * Sees to it that a device holds one person's papers only: whoever signs in where another has read before finds it emptied
 * at their first page. To be called with what is answered to somebody who is signed in.
 */
export function keepDeviceTo(userId: string, request: Request, response: Response): void {
  const reader = readerKey(userId);
  const known = new RegExp(`(?:^|;\\s*)${COOKIE.replace(".", "\\.")}=([0-9a-f]*)`).exec(
    request.headers.get("Cookie") ?? "",
  )?.[1];
  const reads = response.headers.has("Sagsgang-Reader");
  if (known && known !== reader) {
    response.headers.set("Clear-Site-Data", CLEAR_DEVICE);
    response.headers.append("Set-Cookie", FORGET_WAITING);
  }
  if (known !== reader && (known || reads)) response.headers.append("Set-Cookie", cookie(reader, 400));
}
