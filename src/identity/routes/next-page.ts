/** Where to go after signing in: a page of ours, or `otherwise` when the address would lead elsewhere. */
export function nextPage(asked: string | null, otherwise: string): string {
  if (!asked?.startsWith("/")) return otherwise;
  const home = "http://sagsgang.invalid";
  const url = URL.canParse(asked, home) ? new URL(asked, home) : null;
  if (url?.origin !== home || asked.includes("\\")) return otherwise;
  // Looked at when the dots are gone: "/.//elsewhere" is a path of ours, and what is left of it the name of another site.
  return url.pathname.startsWith("//") ? otherwise : url.pathname + url.search;
}
