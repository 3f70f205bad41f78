import type { Span } from "#minutes/model.ts";
import type { Finding } from "../model.ts";
import { evidenceAt, type Page, tell } from "./page.ts";
import { keyOf } from "./spelling.ts";

const POINT =
  /^(?:at\s+)?(?<number>\d{1,2})(?<mark>[.)])\s+(?=[\p{L}\d"”»(])(?!(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal|halvår|klasse|klasses|klassetrin|behandling|sal|møde|års?)(?!\p{L}))/u;
/** Lines between two points of a list; more, and they are two lists. */
const MOST_LINES = 4;

/** Points numbered 1, 2, 4. Points with other lines between them, and the headings of items, are left alone. */
export function checkLists(page: Page): Finding[] {
  const findings: Finding[] = [];
  const headings = new Set(page.minutes?.items.map(({ number, title }) => headingKey(number ?? "", title)));
  let list: { number: number; span: Span; mark: string; indent: number; apart: boolean }[] = [];
  let between = 0;
  for (const { span, label } of page.lines) {
    const match = POINT.exec(label);
    if (match && headings.has(headingKey(match.groups?.["number"] ?? "", label.slice(match[0].length)))) {
      list = [];
      continue;
    }
    if (!match) {
      between += 1;
      if (between > MOST_LINES || /^(?:punkt|beslutning|indstilling|sagsfremstilling|bilag|ad\b)/i.test(label))
        list = [];
      continue;
    }
    const number = Number(match.groups?.["number"]);
    const mark = match.groups?.["mark"] ?? "";
    const indent = span.start - (page.text.lastIndexOf("\n", span.start - 1) + 1);
    const apart = /\n[ \t\r]*\n[^\n]*$/.test(page.text.slice(Math.max(0, span.start - 60), span.start));
    const point = {
      number,
      mark,
      indent,
      apart,
      span: { start: span.start, end: span.start + match[0].trimEnd().length },
    };
    between = 0;
    const last = list.at(-1);
    if (number === 1) {
      list = [point];
      continue;
    }
    if (!last || last.mark !== mark || last.indent !== indent || (list.length > 1 && last.apart !== apart)) {
      list = last ? [] : list;
      continue;
    }
    const isSlip =
      list.length >= 2 && (number === last.number || (number > last.number + 1 && number <= last.number + 3));
    if (isSlip)
      findings.push(
        tell(page, {
          check: "numbering",
          verdict: number === last.number ? "error" : "warning",
          span: point.span,
          stated: String(number),
          computed: String(last.number + 1),
          explanation:
            number === last.number
              ? `Nummer ${number} står to gange efter hinanden i listen.`
              : `Listen går fra ${last.number} til ${number}; nummer ${last.number + 1} mangler, eller et punkt er udgået.`,
          evidence: [evidenceAt(page, last.span)],
        }),
      );
    if (number > last.number) list.push(point);
    else list = [];
  }
  return findings;
}

const headingKey = (number: string, title: string) => `${number} ${keyOf(title).slice(0, 20)}`;
