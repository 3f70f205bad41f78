import { findBodies } from "#minutes/bodies.ts";
import type { Span } from "#minutes/model.ts";
import type { Finding } from "../model.ts";
import { bodyKey } from "./meeting-days.ts";
import { evidenceAt, type Page, tell } from "./page.ts";
import { distance } from "./spelling.ts";

/** Names are compared with those of the most used bodies only. */
const MOST_BODIES = 60;

/** A body's name with a letter wrong once, where it stands right many times. */
export function checkBodyNames(page: Page): Finding[] {
  const places = new Map<string, { name: string; spans: Span[] }>();
  for (const { span } of page.lines) {
    const line = page.text.slice(span.start, Math.min(span.end, span.start + 3000));
    for (const { name, start, end } of findBodies(line)) {
      const key = bodyKey(name).replace(/[^\p{L}]/gu, "");
      const known = places.get(key) ?? { name, spans: [] };
      if (known.spans.length < 50) known.spans.push({ start: span.start + start, end: span.start + end });
      places.set(key, known);
    }
  }
  const common = [...places].filter(([key, { spans }]) => key.length >= 14 && spans.length >= 3);
  if (common.length > MOST_BODIES) return [];
  return [...places].flatMap(([key, { name, spans }]) => {
    const [span] = spans;
    if (!span || spans.length > 1 || key.length < 12) return [];
    const right = common.find(([other]) => other !== key && distance(other, key, 2) <= (other.length > 20 ? 2 : 1));
    if (!right) return [];
    return tell(page, {
      check: "name",
      verdict: "error",
      span,
      computed: right[1].name,
      explanation: `Her står ${name}, men ${right[1].name} ${right[1].spans.length} andre steder.`,
      evidence: right[1].spans.slice(0, 2).map((one) => evidenceAt(page, one)),
    });
  });
}
