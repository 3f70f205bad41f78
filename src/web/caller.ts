import type { IncomingMessage } from "node:http";
import { CLIENT_ADDRESS } from "#identity/client-address.ts";

/**
 * Notes on a request which address it came from, for limits on attempts; what the caller wrote there is thrown away. Behind
 * a proxy it is the last address in X-Forwarded-For, the one that the proxy itself saw.
 */
export function nameCaller(request: IncomingMessage, behindProxy: boolean): void {
  const forwarded = behindProxy
    ? String(request.headers["x-forwarded-for"] ?? "")
        .split(",")
        .at(-1)
        ?.trim()
    : "";
  const raw = request.rawHeaders;
  for (let at = raw.length - 2; at >= 0; at -= 2) if (raw[at]?.toLowerCase() === CLIENT_ADDRESS) raw.splice(at, 2);
  raw.push(CLIENT_ADDRESS, forwarded || (request.socket.remoteAddress ?? "unknown"));
}
