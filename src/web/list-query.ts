/** The page of a list in `?side=`; 1 when it is none. */
export function pageOf(query: URLSearchParams): number {
  const page = Number(query.get("side") ?? 1);
  return Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1;
}

/** The year in `?aar=`. */
export function yearOf(query: URLSearchParams): string | undefined {
  const year = query.get("aar") ?? "";
  return /^[12]\d{3}$/.test(year) ? year : undefined;
}
