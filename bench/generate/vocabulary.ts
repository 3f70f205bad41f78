/** A last part of a compound in its four forms. */
export type Head = { bare: string; definite: string; plural: string; pluralDefinite: string; neuter: boolean };
export type Field = "work" | "schools" | "care" | "environment" | "finance";

const split = (words: string): string[] => words.trim().split(/\s+/);

const common = split(`
strategi/en/er indsats/en/er plan/en/er aftale/n/r ordning/en/er model/len/ler gruppe/n/r opgave/n/r løsning/en/er
undersøgelse/n/r analyse/n/r rapport/en/er måling/en/er evaluering/en/er statistik/ken/ker kontrol/len/ler pulje/n/r
ramme/n/r enhed/en/er afdeling/en/er proces/sen/ser politik/ken/ker vejledning/en/er redegørelse/n/r prognose/n/r
opgørelse/n/r oversigt/en/er handleplan/en/er procent/en/er konsulent/en/er koordinator/en/er leder/en/e medarbejder/en/e
sag/en/er klage/n/r ansøgning/en/er bevilling/en/er afgørelse/n/r henvendelse/n/r udgift/en/er indtægt/en/er
besparelse/n/r investering/en/er takst/en/er kapacitet/en/er periode/n/r uddannelse/n/r kampagne/n/r temadag/en/e
konference/n/r portal/en/er platform/en/e arbejdsgang/en/e aktivitet/en/er venteliste/n/r liste/n/r faktor/en/er
målgruppe/n/r følgegruppe/n/r styregruppe/n/r arbejdsgruppe/n/r vurdering/en/er udfordring/en/er forudsætning/en/er
ændring/en/er justering/en/er udvikling/en/er tendens/en/er kortlægning/en/er drøftelse/n/r erfaring/en/er
`);
const neuter = split(`
projekt/et/er forløb/et/ tilbud/det/ område/t/r samarbejde/t/r netværk/et/ budget/tet/ter regnskab/et/er møde/t/r mål/et/
krav/et/ system/et/er notat/et/er princip/pet/per behov/et/ niveau/et/er tilskud/det/ koncept/et/er værktøj/et/er
grundlag/et/ initiativ/et/er tiltag/et/ overblik/ket/ resultat/et/er forslag/et/ oplæg/get/ regelsæt/tet/ tilsyn/et/
fokuspunkt/et/er måltal/let/ sekretariat/et/er partnerskab/et/er råd/et/ udvalg/et/ skøn/net/ udbud/det/ forbrug/et/
`);

/** "tilbud" ends in a doubled consonant only where an ending with a vowel follows: tilbuddet, tilbuddene. */
function head(entry: string, isNeuter: boolean): Head {
  const [bare = "", definite = "", plural = ""] = entry.split("/");
  const doubled = isNeuter && plural === "" ? definite.slice(0, -2) : "";
  const many = bare + plural;
  return {
    bare,
    definite: bare + definite,
    plural: many,
    pluralDefinite: manyOfThem(bare, plural, doubled),
    neuter: isNeuter,
  };
}

function manyOfThem(bare: string, plural: string, doubled: string): string {
  if (plural === "") return `${bare}${doubled}ene`;
  return bare.endsWith("er") && plural === "e" ? `${bare}ne` : `${bare}${plural}ne`;
}

/** Interleaved, so that the frequent ones are of both genders. */
export const heads: readonly Head[] = common.flatMap((entry, index) => {
  const other = neuter[index];
  return other === undefined ? [head(entry, false)] : [head(entry, false), head(other, true)];
});

/** First parts of compounds that any paper may use, joined as they stand. */
export const generalParts = split(`
budget klage kvalitets service borger rekrutterings digitaliserings drifts udviklings kompetence trivsels samarbejds
sagsbehandlings stadfæstelses opfølgnings medarbejder ledelses effektiviserings tilsyns kontrol klima lokal data projekt
kommunikations bruger tilfredsheds forebyggelses visitations dokumentations evaluerings pulje udbuds indkøbs ejendoms
vikar sygefraværs løn midtvejs hørings beredskabs sikkerheds tilgængeligheds frivilligheds forenings partnerskabs erhvervs
virksomheds bæredygtigheds velfærds helheds værdigheds inddragelses innovations kapacitets serviceramme årsrapport anlægs
befolknings nærheds overblik prioriterings informations journaliserings automatiserings arkiv aktindsigts databeskyttelses
arbejdsmiljø uddannelses elev praktikplads seniorpolitik ligestillings mangfoldigheds borgerrådgiver henvendelses telefon
selvbetjenings hjemmeside kontaktcenter effekt måltals resultat forankrings implementerings forandrings gevinst risiko
`);

export const fieldParts: Record<Field, readonly string[]> = {
  work: split(`
  beskæftigelses sygedagpenge kontanthjælps dagpenge jobcenter ungdoms integrations fleksjob førtidspensions virksomhedsservice
  jobrådgivnings sprogcenter uddannelseshjælps revaliderings ressourceforløbs jobafklarings mentor praktik virksomhedspraktik
  løntilskuds jobordre jobmesse opkvalificerings voksenlærlinge seniorjob ledigheds aktiverings ydelses rehabiliterings
  arbejdskraft fastholdelses skånehensyns flygtninge danskuddannelses genvurderings rådigheds sanktions kontaktforløbs
  overleverings arbejdsevne helbreds jobparatheds arbejdsmarkeds nyledigheds dimittend langtidsledigheds jobmatch
  branchepakke lærling mangelområde seniorpensions ledighedsydelses arbejdsfastholdelses jobformidlings ungeenheds pensionsnævns
  `),
  schools: split(`
  skole dagtilbuds folkeskole børnehave elevtals specialundervisnings inklusions lærer pædagog trivselsmålings dagpleje vuggestue
  klasse ungdomsskole fritids fraværs sundhedspleje tandpleje familie anbringelses plejefamilie forældre skolebestyrelses
  lærings læse matematik naturfags overgangs udskolings indskolings skolevejs pasningsgaranti institutions legeplads
  madordnings skolebiblioteks musikskole tosprogs børnelinje familierådgivnings underretnings børnefaglig skolestruktur
  specialtilbuds mellemformer skolestarts afgangsprøve læringsmiljø minimumsnormerings forældrebetalings søskenderabat
  `),
  care: split(`
  ældre hjemmepleje plejecenter sundheds sygepleje genoptrænings demens handicap psykiatri misbrugs botilbuds bostøtte
  hjælpemiddel kørsels kost ernærings medicin akutplads trænings aktivitets dagcenter senior pårørende magtanvendelses
  socialtilsyns udsatte herbergs krisecenter velfærdsteknologi nødkalds merudgifts ledsage plejebolig ensomheds rygestop
  hospitalsudskrivnings hverdagsrehabiliterings faldforebyggelses livstestamente palliations respirations sårpleje
  forflytnings aflastnings dagaktivitets beskæftigelsesterapi socialpædagogisk hjemløshed gadeplans
  `),
  environment: split(`
  vej cykelsti trafik affalds klimatilpasnings lokalplan natur vandløbs byggesags parkerings vintertjeneste genbrugs
  spildevands drikkevands skov energi varmeplan fjernvarme solcelle vindmølle kommuneplan byrums landsby boligområde bygnings
  bus vejbelysnings trafiksikkerheds støj jordforurenings kyst oversvømmelses havne frednings miljøtilsyns grundvands
  regnvands biodiversitets grønområde træplantnings skadedyrs rottebekæmpelses byfornyelses nedrivnings ladestander
  hastigheds skolevejs fortovs belægnings bro kloakerings landzone sommerhus strandeng ådals råstof
  `),
  finance: split(`
  økonomi likviditets låne skatte udlignings serviceramme overførsels moms forsikrings it personale valg styrelsesvedtægts
  mødeplan diæt grundskyld ejendomssalgs jordforsynings bosætnings kommunekontrakts revisions regnskabs bevillings
  finansierings indkøbsaftale tillægsbevillings reserve kasse gælds garanti deponerings leje aktie selskabs ejerstrategi
  overhead omprioriterings budgetforligs temabudget demografi budgetmodel puljefordelings rammebesparelses
  `),
};

/** Adjectives: before common gender, before neuter, before plural and after an article. */
export const adjectives: readonly (readonly [string, string, string])[] = [
  ["ny", "nyt", "nye"],
  ["fælles", "fælles", "fælles"],
  ["samlet", "samlet", "samlede"],
  ["bedre", "bedre", "bedre"],
  ["tværgående", "tværgående", "tværgående"],
  ["lokal", "lokalt", "lokale"],
  ["særlig", "særligt", "særlige"],
  ["faglig", "fagligt", "faglige"],
  ["økonomisk", "økonomisk", "økonomiske"],
  ["målrettet", "målrettet", "målrettede"],
  ["tidlig", "tidligt", "tidlige"],
  ["digital", "digitalt", "digitale"],
  ["forenklet", "forenklet", "forenklede"],
  ["politisk", "politisk", "politiske"],
  ["administrativ", "administrativt", "administrative"],
  ["sammenhængende", "sammenhængende", "sammenhængende"],
  ["langsigtet", "langsigtet", "langsigtede"],
  ["midlertidig", "midlertidigt", "midlertidige"],
  ["opdateret", "opdateret", "opdaterede"],
  ["bred", "bredt", "brede"],
  ["helhedsorienteret", "helhedsorienteret", "helhedsorienterede"],
  ["forebyggende", "forebyggende", "forebyggende"],
  ["styrket", "styrket", "styrkede"],
  ["ambitiøs", "ambitiøst", "ambitiøse"],
  ["robust", "robust", "robuste"],
  ["uvildig", "uvildigt", "uvildige"],
  ["tværkommunal", "tværkommunalt", "tværkommunale"],
  ["åben", "åbent", "åbne"],
];
