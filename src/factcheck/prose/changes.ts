import type { NumberMention } from "../numbers/find-numbers.ts";
import { numberOf, stem, type Marked } from "./marked.ts";

/** A change a sentence tells: "en stigning på 12 %", "faldet med 40", "58 færre klager end". */
export type Change = {
  index: number;
  number: NumberMention;
  /** 1 up, -1 down, 0 when the words do not tell ("en ændring på"). */
  direction: 1 | -1 | 0;
  start: number;
  end: number;
};

export const UP =
  "(?:stigning(?:en|er)?|stiger|stige|steget|steg|vækst(?:en)?|vokse[rt]?|voksede|øge[rst]|øgede|øget|øgning(?:en)?|forøge[st]|forøget|forøgelse(?:n)?|fremgang(?:en)?|tilvækst(?:en)?|hæve[st]|hævet|opgang(?:en)?|løftet|udvidet|udvidelse(?:n)?|opskrevet|opjusteret)";
export const DOWN =
  "(?:fald(?:et)?|falder|falde|faldt|reduktion(?:en)?|reducere[rst]|reduceret|reduceredes|nedgang(?:en)?|sænke[rst]|sænket|mindske[rst]|mindsket|nedbragt|nedbringes|nedsat|nedsættes|sat ned|tilbagegang(?:en)?|beskåret|nedjusteret|nedskrevet|skåret)";
const EVEN =
  "(?:ændring(?:en)?|forskel(?:len)?|difference(?:n)?|ubalance(?:n)?|udvikling(?:en)?|ændret|justeret|afvigelse(?:n)?)";
const TOKEN = "(?<letter>[#%¤])(?<index>\\d+);";
const HEDGE =
  "(?: (?:cirka|ca\\.?|omkring|omtrent|knapt?|godt|over|næsten|lige|under|mere|end|op|til|mindst|små|hele|yderligere|kun|blot|samlet|i|alt|hhv\\.|henholdsvis|en|et|på|med)){0,4}";

const AFTER_WORD = new RegExp(
  `(?<!\\p{L})(?:(?<up>${UP})|(?<down>${DOWN})|(?<even>${EVEN}))(?!\\p{L})(?<gap>(?: [\\p{L}\\d./'’()-]+){0,8}?)(?: (?:på|med|svarende til|udgør|udgjorde|er|var|blev))?${HEDGE} ${TOKEN}`,
  "gu",
);
const MORE_THAN =
  /(?<letter>[#%¤])(?<index>\d+);(?: [\p{L}-]+){0,2}? (?:(?<up>flere|mere|højere|større|over)|(?<down>færre|mindre|lavere|under))(?:(?: [\p{L}\d-]+){0,4}? (?:end|i forhold til|sammenlignet med)| (?:niveauet i )?(?=(?:19|20)\d\d))(?!\p{L})/gu;
const MORE =
  /(?<letter>[#%¤])(?<index>\d+);(?: [\p{L}-]+)?? (?:(?<up>flere|mere|højere)|(?<down>færre|mindre|lavere))(?= ?[.,:()]|$| (?<noun>[\p{L}-]+)(?: i (?:19|20)\d\d)?(?: ?[.,:()]|$| end))/gu;
const AFTER_LEVELS = new RegExp(
  `(?<!\\p{L})(?:(?<up>stigning(?:en)?|væksten?|steg|steget|stiger)|(?<down>faldet|nedgangen|faldt|falder)|(?<even>${EVEN}))(?!\\p{L})[^#%¤]{0,60} fra [^#%¤]{0,20}[#%]\\d+;(?: \\(?(?:i )?(?:19|20)\\d\\d\\)?)? til [^#%¤]{0,20}[#%]\\d+;(?: \\(?(?:i )?(?:19|20)\\d\\d\\)?)?(?: (?:er|var|udgør|udgjorde)(?: på)?|,? (?:altså|dermed|dvs\\.|det vil sige) (?:med|en stigning på|et fald på))${HEDGE} ${TOKEN}`,
  "gu",
);
const NO_CHANGE = /(?:^| )(?:fra|til|mod|hvor|hvoraf|heraf|hvilket|som|der|på|med|målt|at|mens|men|skyldes)(?= |$)/u;

/** Most checks ask for the changes of a sentence; they are looked for once. */
const known = new WeakMap<Marked, Change[]>();

/** The changes of a sentence, in order. "steget til 46" tells a level, no change. */
export function changesIn(marked: Marked): Change[] {
  const changes = known.get(marked) ?? findChanges(marked);
  known.set(marked, changes);
  return changes;
}

function findChanges(marked: Marked): Change[] {
  const found = new Map<number, Change>();
  for (const match of marked.text.matchAll(AFTER_WORD)) add(found, marked, match, true);
  for (const expression of [MORE_THAN, MORE, AFTER_LEVELS])
    for (const match of marked.text.matchAll(expression)) add(found, marked, match, false);
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function add(found: Map<number, Change>, marked: Marked, match: RegExpExecArray, byWord: boolean): void {
  const { up, down, index, gap = "" } = match.groups ?? {};
  const number = numberOf(marked, index);
  if (!number || number.to !== null || found.has(Number(index))) return;
  if (byWord && !isChange(match[0], gap)) return;
  // "15 % flere frivillige" after figures of another thing tells of that other thing.
  const noun = match.groups?.["noun"];
  if (noun && !tellsOf(marked, noun, Number(index))) return;
  found.set(Number(index), {
    index: Number(index),
    number,
    direction: up ? 1 : down ? -1 : 0,
    start: match.index,
    end: match.index + match[0].length,
  });
}

/** The words between "stigning" and the number must lead to the number itself. */
function isChange(words: string, gap: string): boolean {
  if (NO_CHANGE.test(gap)) return false;
  const lead = words.slice(0, words.search(/[#%¤]\d+;$/u)).trimEnd();
  if (/(?:^| )(?:op til|ned til|til)$/u.test(lead)) return false;
  // "faldet 12 %" and "stigning 1,4 mio." stand side by side; farther apart "på" or "med" must join them.
  return gap === "" || / (?:på|med|svarende til|udgør|udgjorde)(?: |$)/u.test(`${lead} `);
}

/** "12 % flere børn, idet antallet af indskrevne børn gik fra ..." */
const isNamedAgain = (text: string, root: string): boolean =>
  (text.match(/\p{L}{3,}/gu) ?? []).filter((word) => stem(word) === root).length > 1;

/** Whether a noun is what the other figures of the sentence count, or stands elsewhere in it. */
function tellsOf(marked: Marked, noun: string, skip: number): boolean {
  const root = stem(noun);
  if (/^(?:end|i|på|i alt|siden|og|af)$/u.test(noun)) return true;
  const others = marked.numbers.filter(
    (number, place) => place !== skip && number.unit !== null && number.unit !== "percent",
  );
  if (others.some(({ unit }) => unit !== null && stem(unit) === root)) return true;
  return others.length === 0 && marked.numbers.length > 1
    ? /[:(]|mod/u.test(marked.text) || isNamedAgain(marked.text, root)
    : others.length === 0;
}
