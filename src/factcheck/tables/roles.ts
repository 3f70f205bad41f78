/**
 * What a row or a column is to the others. `total` adds them up by its name; `maybe-total` may ("Resultat", "Hele året").
 * `part-of` repeats a part of another ("heraf"); `derived` is reckoned and never summed: a share, an average, a price each,
 * a change, an index; `label` only names.
 */
export type Role =
  | "plain"
  | "total"
  | "maybe-total"
  | "part-of"
  | "share"
  | "average"
  | "rate"
  | "change"
  | "growth"
  | "index"
  | "cumulative"
  | "label"
  | "heading";

const TOTAL =
  /(?<!\p{L})(?:i\s?alt|ialt|totalt?|hovedtotal|grand total|sum|subtotal|delsum|mellemsum|tilsammen|sammenlagt|totalsum|slutsum|samlet sum)(?!\p{L})|^(?:samlet|samlede|alle)$/iu;
const MAYBE_TOTAL =
  /^(?:samlet|samlede|ultimo|beholdning ultimo|netto|brutto|resultat|balance|hele|alle|året|årets|helår|kommunen|landet|hovedkonto|finansieret|finansiering|restfinansiering|mangler|forslag|korrigeret budget|korrigeret budgetforslag|nyt budget|ny ramme|ny budgetramme)(?!\p{L})|(?:resultat|netto(?:udgift|drift)?\p{L}*|nettoudgifter|driftsresultat)$|^(?:hele )?(?:19|20)\d\d$|^[1-4]\. (?:kvartal|kvt\.?)|^[12]\. halvår/iu;
const PART = /^[\s\-–•*]*(?:heraf|hvoraf|deraf|herunder|inkl\.|inklusive)(?!\p{L})/iu;
const GROWTH =
  /(?:ændring|udvikling|vækst|stigning|fald|forskel|afvigelse|tilvækst|difference|udv\.|ændr\.?|stigningstakt|fremgang|realvækst).*(?:%|pct|procent(?!point))|(?:%|pct\.?|procent)[ -]*(?:vis)?\s*(?:ændring|udvikling|vækst|stigning|fald|forskel|afvigelse|tilvækst)|procentvis/iu;
const CHANGE =
  /(?:^|[^\p{L}])(?:ændring(?:er)?|forskel|afvigelse|difference|diff\.?|udvikling|stigning|fald|tilvækst|vækst|nettotilvækst|rest|restbudget|restbeløb|restbevilling|restforbrug|uforbrugt|mangler|overskydende|over-?\s*(?:\/|eller|og|-)\s*-?\s*under(?:skud|forbrug)|over-?\/underskud|merforbrug|mindreforbrug|mer-?\s*(?:\/|eller|og|-)\s*-?\s*mindre\p{L}*|merudgift\p{L}*|besparelse|overskud|underskud|balance|fremgang|tilbagegang|\+\/-|Δ|forventet afvigelse|frie midler)(?!\p{L})/iu;
const SHARE =
  /%|(?<!\p{L})(?:pct|procent|andel|andele|andelen|procentdel|procentandel|fordeling i|dækningsgrad|belægningsgrad|belægning|svarprocent)(?!\p{L})|procent$|pct\.?$|andel$|grad$|sprocent|forbrugspct/iu;
const AVERAGE = /gennemsnit|(?<!\p{L})(?:gns|snit|middel|median|mean)(?!\p{L})|snit$/iu;
const RATE =
  /(?<!\p{L})(?:pr\.?|per)\s+(?:1\.000|10\.000|100\.000|100)\b|(?<!\p{L})(?:pr\.?|per)\s+(?!\d|ultimo|primo|kvartal|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|dags)\p{L}|kvotient|normering|takst|(?<!\p{L})(?:pris(?!-)|enhedspris|stykpris|timepris|sats|rate|score|karakter|karaktersnit|varighed|ventetid|sagsbehandlingstid|liggetid|alder|point|faktor|kurs|rente|hastighed|tilfredshed|hyppighed|promille)(?!\p{L})|(?:pris|takst|score|kvote|frekvens)$|(?:vente|sags|behandling|ekspedition|svar|køre|rejse|levering|ligge|reaktion)\p{L}*tid(?!\p{L})|‰|timetal$|(?<!\p{L})dage\b/iu;
const INDEX = /(?<!\p{L})(?:indeks|index|indekstal)(?!\p{L})/iu;
const CUMULATIVE = /akkumuleret|kumul|år til dato|(?<!\p{L})(?:åtd|løbende sum|saldo)(?!\p{L})/iu;
const LABEL =
  /^(?:nr\.?|nummer|konto|kontonr\.?|postnr\.?|byggeår|opført|årstal|år|funktion|sted nr\.?|matrikel|dato|frist|sagsnr\.?|sagsnummer|klasse|klassetrin|prioritet|rang|placering|plads|tlf\.?|telefon|cvr|side|ref\.?|id|note|linje|uge|stednr\.?|løbenr\.?)$/iu;

/** What is longer is no name. */
const LONGEST = 240;

/** The role a name gives to its row or column. */
function lineRole(name: string): Role {
  // "Uforudsete udgifter (10 %)" is an amount.
  const words = name
    .slice(0, LONGEST)
    .replace(/\(?\d[\d.,]*\s?(?:%|pct\.?|procent)(?:\s\p{L}+)?\)?/giu, "")
    .trim();
  if (words === "") return "plain";
  if (LABEL.test(words)) return "label";
  if (INDEX.test(words)) return "index";
  if (CUMULATIVE.test(words)) return "cumulative";
  if (GROWTH.test(words)) return "growth";
  if (AVERAGE.test(words)) return "average";
  if (PART.test(words)) return "part-of";
  if (CHANGE.test(words) && !TOTAL.test(words)) return "change";
  if (SHARE.test(words)) return "share";
  if (RATE.test(words)) return "rate";
  if (TOTAL.test(words)) return "total";
  return MAYBE_TOTAL.test(words) ? "maybe-total" : "plain";
}

const SHORT_TIME =
  /kvartal|(?<!\p{L})kvt|halvår|(?<!\p{L})(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)(?:uar|ruar|ts|il|i|ust|tember|ober|ember)?(?!\p{L})|^Q[1-4]/iu;
/** Whether a name is a month, a quarter or a half of a year. */
export const isShortTime = (name: string) => SHORT_TIME.test(name);

/** Whether a name is a year, a half or a quarter of one. */
export const isTime = (name: string) => TIME.test(name.trim());

const TIME = /^(?:hele )?(?:19|20)\d\d$|^[1-4]\. (?:kvartal|kvt)|^[12]\. halvår/i;

/** The roles of lines side by side: a year adds up only quarters and months, and a quarter only months. */
export function lineRoles(names: string[]): Role[] {
  const months = names.filter((name) => SHORT_TIME.test(name));
  const quarters = months.filter((name) => TIME.test(name.trim()));
  const last = names.length - 1;
  return names.map((name, index) => {
    if (index === last && last > 1 && name.trim() === "" && names.slice(0, -1).every((other) => other.trim() !== ""))
      return "maybe-total";
    const role = lineRole(name);
    if (role !== "maybe-total" || !TIME.test(name.trim())) return role;
    const isYear = /^(?:hele )?(?:19|20)/i.test(name.trim());
    return (isYear ? months.length > 1 : months.length - quarters.length > 1) ? role : "plain";
  });
}

const SURELY_CHANGE =
  /ændr|forskel|afvig|differen|diff|udvikl|over.*under|mer.*mindre|(?<!\p{L})rest|uforbrugt|\+\/-|Δ/iu;

/** Whether a name that sounds reckoned may as well be an amount: long row names hold any word, names of columns few. */
export function isAlsoAmount(role: Role, name: string, isColumn: boolean): boolean {
  if (role === "change") return !isColumn || !SURELY_CHANGE.test(name);
  if (isColumn) return role === "rate" && !/(?<!\p{L})(?:pr|per|gns)(?!\p{L})|\(/iu.test(name);
  return role === "average" || role === "rate" || role === "share" || role === "growth";
}

/** Whether a line of this role is a quantity of its own that may be added to others. */
export function isAmount(role: Role): boolean {
  return role === "plain" || role === "total" || role === "maybe-total" || role === "part-of";
}

const OVERLAP =
  /unik|forskellige|gengangere|flere svar|flere kryds|mere end ét|mere end et |(?<!\p{L})cpr|dobbelt|overlap|(?<!\p{L})udvalgte|(?<!\p{L})uddrag|(?<!\p{L})bl\.\s?a\.|blandt andet|største|eksempler|top \d|indgår i flere|tæller med i flere/iu;

/** Words that say that rows overlap or that some are left out, so that they need not add up. */
export function needNotAddUp(words: string): boolean {
  return OVERLAP.test(words);
}

const ESTIMATED =
  /prognose|fremskriv|skøn|forvent|anslået|estim|beregn|gennemsnit|afrund|fuldtid|helår|årsværk|ton|vejet|km|m²|m2|kWh|MWh|areal|timer|liter|kg/i;

/** Words that say that the figures are reckoned or measured, not counted, so that they are rounded. */
export function isEstimated(words: string): boolean {
  return ESTIMATED.test(words);
}
