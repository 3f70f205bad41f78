/** What a label in the head of minutes says that its value is. */
export type HeaderField =
  | "group"
  | "date"
  | "start"
  | "end"
  | "place"
  | "committee"
  | "chair"
  | "present"
  | "absent"
  | "excused"
  | "substitutes"
  | "kind"
  | "remarks"
  | "ignored";

const FIELDS: Record<HeaderField, string> = {
  date: "mødedato|dato|møde dato|dato for møde|mødetid|tid|tidspunkt|mødetidspunkt|møde tidspunkt|dato og tid|tid og sted|dato/tid|mødedag|tidspunkt for møde|mødet afholdt|mødets dato|dato for mødet|hvornår|dag",
  start:
    "starttidspunkt|start|starttid|starttidspunkt for møde|mødestart|mødet begyndte|mødet startede|begyndt|mødet startet|start kl|starter|kl",
  end: "sluttidspunkt|slut|sluttid|sluttidspunkt for møde|mødeslut|mødet sluttede|mødet slut|hævet|mødet hævet kl|slut kl|mødet hævet",
  place:
    "mødested|sted|lokale|mødelokale|afholdt|afholdes|mødet afholdes|hvor|adresse|møde sted|mødeafholdelse|møde lokation|mødelokation|lokation",
  committee: "udvalg|udvalg/råd|organ|forum|møde i|mødeforum|råd|mødetype|udvalgsnavn",
  chair:
    "formand|næstformand|forperson|næstforperson|udvalgsformand|udvalgsnæstformand|borgmester|viceborgmester|formand for udvalget",
  present:
    "øvrige medlemmer|andre medlemmer|menige medlemmer|i mødet deltog|følgende deltog|følgende var til stede|deltagende|mødedeltagere|deltagere|medlemmer|tilstede|til stede|tilstede var|til stede var|fremmødte|medlemmer af udvalget|deltager|mødets deltagere|deltog|tilstedeværende|mødt|deltagende medlemmer|udvalgets medlemmer|deltagere i mødet|medlemmer til stede|udvalgsmedlemmer|rådsmedlemmer|rådets medlemmer|indkaldte|indkaldte medlemmer|medlem",
  group:
    "forældrevalgte|personalerepræsentanter|medarbejderrepræsentanter|elevrepræsentanter|elevrådsrepræsentanter|ledelsen|ledelse|skolerepræsentanter|lærere|forældre|forældrerepræsentanter|medarbejdere|politikere",
  absent:
    "fraværende|fravær|ikke til stede|ikke tilstede|ej til stede|ej tilstede|fraværende uden afbud|fraværende medlemmer|ikke mødt",
  excused:
    "fraværende med afbud|fravær med afbud|afbud|afbud fra|meldt afbud|medlemmer med afbud|afbud/fravær|fraværende/afbud|forfald|lovligt forfald",
  substitutes:
    "stedfortrædere|stedfortræder|suppleanter|suppleant|deltagende stedfortrædere|indkaldte stedfortrædere|indkaldt stedfortræder|indkaldte suppleanter|indkaldt suppleant|mødte stedfortrædere|mødte suppleanter|fremmødte suppleanter|fremmødte stedfortrædere|deltagende suppleanter|mødt som stedfortræder",
  kind: "møde|dokumenttype|type|mødets art",
  remarks: "bemærkninger|bemærkning|særlige forhold|noter|bemærk",
  ignored:
    "referent|mødeleder|dirigent|ordstyrer|forplejning|gæster|øvrige deltagere|andre deltagere|fra administrationen|fra forvaltningen|embedsmænd|dannet den|udsendelsesdato|hent som fil|pdf|dokument|møde nr|kategori|næste møde|sekretær|emne|opgave|forberedelse|formål med mødet|tilforordnede|administration|øvrige|observatører|initialer|forvaltningen|fra forvaltningen deltog|fra administrationen deltog|fra forvaltningen deltager|fra administrationen deltager|desuden deltog|endvidere deltog|desuden deltager|øvrige mødedeltagere|fra administration",
};

const BY_LABEL = new Map<string, HeaderField>();
for (const [field, labels] of Object.entries(FIELDS))
  for (const label of labels.split("|")) BY_LABEL.set(label, field as HeaderField);

/** A label at the beginning of a line and the value after it, which is empty when it stands on the next lines. */
export type Labelled = { field: HeaderField; value: string };

const LABEL = /^([\p{L}/. ]{2,32}?)(?:\s*[:|][:|\s]*|\t\s*|\s{2,})([\s\S]*)$/u;
const SPACED =
  /^(Til ?stede var|Mødeafholdelse|Mødedato|Mødested|Mødedeltagere|Mødetidspunkt|Mødetid|Udvalg|Deltagere|Medlemmer|Fraværende|Afbud fra|Afbud|Bemærkninger|Tilstede|Dato|Tid|Sted|Lokale|Starttidspunkt|Sluttidspunkt)(?: (?!i |af |og |for |til |fra |med |på |er |var |den |der )|(?=[A-ZÆØÅ]))(.+)$/s;

/**
 * Reads a label of the header and its value.
 *
 *     readLabel("Mødested Mødelokale 2")  // { field: "place", value: "Mødelokale 2" }
 *     readLabel("Dato: 29. januar 2020")  // { field: "date", value: "29. januar 2020" }
 *     readLabel("STARTTIDSPUNKT")         // { field: "start", value: "" }
 */
export function readLabel(line: string): Labelled | null {
  if (line.startsWith("|")) line = line.slice(1).trimStart();
  const code = line.charCodeAt(0);
  if (!((code > 64 && code < 123) || code > 191)) return null;
  if (line.length < 40) {
    const whole = BY_LABEL.get(line.replace(/[\s:|]+$/, "").toLowerCase());
    if (whole) return { field: whole, value: "" };
  }
  const match = LABEL.exec(line);
  const field = match && BY_LABEL.get((match[1] as string).replace(/[. ]+$/, "").toLowerCase());
  if (match && field) return { field, value: (match[2] as string).replace(/[\s|]+$/, "") };
  const spaced = SPACED.exec(line);
  const other = spaced && BY_LABEL.get((spaced[1] as string).toLowerCase());
  return spaced && other ? { field: other, value: (spaced[2] as string).trim() } : null;
}

/** True for a line that opens with one of the header's labels and a colon, or is such a label alone. */
export function isHeaderLabel(line: string): boolean {
  if (line.length > 400) return false;
  const labelled = readLabel(line);
  return labelled !== null && labelled.field !== "ignored" && labelled.field !== "kind" && labelled.field !== "remarks";
}
