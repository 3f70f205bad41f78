import type { SectionRole } from "./model.ts";

/**
 * The words municipalities print above the parts of an item, and the role each part plays. Written in lower case
 * without the closing colon.
 */
const VOCABULARY: Record<Exclude<SectionRole, "other">, string> = {
  summary:
    "resume|resumé|résumé|sagsresume|sagsresumé|kort resume|kort resumé|resume af sagen|sagens kerne|sammenfatning|sammendrag|beslutningstema|præsentation|indledning|formål med sagen|formål|kort om sagen|sagens anledning|introduktion|resume og baggrund|resumé og baggrund|hvad handler sagen om|sagen kort|tilføjelse til resumé|tema|sagstema",
  treatment:
    "politisk behandling|sagsgang|sagens gang|sagsforløb|sagens forløb|behandling|sagen behandles i|sagen afgøres i|sagen afgøres af|afgøres af|afgøres i|beslutningskompetence|kompetence|kompetenceudvalg|hvem beslutter|sagsgang og sagstype|sagens politiske behandling|politisk sagsgang|den politiske behandling|behandles i|sagens behandling|politisk proces|beslutningsproces|behandlingsforløb|besluttende organ|oversigt over politisk behandling|behandlingsplan|sagens behandlingsplan|tidsplan for behandling|beslutningsgang|beslutningsforum|beslutningstager|høring og sagsgang|sagens videre gang",
  recommendation:
    "indstilling|indstillinger|forslag|indstilling om|administrationens indstilling|forvaltningens indstilling|direktionens indstilling|forvaltningen foreslår|administrationen foreslår|forvaltningen indstiller|administrationen indstiller|direktionen indstiller|direktionen foreslår|forvaltningen anbefaler|administrationen anbefaler|forvaltningens forslag|anbefaling|forslag til beslutning|beslutningsforslag|det indstilles|det foreslås|indstilles|forslag til indstilling|indstilling og beslutning|administrationens anbefaling|forvaltningens anbefaling|indstilling til beslutning|udvalgets indstilling|administrativ indstilling|økonomiudvalgets indstilling",
  decision:
    "beslutning|beslutninger|udvalgets beslutning|byrådets beslutning|rådets beslutning|bestyrelsens beslutning|kommunalbestyrelsens beslutning|referat|beslutning/referat|referat/beslutning|vedtagelse|afgørelse|protokol|konklusion|konklusion/beslutning|offentlig beslutning|offentlig beslutning der skal udfyldes, hvis punktet er lukket|offentlig beslutning der skal udfyldes hvis punktet er lukket|særindstilling|mindretalsudtalelse|resultat|aftalt|beslutningsreferat|drøftelse og beslutning|referattekst|protokollat|protokollat/beslutning",
  presentation:
    "sagsfremstilling|sagsbeskrivelse|beskrivelse af sagen|beskrivelse|fremstilling|sagens indhold|redegørelse|løsning|problemstilling|supplerende sagsfremstilling|uddybende sagsfremstilling|faktiske forhold|vurdering|administrationens vurdering|forvaltningens vurdering|administrationens vurderinger|alternativer|alternative handlemuligheder|handlemuligheder|forvaltningens bemærkninger|administrationens bemærkninger|administrationens bemærkning|vurdering og anbefaling|indkomne spørgsmål|beskrivelse og vurdering|sagen|indhold|fakta|ansøgning|overvejelser|sagsfremstilling og vurdering",
  economy:
    "økonomi|økonomiske konsekvenser|økonomiske forhold|økonomi og finansiering|økonomiske og personalemæssige konsekvenser|økonomiske forhold og konsekvenser|finansiering|bevillingsmæssige konsekvenser|økonomi og personale|økonomi/personale|bevilling|afledt drift|økonomi og afledt drift|budgetmæssige konsekvenser|økonomi og bevilling|økonomi og ressourcer|økonomiske bemærkninger|økonomiforvaltningens bemærkninger|økonomisk konsekvens|økonomiske og bevillingsmæssige konsekvenser|personale|personalemæssige konsekvenser|centralforvaltningens bemærkninger|økonomiafdelingens bemærkninger|økonomiens bemærkninger|økonomi og tidsplan|økonomiske og erhvervsmæssige konsekvenser|anlægsøkonomi",
  process:
    "den videre proces|videre proces|videre forløb|det videre forløb|tidsplan|tidsperspektiv|opfølgning|næste skridt|proces|videre sagsgang|videre behandling|den videre sagsgang|videre procedure|tids- og procesplan|proces og tidsplan|kommunikation|inddragelse|inddragelse og høring|høring|høringer|borgerinddragelse|inddragelse og kommunikation|kommunikation og inddragelse|kommunikation og borgerinddragelse|implementering|det videre arbejde|videre arbejde|videre forløb og kommunikation|videre plan|plan for det videre forløb|proces og kommunikation|høring og inddragelse|høring/udtalelse|udtalelser|udmøntning og opfølgning",
  attachments:
    "bilag|vedhæftede filer|vedhæftede dokumenter|vedlagte bilag|bilagsliste|bilag til sagen|bilagsfortegnelse|bilagsoversigt|dokumenter|links|vedlagt|vedhæftet|bilag til punktet|bilag/links|se alle bilag|bilag i alt|vis bilag|liste over bilag|bilag til sag",
  legal:
    "lovgrundlag|juridiske forhold|juridiske og planmæssige forhold|retligt grundlag|lov- og plangrundlag|jura|juridiske konsekvenser|hjemmel|lovgrundlag og retningslinjer|retsgrundlag|planmæssige forhold|lovgrundlag og kompetence|retligt|juridisk grundlag|lovgivning|lovhjemmel|lovgrundlag, planer mv.|plangrundlag|retlige forhold|gældende lovgivning|retsregler og andre forskrifter|retsregler|regelgrundlag|lov- og regelgrundlag",
  history:
    "historik|baggrund|sagens baggrund|tidligere beslutninger|tidligere behandling|sagshistorik|forhistorie|tidligere politisk behandling|baggrund og historik|baggrund og vurdering|tidligere beslutning|tidligere politiske beslutninger|baggrund for sagen|sagens historik|sagens tidligere behandling|tidligere behandling af sagen|tidligere politisk behandling af sagen|sagens tidligere politiske behandling|beslutning fra tidligere møder|beslutninger fra tidligere møder|tidligere sagsbehandling|tidligere sagsgang|politisk historik|beslutningshistorik|tidligere behandlinger",
};

/** Parts that are common but play none of the roles. */
const OTHER =
  "miljømæssige konsekvenser|konsekvenser for andre udvalg|sundhedsmæssige konsekvenser|tværgående konsekvenser|bemærkninger|andre konsekvenser|bæredygtighed|klima|erhvervsmæssige konsekvenser|konsekvenser|supplerende oplysninger|miljø|miljøvurdering|handicappolitiske konsekvenser|konsekvenser for handicappede|fn's verdensmål|sundhed|ældreråd|handicapråd|klima og bæredygtighed|klimakonsekvenser|sammenhæng til andre områder|fremmøde|fremmøde og inhabilitet|fraværende|tværgående bemærkninger|øvrige konsekvenser|bæredygtighed og klima|kvalitetsfondsmidler|konsekvenser for børn og unge|bemærkninger til dagsordenen|henvendelser|mødets deltagere|pressemeddelelse|foretræde|inhabilitet|noter|effekt|effekter";

const ROLES = new Map<string, SectionRole>();
for (const [role, words] of Object.entries(VOCABULARY))
  for (const word of words.split("|")) ROLES.set(word, role as SectionRole);
for (const word of OTHER.split("|")) ROLES.set(word, "other");

const LONGEST = 70;

/** A line that opens a section. `rest` is text standing on the same line, which belongs to the section. */
export type Heading = { heading: string; role: SectionRole; rest: string };

/**
 * Whether a line opens a section of an item.
 *
 *     readHeading("Sagsfremstilling")                        // { heading: "Sagsfremstilling", role: "presentation", rest: "" }
 *     readHeading("Beslutning i Byrådet den 29-06-2016")     // role "decision", the whole line as heading
 *     readHeading("Beslutning: Godkendt.")                   // role "decision", rest "Godkendt."
 *     readHeading("IndstillingAdministrationen indstiller,") // role "recommendation", rest "Administrationen indstiller,"
 */
export function readHeading(label: string): Heading | null {
  const length = label.length;
  if (length < 4 || !isUpper(label.charCodeAt(0))) return null;
  if (length <= LONGEST) {
    const role = ROLES.get(bare(label));
    if (role !== undefined) return { heading: withoutColon(label), role, rest: "" };
  }
  const first = label.charCodeAt(0);
  if (length < 60 && label.includes("/") && !/dagsorden\//i.test(label)) {
    const [one = "", other = ""] = label.split("/");
    const role = ROLES.get(bare(one)) ?? ROLES.get(bare(other));
    if (role !== undefined) return { heading: withoutColon(label), role, rest: "" };
  }
  if (length < 60 && /^Bilag \([^)]*\):?$/.test(label))
    return { heading: withoutColon(label), role: "attachments", rest: "" };
  if (length < 90 && DECISION_BY.test(label)) return { heading: withoutColon(label), role: "decision", rest: "" };
  if (length < 40 && label.endsWith("indstilling") && /^[A-ZÆØÅ][a-zæøå]+(?: [a-zæøå]+)? indstilling$/.test(label))
    return { heading: label, role: "recommendation", rest: "" };
  if (first === 72 && length <= LONGEST && label.startsWith("Hv") && label.endsWith("?")) return questionHeading(label);
  if (length <= LONGEST && PROCESS_LETTERS.has(first) && PROCESS.test(label))
    return { heading: withoutColon(label), role: "process", rest: "" };
  if (!GLUE_LETTERS.has(first)) return null;
  return length <= 160 && first === 66 && DECISION_OF.test(label) ? decisionOf(label) : gluedHeading(label);
}

/** "Økonomiudvalgets beslutning", "Børne- og Skoleudvalgets afgørelse:". */
const DECISION_BY = /^[A-ZÆØÅ][^.:;()\d]{1,80}(?:[dg]ets|ens) (?:beslutning|afgørelse|behandling):?$/;

/** What a heading asks, where municipalities write their headings as questions. */
const QUESTIONS: [RegExp, SectionRole][] = [
  [/beslutte[dt]|beslutningen\?/i, "decision"],
  [/^Hvad (?:foreslår|anbefaler|indstiller|er (?:indstillingen|forslaget|anbefalingen))/i, "recommendation"],
  [/^Hvad koster|^Hvad (?:er|betyder) .*økonomi|finansieres/i, "economy"],
  [/^Hvad sker der (?:nu|herefter|videre|så|efter)|næste skridt|^Hvordan er (?:processen|det videre)/i, "process"],
  [/^Hvad (?:handler|drejer) |^Hvad er sagen/i, "summary"],
  [/^Hvad er baggrunden|^Hvorfor /i, "history"],
];

function questionHeading(label: string): Heading | null {
  const role = QUESTIONS.find(([words]) => words.test(label))?.[1];
  return role ? { heading: label, role, rest: "" } : null;
}

/** "Næste skridt i projektet", "Det videre arbejde med planen": a heading of the author's own about what comes. */
const PROCESS =
  /^(?:næste skridt|de næste skridt|den videre (?:proces|sagsgang)|det videre (?:forløb|arbejde)|sagens videre (?:forløb|proces|gang)|videre (?:proces|forløb))(?: [^.:;,]{2,50})?$/i;
const PROCESS_LETTERS = new Set([..."NDVS"].map((letter) => letter.charCodeAt(0)));

/** "Beslutning i X den D", "Beslutning X den D", "Beslutning fra X, D, pkt. 6:" — the body may be missing. */
const DECISION_OF = /^Beslutning(?:en|er)?(?:,? (?:i|fra|af|truffet i|taget i|for|på|den|[A-ZÆØÅ§])|[ :]+\d)/;

function decisionOf(label: string): Heading | null {
  if (!/\d/.test(label) && !/^Beslutning(?:en|er)? (?:i|fra) [A-ZÆØÅ]/.test(label)) return gluedHeading(label);
  const colon = label.indexOf(": ");
  if (colon > 0) return { heading: label.slice(0, colon), role: "decision", rest: label.slice(colon + 2).trimStart() };
  const date =
    /^.{0,110}?\d{1,2}(?:[-./]\d{1,2}[-./ ]|\. ?[a-zæøå]{3,9}\.? )\d{2,4}(?:,? (?:pkt|punkt|sag)\.?(?: ?nr\.?)? ?\d+)?:?/.exec(
      label,
    );
  if (!date)
    return /[.;]$/.test(label) || label.length > 110
      ? null
      : { heading: withoutColon(label), role: "decision", rest: "" };
  const rest = label.slice(date[0].length).trimStart();
  if (rest !== "" && !isUpper(rest.charCodeAt(0))) return null;
  return { heading: withoutColon(date[0]), role: "decision", rest };
}

/** The headings that are met with their text on the same line, with a colon or nothing between. */
const GLUED =
  /^(Beslutning|Indstilling|Sagsfremstilling|Sagsbeskrivelse|Beslutningstema|Resumé|Resume|Sagsresumé|Økonomi|Lovgrundlag|Bilag|Kompetence|Beslutningskompetence|Sagsforløb|Sagens gang|Sagsgang|Sagen behandles i|Sagen afgøres i|Sagen afgøres af|Referat|Forslag|Vurdering|Baggrund|Historik|Høring|Tidsplan|Kommunikation|Økonomiske konsekvenser|Den videre proces|Videre proces|Formål|Præsentation|Konklusion|Tidligere beslutninger|Hvem beslutter|Kompetenceudvalg|Politisk behandling)(\s*:\s*|\s*\|\s*|(?=[A-ZÆØÅ][a-zæøå])|(?=- [A-ZÆØÅ]))(?=\S)/;
const GLUE_LETTERS = new Set([..."BISRØLKFVHTDPØ"].map((letter) => letter.charCodeAt(0)));

function gluedHeading(label: string): Heading | null {
  const match = GLUED.exec(label);
  if (!match) return null;
  const heading = match[1] as string;
  const role = ROLES.get(heading.toLowerCase());
  if (role === undefined) return null;
  const rest = label.slice(match[0].length).trim();
  if (role === "decision" && (match[2] as string) === "" && !/^(?:- )?[A-ZÆØÅ]/.test(rest)) return null;
  return { heading, role, rest };
}

function bare(label: string): string {
  return withoutColon(label).toLowerCase();
}

function withoutColon(label: string): string {
  let end = label.length;
  while (end > 0 && (label.charCodeAt(end - 1) === 58 || label.charCodeAt(end - 1) === 32)) end--;
  return end === label.length ? label : label.slice(0, end);
}

function isUpper(code: number): boolean {
  return (code > 64 && code < 91) || (code > 191 && code < 223);
}
