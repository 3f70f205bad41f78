import { bringsFiles, takesFiles } from "./body-limit.ts";

/** Where a script sends JSON; every other address takes forms. */
const TAKES_JSON = /\/tekst\/[^/]+\/gem$/;

const FORM = "application/x-www-form-urlencoded";

/** A form is small: whoever has not sent it whole in so many milliseconds is not waited for. */
const LONGEST = 30_000;

/** Why a form cannot be used: it broke off or is none, or it did not come in time. */
export type FormFault = "broken" | "slow";

/**
 * A request with its form there in whole, so that no page fails over one that breaks off or is none. Nothing at all counts
 * as a form with nothing in it. Files are left to the pages that take them, which read them as they come.
 */
export async function wholeForm(request: Request, longest = LONGEST): Promise<Request | FormFault> {
  const { method, url, signal } = request;
  if (method === "GET" || method === "HEAD") return request;
  const { pathname } = new URL(url);
  const headers = new Headers(request.headers);
  const type = headers.get("Content-Type");
  if (bringsFiles(type) && takesFiles(pathname)) return request;
  const body = await read(request, longest);
  if (typeof body === "string") return body;
  if (type === null && body.byteLength === 0) headers.set("Content-Type", FORM);
  else if (!(await isForm(type ?? "", body)) && !TAKES_JSON.test(pathname)) return "broken";
  headers.set("Content-Length", String(body.byteLength));
  return new Request(url, { method, headers, body, signal });
}

async function read(request: Request, longest: number): Promise<ArrayBuffer | FormFault> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"slow">((resolve) => (timer = setTimeout(resolve, longest, "slow")));
  const whole = request.arrayBuffer().catch(() => "broken" as const);
  const first = await Promise.race([whole, late]);
  clearTimeout(timer);
  return first;
}

async function isForm(type: string, body: ArrayBuffer): Promise<boolean> {
  if (type.toLowerCase().startsWith(FORM)) return true;
  if (!bringsFiles(type)) return false;
  return new Response(body, { headers: { "Content-Type": type } }).formData().then(
    () => true,
    () => false,
  );
}
