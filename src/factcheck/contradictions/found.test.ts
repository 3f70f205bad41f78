import { describe, expect, it } from "vitest";
import { readSource } from "../reading.ts";
import { checkContradictions } from "./check-contradictions.ts";

/** Verdicts with the two figures, in no order. */
function found(text: string): string[] {
  return checkContradictions([readSource({ file: "referat.txt", text, minutes: null })])
    .filter(({ verdict }) => verdict !== "ok")
    .map(({ verdict, stated, computed }) => `${verdict}: ${[stated, computed].sort().join(" / ")}`);
}

/** What a paper says twice, and the finding expected. */
const contradictions: [name: string, text: string, expected: string][] = [
  [
    "pupils in the summary and in the presentation",
    `Resumé

Der går i skoleåret 2023/2024 i alt 4.812 elever i kommunens folkeskoler.

Sagsfremstilling

Kommunens folkeskoler havde i skoleåret 2023/2024 i alt 4.821 elever fordelt på 11 skoler.`,
    "error: 4.812 / 4.821",
  ],
  [
    "a yearly sum in recommendation and economy",
    `Indstilling

Administrationen indstiller, at der afsættes 150.000 kr. årligt til drift af legepladsen ved Søparken.

Økonomi

Administrationen oplyser, at der afsættes 155.000 kr. årligt til drift af legepladsen ved Søparken.`,
    "error: 150.000 kr. / 155.000 kr.",
  ],
  [
    "a construction sum in summary and economy",
    `Resumé

Anlægsudgiften til den nye svømmehal udgør 84,5 mio. kr.

Økonomi

Den samlede anlægsudgift til svømmehallen udgør 48,5 mio. kr., som finansieres af kassebeholdningen.`,
    "error: 48,5 mio. kr. / 84,5 mio. kr.",
  ],
  [
    "a time that is told together with whether the target was reached",
    `Sagsfremstilling

Sagsbehandlingstiden for enfamiliehuse var 38 dage i 2024.

Konklusion

Med en sagsbehandlingstid for enfamiliehuse på 83 dage i 2024 er målet ikke nået.`,
    "error: 38 / 83",
  ],
  [
    "an amount and who pays it",
    `Økonomi

Merforbruget på vintertjenesten er 2,7 mio. kr. i 2024.

Indstilling

Forvaltningen indstiller, at merforbruget på vintertjenesten på 7,2 mio. kr. i 2024 finansieres af kassen.`,
    "error: 2,7 mio. kr. / 7,2 mio. kr.",
  ],
  [
    "an area and where it lies",
    `Sagsfremstilling

Lokalplanområdet er på 4,2 ha og ligger syd for byen.

Lokalplanens indhold

Lokalplanområdet har et areal på 2,4 ha.`,
    "warning: 2,4 / 4,2",
  ],
  [
    "a share in prose against the table's own row",
    `Sagsfremstilling

Svarprocenten på ungdomsuddannelserne var 62,4 % i 2024.

Tabel 1: Svarprocent fordelt på uddannelse

Uddannelse	2023	2024
Grundskolen	58,1 %	60,3 %
Ungdomsuddannelserne	61,0 %	64,2 %
Voksenuddannelserne	49,7 %	50,8 %`,
    "error: 62,4 % / 64,2 %",
  ],
  [
    "a row of the table told in the text",
    `Sagsfremstilling

I 2023 blev der udlånt 48.310 bøger og 12.204 lydbøger.

Udlån	2022	2023
Bøger	47.115	48.130
Lydbøger	11.030	12.204
Film	2.410	2.116
I alt	60.555	62.450`,
    "error: 48.130 / 48.310",
  ],
  [
    "the total of a table told in the text",
    `Sagsfremstilling

Hjemmeplejen leverede i 2024 i alt 98.700 timer.

Leverede timer	2023	2024
Personlig pleje	61.200	63.400
Praktisk hjælp	33.100	34.300
Leverede timer i alt	94.300	97.700`,
    "error: 97.700 / 98.700",
  ],
  [
    "two tables of one item with another total",
    `Tabel 1: Antal underretninger fordelt på alder

Alder	2022	2023
0-6 år	112	121
7-12 år	140	138
13-17 år	161	170
Underretninger i alt	413	429

Tabel 2: Antal underretninger fordelt på afsender

Afsender	2022	2023
Skoler	201	212
Sundhedsvæsen	95	99
Andre	117	113
Underretninger i alt	413	424`,
    "error: 424 / 429",
  ],
  [
    "a deficit in heading and text",
    `Sagsfremstilling

Udvalget forventer et merforbrug på 3,4 mio. kr. i 2024 på specialundervisning.

Økonomi

På specialundervisning forventes et merforbrug i 2024 på 4,3 mio. kr.`,
    "error: 3,4 mio. kr. / 4,3 mio. kr.",
  ],
  [
    "rise from a level told elsewhere",
    `Sagsfremstilling

Antallet af hjemløse borgere var 84 i 2022.

Konklusion

Antallet af hjemløse borgere er steget fra 48 i 2022 til 97 i 2023.`,
    "error: 48 / 84",
  ],
  [
    "full-time posts in summary and presentation",
    `Resume

Enheden består af 12,5 årsværk.

Sagsfremstilling

Enheden har eksisteret siden 2016. Enheden består i dag af 15,2 årsværk, som er fordelt på to adresser.`,
    "error: 12,5 / 15,2",
  ],
  [
    "square metres of a building",
    `Resumé

Den nye daginstitution bliver på 1.180 m² og får plads til 110 børn.

Sagsfremstilling

Den nye daginstitution bliver på 1.810 m².`,
    "error: 1.180 / 1.810",
  ],
  [
    "replies to a hearing in words",
    `Resumé

Der er indkommet fire høringssvar.

Sagsfremstilling

Høringen sluttede i maj. Der er indkommet fem høringssvar, som er vedlagt.`,
    "error: fem / fire",
  ],
  [
    "complaints mod the year before",
    `Sagsfremstilling

Borgerrådgiveren modtog 312 henvendelser i 2024 mod 287 i 2023.

Henvendelser	2023	2024
Telefon	140	151
Mail	147	170
Henvendelser i alt	287	321`,
    "error: 312 / 321",
  ],
  [
    "the earlier level of a comparison",
    `Sagsfremstilling

Borgerrådgiveren modtog 321 henvendelser i 2024 mod 278 i 2023.

Henvendelser	2023	2024
Telefon	140	151
Mail	147	170
Henvendelser i alt	287	321`,
    "error: 278 / 287",
  ],
  [
    "tons of waste",
    `Sagsfremstilling

I 2023 blev der indsamlet 14.560 tons restaffald.

Affaldstype (ton)	2022	2023
Restaffald	15.020	14.650
Madaffald	4.310	4.905
Plast	1.204	1.377`,
    "error: 14.560 / 14.650",
  ],
  [
    "waiting time in days",
    `Resumé

Den gennemsnitlige ventetid på en plejebolig var 46 dage i 2023.

Sagsfremstilling

I 2023 var den gennemsnitlige ventetid på en plejebolig 64 dage.`,
    "error: 46 / 64",
  ],
  [
    "a budget frame in text and table",
    `Sagsfremstilling

Den tekniske budgetramme for 2025 er på 1.263 mio. kr.

Budgetramme 2025	mio. kr.
Teknisk budgetramme for 2025	1.236 mio. kr.
Lov- og cirkulæreprogram	4 mio. kr.
Forslag til budgetramme for 2025	1.240 mio. kr.`,
    "error: 1.236 mio. kr. / 1.263 mio. kr.",
  ],
  [
    "forecast in thousands and in millions",
    `Administrationen forventer et samlet overskud på udvalgets område på 7,1 mio. kr. i 2024.

i 1.000 kr.	Korrigeret budget	Forventet regnskab	Forventet over- eller underskud
Skoler	410.200	408.900	1.300
Dagtilbud	222.400	216.700	5.700
Udvalget i alt	632.600	625.600	7.000`,
    "",
  ],
  [
    "a grant in two sections",
    `Resumé

Kulturudvalget har modtaget en ansøgning fra Teaterforeningen om et tilskud på 75.000 kr. til jubilæumsforestillingen.

Sagsfremstilling

Teaterforeningen ansøger om et tilskud på 57.000 kr. til jubilæumsforestillingen.`,
    "error: 57.000 kr. / 75.000 kr.",
  ],
  [
    "share of pupils in two sections",
    `Resumé

I 2024 var 18,6 % af eleverne visiteret til et specialtilbud.

Sagsfremstilling

I 2024 var 16,8 % af eleverne visiteret til et specialtilbud.`,
    "error: 16,8 % / 18,6 %",
  ],
  [
    "sick leave in text and table",
    `Sygefraværet i ældreplejen var 7,8 % i 2023.

Sygefravær i procent	2022	2023
Skoler	4,9	4,6
Ældrepleje	8,4	8,7
Administration	3,1	3,0`,
    "error: 7,8 % / 8,7 %",
  ],
  [
    "a month told in list and table",
    `I marts 2024 blev der registreret 86 hærværkssager på skolerne.

Hærværkssager på skolerne	2023	2024
Januar	41	52
Februar	44	39
Marts	61	68`,
    "error: 68 / 86",
  ],
  [
    "quarter in heading and figure twice",
    `Sagsfremstilling

I 1. kvartal 2025 har kommunen afgjort 214 byggesager.

Byggesager

Kommunen har i første kvartal af 2025 afgjort 241 byggesager.`,
    "error: 214 / 241",
  ],
  [
    "employees at a date",
    `Resumé

Pr. 1. januar 2025 var der ansat 1.204 medarbejdere i ældreplejen.

Sagsfremstilling

Der var ansat 1.240 medarbejdere i ældreplejen pr. 1. januar 2025.`,
    "error: 1.204 / 1.240",
  ],
  [
    "a saving in text and decision",
    `Beslutning

Godkendt, idet sammenlægningen giver en årlig besparelse på 3,4 mio. kr.

Økonomi

Sammenlægningen giver en årlig besparelse på 4,3 mio. kr.`,
    "error: 3,4 mio. kr. / 4,3 mio. kr.",
  ],
  [
    "length of a cycle path",
    `Resumé

Den nye cykelsti mellem Nørby og Sønderby bliver 4,3 km lang.

Sagsfremstilling

Cykelstien mellem Nørby og Sønderby bliver 3,4 km lang og anlægges i to etaper.`,
    "error: 3,4 / 4,3",
  ],
  [
    "visitors of a museum",
    `Museet havde i 2023 i alt 28.411 besøgende.

Besøgstal

I 2023 havde museet i alt 24.811 besøgende.`,
    "error: 24.811 / 28.411",
  ],
  [
    "a fee told twice",
    `Resumé

Taksten for et enfamiliehus stiger til 3.250 kr. i 2025.

Sagsfremstilling

Takst (kr.)	2024	2025
Enfamiliehus	3.120	3.520
Sommerhus	2.010	2.085`,
    "",
  ],
  [
    "more points than announced",
    `Udvalget skal tage stilling til følgende tre forslag:

- Lukning af afdelingen i Nordby
- Flytning af biblioteket til rådhuset
- Ny åbningstid om lørdagen
- Fælles ledelse af de to huse`,
    "error: 4 / tre",
  ],
  [
    "fewer points than announced",
    `Planen har fire spor:

1. Flere lærepladser
2. Bedre introduktion
3. Færre vikarer`,
    "error: 3 / fire",
  ],
  [
    "names in a sentence against the number announced",
    `Netværket omfatter fem kommuner: Nordby, Sundby, Vestby og Østby.`,
    "error: 4 / fem",
  ],
];

describe("contradictions in one paper", () => {
  it.each(contradictions)("%s", (_name, text, expected) => {
    expect(found(text)).toEqual(expected === "" ? [] : [expected]);
  });
});
