/** What numbers count and in which size they are printed: "i 1.000 kr." is kr and 1000. */
export type Unit = { unit: string | null; scale: number };

const PATTERNS: [RegExp, Unit][] = [
  [/%-?\s?point|pct\.?\s?-?point|procentpoint|\bp\.p\./i, { unit: "points", scale: 1 }],
  [
    /(?<![\d.,])1[. ]?000[,.]?0?0?\s*(?:kr|dkk)|\btkr\b|\bt\.\s?kr|\btusinde? kr|\bkr\.? ?1[. ]?000/i,
    { unit: "kr", scale: 1e3 },
  ],
  [/\bmio\.?(?:\s*(?:kr|dkk)|\b)|\bmill\.\s*kr|millioner/i, { unit: "kr", scale: 1e6 }],
  [/\bmia\.?(?:\s*(?:kr|dkk)|\b)|milliarder/i, { unit: "kr", scale: 1e9 }],
  [/%|\bpct\b|\bprocent|\bandel(?!e\p{L})/iu, { unit: "percent", scale: 1 }],
  [/\bkr\b|\bkroner\b|\bdkk\b|\(kr\.?\)/i, { unit: "kr", scale: 1 }],
  [/\bton\b|\btons\b/i, { unit: "ton", scale: 1 }],
  [/\bkWh\b|\bMWh\b|\bGJ\b/i, { unit: "energi", scale: 1 }],
  [
    /\bm2\b|\bm²|\bm3\b|\bm³|\bkvm\b|\bkvadratmeter|\bkubikmeter|\bkm\b|\bha\b|\bhektar|\bmeter\b|\bkg\b|\bliter\b/i,
    { unit: "mål", scale: 1 },
  ],
  [/\bårsværk|\bfuldtids|\bhelårs|\bårselev/i, { unit: "årsværk", scale: 1 }],
  [/\btimer\b|\btimetal/i, { unit: "timer", scale: 1 }],
  [/\bantal\b|\bstk\b/i, { unit: "antal", scale: 1 }],
];

/** The unit a caption or a note states for a whole table; a table of counts with their percent counts. */
export function wholeUnitIn(words: string): Unit | null {
  const stated =
    /^[\s*_#(]*(?:tabel|skema|oversigt|figur|kilde|anm|alle|tallene|beløb)|\b(?:i|alt i|angivet i|opgjort i)\s+(?:hele\s+)?(?:1\.000|1000|mio|mia|tkr|t\.\s?kr|tusind|pct|procent|%|kr\b|kroner|antal)|\((?:i\s+)?(?:hele\s+)?(?:1\.000|mio|mia|tkr|t\.\s?kr|pct|procent|%|kr|antal)[^)]{0,20}\)/i;
  if (!stated.test(words)) return null;
  const unit = unitIn(words);
  return unit?.unit === "percent" && /antal|faktiske|absolut|\btal og/i.test(words)
    ? { unit: "antal", scale: 1 }
    : unit;
}

/** The unit a heading, a caption or a note states; null when it states none. */
export function unitIn(words: string): Unit | null {
  for (const [expression, unit] of PATTERNS) if (expression.test(words)) return unit;
  return null;
}
