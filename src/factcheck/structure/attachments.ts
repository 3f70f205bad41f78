import type { Item, Span } from "#minutes/model.ts";
import type { Finding } from "../model.ts";
import { evidenceAt, type Line, linesIn, type Page, tell } from "./page.ts";
import { distance, keyOf } from "./spelling.ts";

const HEADING = /^bilag:?$/i;
const STOP =
  /^(?:resum[eé]|indstilling|beslutning|sagsfremstilling|politisk behandling|økonomi|den videre proces|baggrund|lovgrundlag|sagen|underskrift|\d{1,4}\. )/i;

type Listed = { name: string; key: string; span: Span };

/** The attachments listed before an item's text against those listed after it, and names listed twice. */
export function checkAttachments(page: Page): Finding[] {
  return (page.minutes?.items ?? []).flatMap((item) => {
    if (item.attachments.length === 0) return [];
    const lists = readLists(page, item);
    const [before, after] = lists;
    const twice = lists.flatMap((list) => listedTwice(page, list));
    return lists.length === 2 && before && after ? [...twice, ...between(page, before, after)] : twice;
  });
}

/** The lists under "Bilag"; nothing when a list holds a line the reader did not take for an attachment. */
function readLists(page: Page, item: Item): Listed[][] {
  const known = new Set(item.attachments.map(keyOf));
  const lists: Listed[][] = [];
  let list: Listed[] | null = null;
  for (const line of linesIn(page, item.span)) {
    if (HEADING.test(line.label)) {
      list = [];
      lists.push(list);
    } else if (list && (STOP.test(line.label) || isTitle(line, item))) list = null;
    else if (list) {
      const name = line.label.replace(/^- (?=\S)/, "");
      if (!known.has(keyOf(name))) return [];
      list.push({ name, key: keyOf(name), span: line.span });
    }
  }
  return lists.filter(({ length }) => length > 0);
}

function isTitle({ label }: Line, { title, number }: Item): boolean {
  const key = keyOf(title);
  return key.length > 3 && (keyOf(label) === key || keyOf(label) === `${number ?? ""}${key}`);
}

function between(page: Page, before: Listed[], after: Listed[]): Finding[] {
  // A long name may be wrapped in one of the lists.
  if (before.map(({ key }) => key).join("") === after.map(({ key }) => key).join(""))
    return before.map(({ span, name }) =>
      tell(page, {
        check: "attachments",
        verdict: "ok",
        span,
        computed: name,
        explanation: `Bilaget »${name}« står i begge lister.`,
      }),
    );
  const onlyBefore = before.filter(({ key }) => !after.some((other) => other.key === key));
  const onlyAfter = after.filter(({ key }) => !before.some((other) => other.key === key));
  if (onlyBefore.length + onlyAfter.length > Math.max(2, before.length)) return [];
  const paired = new Set<Listed>();
  const findings = onlyBefore.map((one) => {
    const near = onlyAfter.find(({ key }) => distance(key, one.key, 3) <= 3);
    if (near) paired.add(near);
    return near
      ? tell(page, {
          check: "attachments",
          verdict: "error",
          span: near.span,
          computed: one.name,
          explanation: `Bilaget hedder »${one.name}« i den første liste, men »${near.name}« her.`,
          evidence: [evidenceAt(page, one.span)],
        })
      : tell(page, {
          check: "attachments",
          verdict: "error",
          span: one.span,
          computed: null,
          explanation: `Bilaget »${one.name}« står i listen før sagen, men ikke i listen efter den.`,
          evidence: after.slice(0, 1).map(({ span }) => evidenceAt(page, span)),
        });
  });
  for (const one of onlyAfter)
    if (!paired.has(one))
      findings.push(
        tell(page, {
          check: "attachments",
          verdict: "error",
          span: one.span,
          computed: null,
          explanation: `Bilaget »${one.name}« står i listen efter sagen, men ikke i listen før den.`,
          evidence: before.slice(0, 1).map(({ span }) => evidenceAt(page, span)),
        }),
      );
  return findings;
}

function listedTwice(page: Page, list: Listed[]): Finding[] {
  const seen = new Map<string, Listed>();
  return list.flatMap((one) => {
    const first = seen.get(one.key);
    seen.set(one.key, first ?? one);
    if (!first || one.key.length < 4) return [];
    return tell(page, {
      check: "attachments",
      verdict: "warning",
      span: one.span,
      computed: null,
      explanation: `Bilaget »${one.name}« står to gange i listen; det kan være to udgaver med samme navn.`,
      evidence: [evidenceAt(page, first.span)],
    });
  });
}
