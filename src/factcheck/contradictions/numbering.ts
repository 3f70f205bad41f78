import type { NumberMention } from "../numbers/find-numbers.ts";

/** "ansøgning 4", "Ad 2": a bare number right behind a word that counts nothing. */
export function isNumbering(text: string, { span, unit, step }: NumberMention): boolean {
  if (step !== 1 || unit === "kr" || unit === "percent") return false;
  const ahead = text
    .slice(Math.max(0, span.start - 50), span.start)
    .replace(/(?:(?<=\s)\d{1,3}\s*(?:,|og|-|–|samt)\s*)+$/u, "");
  const before = /(\p{L}+)\.?\s*$/u.exec(ahead)?.[1];
  return before !== undefined && (unit === null ? !COUNTING.test(before) : NUMBERED.test(before));
}

const NUMBERED =
  /^(?:ansøgning(?:erne|er)?|projekt(?:erne|er)?|punkt(?:erne|er)?|pkt|ad|sag|bilag|side|s|nr|nummer|model|forslag|scenarie|alternativ|etape|fase|klasse|afsnit|kapitel|tabel|figur|stk|paragraf|rute|linje|lokalplan|matrikel|option|variant|spor|trin|princip|mål|indsats|tiltag|afdeling|hus|gruppe|hold|zone|distrikt)$/iu;

const COUNTING =
  /^(?:er|var|blev|bliver|udgør|udgjorde|på|til|fra|alt|med|cirka|ca|omkring|mod|over|under|knap|godt|næsten|samlet|total|end|af|de|i|om|havde|har|hvoraf|heraf|og|eller|kun|mindst|højst|op|vil|være|været|blevet|lyder|kom|fik|gav|lige|der|nu|dermed|således|svarende|lig|også|fortsat|yderligere|andre)$/iu;
