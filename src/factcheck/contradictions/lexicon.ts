import { rootOf } from "./words.ts";

const roots = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(rootOf));

/** Words that say nothing of what is counted: grammar, the teller's own words, and the common verbs of statistics. */
const plain: ReadonlySet<string> = roots(`
  ad af alle allerede alt altså at blandt blev blive bliver blevet både da de dem den denne der deres det dette disse dog du
  efter eller en end endvidere er er et fik for fordi fra få får fået før føre ført gennem giver gives givet gør hans har hav
  have havde havt hele helt her herunder heraf hos hun hvad hver hvilken hvilke hvilket hvis hvor hvoraf hvorfor hvordan i idet
  ind inden indenfor indtil inklusiv især jf kan kl kom kommer kommet kun kunne lige ligeledes ligger lå man med medio mellem
  men mens mest mindre mod mv når nu nuværende og også om omkring op oven over overfor per pr på ret samme samt sammen se selv
  ses ser set side siden sig sin sine sit skal skulle som svarende svarer svare så sådan således til tilsvarende ud uden under
  undervejs var ved vi via vil ville visse vist være været år året årets årene cirka ca knap godt omtrent næsten lidt hhv
  henholdsvis nedenstående ovenstående nedenfor ovenfor følgende dermed derfor derudover desuden endnu fortsat nemlig hvorimod
  hvormed hvorved hvorefter deraf dertil dvs bl.a altid igen ellers imidlertid også sidst første
  antal samlet samlede total totalt sum alt andel andelen omfang niveau størrelse værdi areal
  tabel tabellen skema skemaet figur oversigt oversigten bilag opgørelse opgørelsen opgjort opgøres opgjorde statistik tal tallene
  fremgår fremgå viser vise vises udgør udgøre udgjorde udgjort lyde lyder beløbe beløber beløb består omfatter dækker findes
  fandtes fandt forekom ligge nævnt nævnes bemærke bemærker bemærket oplyse oplyser oplyst konstatere konstateret gælder
  orientere orienteres orientering vurdere vurderer beskrevet fremlægge fremlægges status udvikling udviklingen
  periode perioden kvartal halvår måned måneden uge dag dato ultimo primo årlige perioderne sammenligning sammenlignet forhold
  kommune kommunen kommunens kommunal administration administrationen forvaltning forvaltningen direktion direktionen udvalg
  udvalget udvalgets byråd byrådet kommunalbestyrelsen center centret afdelingen sag sagen sagerne gang gange
  stor store større lille små høj høje højere lav lave lavere ny nye nyt flere færre mange få enkelte
  mio mia million millioner milliard milliarder kr kroner procent pct procentpoint stk
  vedlagt vedlægges vedlagte vedhæftet fremlagt
  mere mindst mest grundlag grundlaget ventet nået nåede når bød byder byde udgangspunkt udgangspunktet tallet
  går gik gået skoleår skoleåret budgetår budgetåret regnskabsår regnskabsåret
  indstille indstiller indstilles indstillingen anbefale anbefaler anbefales foreslå foreslår foreslås beslutte besluttede besluttet
  må måtte stadig vedrøre vedrører vedrørende vedr sammenhæng væsentlig væsentligt opmærksom opmærksomhed forbindelse herudover
  fordele fordeler fordelt fordeles område området områder områdets baggrund del dele led blot hvortil knyttet tilknyttet
  tid tidspunkt aktuel aktuelle aktuelt langt fleste primært skyldes årsag årsagen grund pga gøre gjort gjorde tage tager taget
  ske sker sket ramme indenfor inkl i.e betyde betyder medføre medfører indebære indebærer nogle nogen begge dels hertil hidtil ifølge jævnfør pga grundet trods fald lå netop præcis præcist
`);

const OFFICE = /(?:udvalg|forvaltn|direktion|byråd|jobcent|borgerservic)$/;

/** Words that tell no quantity from another. */
export const isPlain = (root: string): boolean => plain.has(root);

/** Bodies and offices tell in prose who says it; as the name of a row they say which quantity it is. */
export const isOffice = (root: string): boolean => OFFICE.test(root);

/** Verbs and nouns that name the same step of a case; two different steps count different things. */
const STEPS: readonly [string, ReadonlySet<string>][] = [
  [
    "ind",
    roots("modtaget modtog modtages modtagne indkommet indkommer indkomne indgået indgår indsendt indleveret indgivet"),
  ],
  ["behandlet", roots("behandlet behandles behandlede afsluttet afsluttes afsluttede afgjort færdigbehandlet")],
  ["registreret", roots("registreret registreres registrerede")],
  ["godkendt", roots("godkendt godkendes godkendte imødekommet imødekommes bevilget bevilges bevilgede tildelt")],
  ["afvist", roots("afslag afslået afvist afvises")],
  ["ansøgt", roots("ansøgt ansøges ansøger søger søges søgt")],
  ["afsat", roots("afsat afsættes afsætter afsatte reserveret allokeret")],
];
const stepOfRoot = new Map(STEPS.flatMap(([step, words]) => [...words].map((root) => [root, step] as const)));

const NOUN = /(?:ning|ing|else)(?:en|er|erne|ens|ers|ernes|s)?$/;

/** The step of a case a word names as a verb, or null: "ansøgt" is one, "ansøgninger" are things to count. */
export function stepOf({ text, root }: { text: string; root: string }): string | null {
  return NOUN.test(text) ? null : (stepOfRoot.get(root) ?? null);
}

/** The step a root belongs to, verb or noun. */
export const stepOfNoun = (root: string): string | null => stepOfRoot.get(root) ?? null;

/**
 * What makes a figure another figure however alike the rest is: a forecast, a target, a change, a part, an average, a rate,
 * a net sum, the other sex. Keyed by what two texts must have in common.
 */
const STRICT: readonly [string, RegExp][] = [
  [
    "forecast",
    /^(?:ventet$|ventede$|ventes$|venter$|regnet$|forvent|skøn|prognose|anslå|anslag|estim|forudse|fremskriv|fremskrev|overslag|potenti)/,
  ],
  [
    "target",
    /^(?:mål|måltal\w*|målet|målene|målsæt\w*|ambition\w*|servicemål\w*|resultatmål\w*|krav|kravet|grænse\w*|loft\w*|maksim\w*|minim\w*)$/,
  ],
  [
    "change",
    /^(?:stig|steg|vækst|øg|øget|forøg|fald|reduc|reduk|nedgang|fremgang|tilvækst|forskel|differen|afvig|merudgift|ændring|nedbring|forbedr|forværr|hæv|sænk|flere|færre|yderligere|ekstra)/,
  ],
  [
    "part",
    /^(?:heraf|hvoraf|deraf|herunder|halvdel|tilbage$|uforbrug|ubrugt|øvrig|rest(?:en|er|erende|beløb\w*|finans\w*)?$)/,
  ],
  ["limit", /^(?:højst|maksimal|maks|max|minim|må$|grænse)/],
  ["capacity", /^(?:rumme|kapacitet|normer)/],
  ["set", /^(?:nedsæt|forhøj|nedjuster|opjuster|udvides|ændres|hæves|sænkes)/],
  ["average", /^(?:gennemsnit|snit|median|typisk)/],
  ["net", /^(?:netto)/],
  ["gross", /^(?:brutto)/],
  ["accumulated", /^(?:akkumul|kumul|opspar|hidtil)/],
  ["not", /^(?:ikke|ingen|intet|uden|undtag|eksklusiv|ekskl|fraregn)/],
  ["with", /^(?:inklusiv|inkl)/],
  ["women", /^(?:kvind|pige|mødre)/],
  ["men", /^(?:mand|mænd|dreng|fædre)/],
  [
    "nation",
    /^(?:landsplan|landet$|landets$|national|landsgennemsn|landsdæk|landsdel|danmark|nabokommun|region|sammenlignings)/,
  ],
  ["largest", /^(?:størst|mindst|højest|lavest|flest|færrest)/],
  ["original", /^(?:oprindelig)/],
  ["adjusted", /^(?:korriger|revider|justere)/],
  ["preliminary", /^(?:foreløbig)/],
  ["final", /^(?:endelig)/],
  ["income", /^(?:indtægt|salgsindt)/],
  ["expense", /^(?:udgift)/],
  ["yearly", /^(?:årlig)/],
  ["monthly", /^(?:månedlig)/],
  ["weekly", /^(?:ugentlig)/],
  ["daily", /^(?:daglig|døgn)/],
  ["each", /^(?:hver|stykpris)$/],
];

/** Marks that say all their word says; of the others the word itself is compared too. */
const SPOKEN_FOR = new Set([
  "forecast",
  "target",
  "change",
  "part",
  "average",
  "not",
  "with",
  "yearly",
  "monthly",
  "weekly",
  "daily",
  "each",
  "adjusted",
  "original",
  "preliminary",
  "final",
  "accumulated",
  "limit",
  "set",
]);

export const isSpokenFor = (mark: string): boolean => SPOKEN_FOR.has(mark);

/** The strict mark a word carries, or null. */
export function strictMark(word: string): string | null {
  for (const [mark, expression] of STRICT) if (expression.test(word)) return mark;
  return null;
}

/** Headings that every paper has and that narrow nothing. */
const GENERAL_HEADING =
  /^[\s#*_\d.]*(?:resum[eé]|sagsresum[eé]|sagsfremstilling|sagens kerne|baggrund|indstilling|beslutning|økonomi(?:ske (?:konsekvenser|forhold.*|bemærkninger))?|politisk behandling|den videre proces|videre proces|bilag|historik|beskrivelse|løsning|problemstilling|tidsplan|proces|lovgrundlag|vurdering|konklusion|hovedkonklusioner|supplerende sagsfremstilling|forslag|beslutningstema|præsentation|opsummering|sammenfatning|indledning|resultater?|status|økonomi og .*|anm.*|.*\d{1,2}[.-]\d{1,2}[.-](?:20)?\d\d\W*)[\s*_:]*$/iu;

const MOST_HEADING_WORDS = 7;

/** A heading as far as it narrows what stands under it; empty for those of every paper and for those that are sentences. */
export function narrowing(heading: string | null): string {
  if (heading === null || GENERAL_HEADING.test(heading)) return "";
  return heading.trim().split(/\s+/).length > MOST_HEADING_WORDS ? "" : heading;
}
