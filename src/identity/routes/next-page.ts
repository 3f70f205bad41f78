/** Where to go after signing in: a page of ours, or `otherwise` when the address would lead elsewhere. */
export function nextPage(asked: string | null, otherwise: string): string {
  if (!asked?.startsWith("/")) return otherwise;
  const home = "http://sagsgang.invalid";
  const url = URL.canParse(asked, home) ? new URL(asked, home) : null;
  return url?.origin === home && !asked.startsWith("//") && !asked.includes("\\")
    ? url.pathname + url.search
    : otherwise;
}
