import type { Phrasebook } from "../model.ts";

// {m} is the forecast and {n} the budget in kroner, {v} the difference between them.

const costs = [
  "{Udgift} er budgetteret til {n} og ventes at blive {m}, altså et {underskud} på {v}.",
  "Der forventes et forbrug på {m} mod et budget på {n}, svarende til et {underskud} på {v}.",
  "Budgettet til {udgift} er {n}. Forbruget skønnes til {m}, og der er dermed et {underskud} på {v}.",
  "For {udgift} viser prognosen {m} og budgettet {n}; afvigelsen er {v}.",
  "{Udgift} løber op i {m}, mens budgettet er {n}. Forskellen er {v}.",
  "Det forventede regnskab for {udgift} er {m}, og med et budget på {n} giver det et {underskud} på {v}.",
  "Budget {n}, forventet regnskab {m}: et {underskud} på {v} på {udgift}.",
  "Et budget på {n} til {udgift} holdt op mod et skøn på {m} giver et {underskud} på {v}.",
];

const weekdays = [
  "Sagen behandles igen {dag} den {dato}.",
  "Der holdes borgermøde {dag} den {dato} kl. 19.00.",
  "Høringen slutter {dag} den {dato}.",
  "Forvaltningen inviterer til dialogmøde {dag} d. {dato}.",
  "Udvalget tager på besigtigelse {dag} den {dato}.",
  "Næste temamøde er {dag} den {dato}.",
  "Fristen for bemærkninger er {dag} den {dato} kl. 12.",
  "Arbejdet går i gang {dag} den {dato}.",
  "Den offentlige høring begynder {dag} den {dato} og varer otte uger.",
  "Resultatet forelægges {dag} den {dato}.",
];

const impossible = [
  "Ordningen træder i kraft den {umulig}.",
  "Bemærkninger skal være indsendt senest den {umulig}.",
  "Aftalen løber frem til den {umulig}.",
  "Materialet blev sendt ud den {umulig}.",
  "Evalueringen afleveres den {umulig}.",
];

const references = [
  "På mødet den {dato} (sag {nr}) bad udvalget om en opfølgning.",
  "Udvalget behandlede rammerne på mødet den {dato} (sag {nr}).",
  "Sagen bygger på udvalgets beslutning den {dato} (sag nr. {nr}).",
  "På udvalgsmødet den {dato} (punkt {nr}) blev retningslinjerne godkendt.",
  "Udvalget fik senest en status den {dato} (sag {nr}).",
];

const units = [
  "{Udgift} udgør {m} i {y1}. Heraf er hele beløbet på {m2} finansieret inden for rammen.",
  "Der er afsat {m} til {udgift} i {y1}. De {m2} er givet i budgettet for {y1}.",
  "I {y1} er {udgift} på {m}, og de {m2} dækkes af driften.",
];

/** Nothing in them is wrong, or nobody can tell. */
const traps = [
  "Målet er mindst 80 procent, og i {y1} blev resultatet 76,4 procent.",
  "Tilfredsheden er steget fra 61 procent til 68 procent, altså med 7 procentpoint.",
  "Andelen faldt fra 24,6 % til 22,1 %, hvilket er et fald på 2,5 procentpoint.",
  "Kommunen ventede i {y0} omkring {skoen} {navn} i {y1}, men det blev {b}.",
  "Målsætningen for {y1} var {skoen} {navn}.",
  "På landsplan er udviklingen en stigning på 3 procent i samme periode.",
  "I de første tre måneder af {y1} var der {kvart} {navn}.",
  "Til sammenligning havde nabokommunen {skoen} {navn} i {y1}.",
  "Cirka halvdelen af borgerne i undersøgelsen svarede, at de kender ordningen.",
  "Det nye tal kan ikke sammenlignes med {y0}, fordi opgørelsen er lagt om.",
  "Der er plads til 20-25 deltagere på hvert af de fire hold.",
  "Hver medarbejder har i gennemsnit 30-35 sager, men det varierer fra 12 til 60.",
  "En time koster 412 kr., og prisen reguleres med 2,9 procent pr. 1. januar.",
  "Ordningen findes i § 12, stk. 3, og er beskrevet i bilag til vejledning nr. 9417.",
  "Aftalen gælder i 2 år med mulighed for forlængelse i 1 år to gange.",
  "Der er søgt 3 stillinger, og 2 af dem er besat pr. 1. august {y1}.",
  "Åbningstiden er mandag-torsdag kl. 10-17 og fredag kl. 10-14.",
  "Gebyret er 1.250 kr. for de første 50 m² og 18 kr. for hver af de følgende.",
  "Telefonnummeret er 70 10 20 30, og der er åbent 37 timer om ugen.",
  "I budgettet for {y2} er der regnet med {skoen} {navn}.",
  "Sagen har journalnummer 12.03.04-G01-17-23 og hører under ramme 4.15.",
  "Nogle borgere er med i flere grupper, så grupperne kan ikke lægges sammen.",
  "Godt en tredjedel af henvendelserne, 35 procent, kommer på telefon.",
  "Alderen går fra 18 til 66 år, og gennemsnittet er 43,7 år.",
  "Ventetiden er faldet fra 14 til 9 uger, og målet er 8 uger.",
  "Pr. 1. oktober {y1} var der {kvart} {navn} i behandling.",
  "Staten giver 75 procent i refusion i de første 4 uger og 40 procent fra uge 5 til 26.",
  "Skønnet er forbundet med en usikkerhed på plus/minus 5 procent.",
];

const totals = ["I alt", "Total", "Ialt", "Samlet", "Sum", "Hele kommunen", "Alle", "Tilsammen", "I alt {y1}"];

const fillers = [
  "Forvaltningen har gennemgået grundlaget sammen med de berørte afdelinger.",
  "Sagen er forelagt de høringsberettigede, og der er ikke kommet bemærkninger.",
  "Tallene er trukket fra kommunens fagsystemer og kan ændre sig ved senere registrering.",
  "Udviklingen bliver fulgt løbende, og udvalget orienteres, hvis den ændrer retning.",
  "Der er ikke væsentlige økonomiske konsekvenser ud over dem, der er nævnt.",
  "Arbejdet tilrettelægges i dialog med medarbejdere og pårørende.",
  "Baggrunden er den aftale, som partierne indgik i forbindelse med budgettet.",
  "Lovgivningen på området er under revision.",
];

export const otherSentences = {
  costs,
  weekdays,
  impossible,
  references,
  units,
  traps,
  totals,
  fillers,
} satisfies Partial<Phrasebook>;
