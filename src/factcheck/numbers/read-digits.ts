/** Digits that stand together, with the dots, commas, slashes and hyphens between them. */
export type Cluster = {
  end: number;
  /** null when the digits are no number: a date, a time, a case number, or figures glued together. */
  value: number | null;
  step: number;
  to: number | null;
  /** "42.9" and "12 345" are numbers only with "mio. kr." or "%" after them. */
  needsUnit: boolean;
  /** Four digits that may be a year. */
  year: boolean;
};

const LONGEST = 40;
const HARD_SPACE = "\u00a0\u202f\u2009";
const HALVES: Record<string, number> = { "½": 0.5, "¼": 0.25, "¾": 0.75 };

/** Reads the digits that begin at `at`; the time is linear in their number. */
export function readCluster(text: string, at: number): Cluster {
  const end = endOfCluster(text, at);
  const none: Cluster = { end, value: null, step: 1, to: null, needsUnit: false, year: false };
  if (end - at > LONGEST) return none;
  const printed = text.slice(at, end);
  const spaced = readSpaced(text, at, end, printed);
  if (spaced) return { ...none, ...spaced };
  const plain = readPlain(printed);
  if (plain) {
    const half = HALVES[text[end] ?? ""];
    if (half && Number.isInteger(plain.value)) return { ...none, end: end + 1, value: plain.value + half, step: 0.25 };
    return { ...none, ...plain, needsUnit: plain.needsUnit, year: /^(?:19|20)\d\d$/.test(printed) };
  }
  const range = /^([\d.,]+)[-–]([\d.,]+)$/.exec(printed);
  const first = range?.[1] ? readPlain(range[1]) : null;
  const last = range?.[2] ? readPlain(range[2]) : null;
  if (!first || !last || first.needsUnit || last.needsUnit || first.value >= last.value) return none;
  if (/^(?:19|20)\d\d$/.test(range?.[1] ?? "")) return none;
  return { ...none, value: first.value, step: Math.min(first.step, last.step), to: last.value };
}

function endOfCluster(text: string, at: number): number {
  let end = at;
  for (;;) {
    while (isDigit(text[end])) end += 1;
    const next = text[end] ?? "";
    if (!".,/:-–".includes(next) || next === "" || !isDigit(text[end + 1])) return end;
    end += 2;
  }
}

type Plain = { value: number; step: number; needsUnit: boolean };

/** One number in Danish writing: "1.596.234", "18,37", "595"; also the stray "42.9". Anything else is null. */
function readPlain(printed: string): Plain | null {
  const match = /^(?:(\d{1,3}(?:\.\d{3})+)|(\d{1,9}))(?:,(\d{1,6}))?$/.exec(printed);
  if (match) {
    const whole = (match[1] ?? match[2] ?? "").replaceAll(".", "");
    if (whole.length > 1 && whole.startsWith("0")) return null;
    if (!match[1] && !match[3] && whole.length > 7) return null;
    const places = match[3]?.length ?? 0;
    return { value: Number(`${whole}.${match[3] ?? "0"}`), step: 10 ** -places, needsUnit: false };
  }
  const stray = /^(0|[1-9]\d{0,4})\.(\d{1,2})$/.exec(printed);
  return stray ? { value: Number(printed), step: 10 ** -(stray[2]?.length ?? 0), needsUnit: true } : null;
}

/**
 * "1 596 234": hard spaces always, plain ones only where nothing else can be meant, since the columns of a table
 * that lost its tabs look the same; `needsUnit` says so.
 */
function readSpaced(text: string, at: number, firstEnd: number, printed: string): Partial<Cluster> | null {
  if (!/^[1-9]\d{0,2}$/.test(printed)) return null;
  const space = text[firstEnd] ?? "";
  if (space !== " " && (space === "" || !HARD_SPACE.includes(space))) return null;
  let end = firstEnd;
  while (text[end] === space && /^\d{3}(?!\d)/.test(text.slice(end + 1, end + 5)) && end - at < LONGEST) end += 4;
  if (end === firstEnd) return null;
  const decimals = /^,(\d{1,2})(?!\d)/.exec(text.slice(end, end + 4))?.[1] ?? "";
  if (decimals) end += decimals.length + 1;
  if (/^[.,/:\-–]\d|^[\d\p{L}]/u.test(text.slice(end, end + 2))) return { end, value: null };
  const whole = text.slice(at, end - (decimals ? decimals.length + 1 : 0)).replace(/\D/g, "");
  const cellBefore = /(?:^|[\n\t|]\s?|\s{2})[-−–+]?$/.test(text.slice(Math.max(0, at - 3), at));
  const cellAfter = /^(?:\s?[\n\t|]|\s{2}|$)/.test(text.slice(end, end + 2));
  return {
    end,
    value: Number(`${whole}.${decimals || "0"}`),
    step: 10 ** -decimals.length,
    needsUnit: space === " " && !(cellBefore && cellAfter),
  };
}

const isDigit = (character: string | undefined) => character !== undefined && character >= "0" && character <= "9";
