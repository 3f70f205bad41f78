import { createHash } from "node:crypto";
import { check } from "#factcheck/check.ts";
import type { Check, Finding } from "#factcheck/model.ts";
import { composePaper, type ComposedPaper, type PaperText, placeOf, type Stretch } from "./compose.ts";

/** What does not add up in a paper. */
export type PaperFinding = {
  /** The same as long as the finding says the same, wherever the text around it goes. */
  key: string;
  check: Check;
  verdict: "error" | "warning";
  claim: string;
  stated: string;
  /** What the sum gives; null where nothing can be computed. */
  computed: string | null;
  /** One sentence in Danish with the sum. */
  explanation: string;
  /** Null: in the title or the Indstilling. `heading` is the section's. */
  sectionId: number | null;
  heading: string | null;
  /** The block of the section's body where the claim begins. */
  block: number | null;
  /** Where `stated` stands, when it can be exchanged for `computed`. */
  statedAt: (Stretch & { words: string }) | null;
};

/** Texts that were checked lately: a paper is looked at far more often than it is changed. */
const known = new Map<string, Finding[]>();
const MOST_KNOWN = 300;

/** Does the sums of a paper again. In the order of the text. */
export function checkPaper(paper: PaperText): PaperFinding[] {
  const composed = composePaper(paper);
  const seen = new Map<string, number>();
  return checkText(composed.text).flatMap((finding) => {
    const { check, verdict, claim, stated, computed, explanation, span } = finding;
    if (verdict === "ok") return [];
    const place = placeOf(composed, span);
    const key = hash([check, claim, explanation]);
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return [
      {
        key: times === 0 ? key : `${key}-${times + 1}`,
        check,
        verdict,
        claim,
        stated,
        computed,
        explanation,
        sectionId: place?.sectionId ?? null,
        heading: place?.heading ?? null,
        block: place?.stretches[0]?.path[0] ?? null,
        statedAt: computed === null ? null : findStated(composed, finding),
      },
    ];
  });
}

function checkText(text: string): Finding[] {
  const key = hash([text]);
  const findings = known.get(key) ?? check([{ file: "sag", text, minutes: null }]);
  known.delete(key);
  known.set(key, findings);
  if (known.size > MOST_KNOWN) known.delete(known.keys().next().value as string);
  return findings;
}

/** The figure in the claim, when it stands there once and in one piece. */
function findStated(composed: ComposedPaper, { span, stated }: Finding): PaperFinding["statedAt"] {
  const claim = composed.text.slice(span.start, span.end);
  const figure = stated.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  const matches = [
    ...claim.matchAll(new RegExp(`(?<![\\p{L}\\p{N}]|[\\p{N}][.,])${figure}(?![\\p{L}\\p{N}]|[.,]\\p{N})`, "gu")),
  ];
  const [match] = matches;
  if (!match || matches.length > 1 || stated === "") return null;
  const start = span.start + match.index;
  const stretches = placeOf(composed, { start, end: start + match[0].length })?.stretches ?? [];
  const [stretch] = stretches;
  if (!stretch || stretches.length > 1 || stretch.to - stretch.from !== match[0].length) return null;
  return { ...stretch, words: match[0] };
}

const hash = (parts: string[]): string => createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 32);
