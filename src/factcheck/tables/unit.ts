/** What numbers count and in which size they are printed: "i 1.000 kr." is kr and 1000. */
export type Unit = { unit: string | null; scale: number };

const PATTERNS: [RegExp, Unit][] = [
  [/%-?\s?point|pct\.?\s?-?point|procentpoint|(?<!\p{L})p\.p\./iu, { unit: "points", scale: 1 }],
  [
    /(?<![\d.,])1[. ]?000\s*(?:kr|dkk)|(?<!\p{L})(?:tkr|t\.\s?kr|tusinde? kr)|(?<!\p{L})kr\.? ?1[. ]?000/iu,
    { unit: "kr", scale: 1e3 },
  ],
  [/(?<!\p{L})(?:mio|mill)(?!\p{L})|millioner/iu, { unit: "kr", scale: 1e6 }],
  [/(?<!\p{L})mia(?!\p{L})|milliarder/iu, { unit: "kr", scale: 1e9 }],
  [/(?<!\d ?)%|(?<!\p{L})pct(?!\p{L})|procent(?!point)|(?<!\p{L})andel(?!e\p{L})/iu, { unit: "percent", scale: 1 }],
  [/(?<!\p{L})(?:kr|kroner|dkk)(?!\p{L})/iu, { unit: "kr", scale: 1 }],
  [/(?<!\p{L})(?:ton|tons)(?!\p{L})/iu, { unit: "ton", scale: 1 }],
  [/(?<!\p{L})(?:kWh|MWh|GWh|GJ)(?!\p{L})/iu, { unit: "energi", scale: 1 }],
  [
    /(?<!\p{L})(?:m2|m²|m3|m³|kvm|km|km2|ha|kg|meter|liter)(?![\p{L}\d])|kvadratmeter|kubikmeter|hektar/iu,
    { unit: "mål", scale: 1 },
  ],
  [/(?<!\p{L})(?:årsværk|fuldtids|helårs|årselev)/iu, { unit: "årsværk", scale: 1 }],
  [/(?<!\p{L})(?:timer|timetal)(?!\p{L})/iu, { unit: "timer", scale: 1 }],
  [/(?<!\p{L})(?:antal|stk)(?!\p{L})/iu, { unit: "antal", scale: 1 }],
];

/** The unit a caption or a note states for a whole table; a table of counts with their percent counts. */
export function wholeUnitIn(words: string): Unit | null {
  const stated =
    /^[\s*_#(]*(?:tabel|skema|oversigt|figur|kilde|anm|alle|tallene|beløb)|\b(?:i|alt i|angivet i|opgjort i)\s+(?:hele\s+)?(?:1\.000|1000|mio|mia|tkr|t\.\s?kr|tusind|pct|procent|%|kr\b|kroner|antal)|\((?:i\s+)?(?:hele\s+)?(?:1\.000|mio|mia|tkr|t\.\s?kr|pct|procent|%|kr|antal)[^)]{0,20}\)/i;
  if (!stated.test(words.slice(0, 400))) return null;
  const unit = unitIn(words);
  return unit?.unit === "percent" && /antal|faktiske|absolut|(?<!\p{L})tal og/iu.test(words)
    ? { unit: "antal", scale: 1 }
    : unit;
}

/** The unit a heading, a caption or a note states; null when it states none. */
export function unitIn(words: string): Unit | null {
  const some = words.slice(0, 400);
  for (const [expression, unit] of PATTERNS) if (expression.test(some)) return unit;
  return null;
}
