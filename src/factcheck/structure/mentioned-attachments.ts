import type { Item } from "#minutes/model.ts";
import type { Finding } from "../model.ts";
import { type Page, tell } from "./page.ts";
import { distance, keyOf } from "./spelling.ts";

const NUMBERED =
  /(?<=(?:^|[\s(])(?:se|jf\.|jævnfør|af|i|og|vedlagt|fremgår\s+af|kan\s+ses\s+i|som|\()\s?)bilag\s(?<number>\d{1,2})(?![\d/]|[.,]\d)(?!\s+(?:til|i) )/giu;
const ENCLOSED =
  /(?<!\p{L})(?:vedlagte|vedhæftede|vedlagt som bilag er|bilagte)\s+(?<noun>oplæg|notat|rapport|program|handleplan|evaluering|høringssvar|præsentation|ansøgning|aftale|kommissorium|strategi)(?:et|en|erne)?(?!\p{L})/giu;
const NAMED = /(?<!\p{L})bilag(?:et)?\s*[–:-]?\s*[„"”»“](?<name>[^"”«“\n]{6,100})["”«“]/giu;
const LISTED_NUMBER = /^bilag\s*(?:nr\.?\s*)?(\d{1,2})(?!\d)/i;

/** Attachments the text sends its reader to, against those listed on the item. */
export function checkMentionedAttachments(page: Page): Finding[] {
  return (page.minutes?.items ?? []).flatMap((item) =>
    item.attachments.length === 0 ? [] : [...numbered(page, item), ...named(page, item), ...enclosed(page, item)],
  );
}

function numbered(page: Page, item: Item): Finding[] {
  const numbers = item.attachments.flatMap((name) => LISTED_NUMBER.exec(name)?.[1] ?? []).map(Number);
  const isNumbered = numbers.length >= 1 && numbers.length === item.attachments.length;
  if (numbers.length > 0 && !isNumbered) return [];
  return matchesIn(page, item, NUMBERED).flatMap(({ words, start, groups }) => {
    const number = Number(groups["number"]);
    const isThere = isNumbered ? numbers.includes(number) : number <= item.attachments.length;
    if (isThere && !isNumbered) return [];
    return tell(page, {
      check: "attachments",
      verdict: isThere ? "ok" : isNumbered ? "error" : "warning",
      span: { start, end: start + words.length },
      computed: isNumbered ? numbers.join(", ") : String(item.attachments.length),
      explanation: isThere
        ? `Bilag ${number} er på listen over bilag.`
        : isNumbered
          ? `Teksten henviser til bilag ${number}, men sagens bilag har nummer ${numbers.join(", ")}.`
          : `Teksten henviser til bilag ${number}, men sagen har kun ${item.attachments.length} bilag; det kan være et bilag til en anden sag.`,
    });
  });
}

function named(page: Page, item: Item): Finding[] {
  const keys = item.attachments.map(keyOf);
  return matchesIn(page, item, NAMED).flatMap(({ words, start, groups }) => {
    const key = keyOf(groups["name"] ?? "");
    const isThere = keys.some((listed) => listed.includes(key) || key.includes(listed));
    const near = item.attachments.find((name) => distance(keyOf(name), key, 3) <= 3);
    return tell(page, {
      check: "attachments",
      verdict: isThere ? "ok" : near ? "error" : "warning",
      span: { start, end: start + words.length },
      computed: near ?? null,
      explanation: isThere
        ? `Bilaget er på listen over bilag.`
        : near
          ? `Teksten kalder bilaget »${groups["name"]}«, men på listen hedder det »${near}«.`
          : `Teksten nævner bilaget »${groups["name"]}«, men det er ikke på listen; det kan have et andet navn der.`,
    });
  });
}

function enclosed(page: Page, item: Item): Finding[] {
  return matchesIn(page, item, ENCLOSED).flatMap(({ words, start, groups }) => {
    const noun = (groups["noun"] ?? "").toLowerCase();
    const inText = item.attachments.some((name) => name.toLowerCase().includes(noun));
    if (inText) return [];
    return tell(page, {
      check: "attachments",
      verdict: "warning",
      span: { start, end: start + words.length },
      computed: item.attachments.join("; "),
      explanation: `Teksten nævner »${words.replace(/\s+/g, " ")}«, men intet af sagens ${item.attachments.length} bilag hedder sådan; det kan have et andet navn på listen.`,
    });
  });
}

function matchesIn(page: Page, { span }: Item, pattern: RegExp) {
  const text = page.text.slice(span.start, span.end);
  return [...text.matchAll(pattern)].map((match) => ({
    words: match[0],
    start: span.start + match.index,
    groups: match.groups ?? {},
  }));
}
