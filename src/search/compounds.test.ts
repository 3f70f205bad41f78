import { expect, test } from "vitest";
import { compoundParts } from "./compounds.ts";
import { stem } from "./stem.ts";

const parted: [compound: string, ...parts: string[]][] = [
  ["klagestatistik", "klage", "statistik"],
  ["klageenheden", "klage", "enhed"],
  ["klagesager", "klage", "sag"],
  ["budgetkontrol", "budget", "kontrol"],
  ["budgetkontrollen", "budget", "kontrol"],
  ["budgetopfølgning", "budget", "opfølgning"],
  ["stadfæstelsesprocenten", "stadfæstelse", "procent"],
  ["rekrutteringsstrategien", "rekruttering", "strategi"],
  ["arbejdsmarkedsområdet", "arbejdsmarked", "område"],
  ["beskæftigelsesindsatsen", "beskæftigelse", "indsats"],
  ["sygedagpengeområdet", "sygedagpenge", "dagpenge", "område"],
  ["kontanthjælp", "kontant", "hjælp"],
  ["værdighedsstrategiens", "værdighed", "strategi"],
  ["udvalgsmødet", "udvalg", "møde"],
  ["underskriftsark", "underskrift", "ark"],
  ["kommuneplan", "kommune", "plan"],
  ["lokalplanforslag", "lokalplan", "forslag"],
  ["skoleleder", "skole", "leder"],
  ["økonomiudvalget", "økonomi", "udvalg"],
  ["jobcenter", "job", "center"],
  ["jobcentret", "job", "center"],
  ["jobmatchdage", "job", "dag"],
  ["virksomhedspraktik", "virksomhed", "praktik"],
  ["tilbagebetalingskrav", "tilbagebetaling", "krav"],
  ["ledighedsudviklingen", "ledighed", "udvikling"],
  ["midtvejsregulering", "regulering"],
  ["overførselsudgifter", "overførsel", "udgift"],
  ["plejehjem", "hjem"],
  ["vandløb", "vand", "løb"],
  ["cykelsti", "cykel", "sti"],
  ["trafiksikkerhed", "trafik", "sikkerhed"],
  ["spildevandsplan", "spildevand", "plan"],
  ["affaldsordning", "affald", "ordning"],
  ["energirenovering", "energi", "renovering"],
  ["klimahandlingsplan", "klima", "handlingsplan", "plan"],
  ["borgerundersøgelse", "borger", "undersøgelse"],
  ["ungeindsats", "indsats"],
  ["sagsbehandling", "sag", "behandling"],
  ["sagsfremstilling", "sag", "fremstilling"],
  ["anlægsbevilling", "anlæg", "bevilling"],
  ["tillægsbevilling", "tillæg", "bevilling"],
  ["kvalitetsstandard", "kvalitet", "standard"],
  ["kontrolgruppen", "kontrol", "gruppe"],
  ["veteranstrategi", "veteran", "strategi"],
  ["lokaldemokrati", "demokrati"],
  ["byrådet", "by", "råd"],
  ["dagtilbud", "dag", "tilbud"],
  ["daginstitutioner", "dag", "institution"],
  ["førtidspension", "pension"],
  ["fleksjob", "job"],
  ["kommunaldirektør", "kommunal", "direktør"],
  ["viceborgmester", "borgmester"],
  ["ældreråd", "råd"],
  ["parkeringspladser", "parkering", "plads"],
  ["genbrugsplads", "genbrug", "plads"],
  ["årsregnskab", "regnskab"],
  ["halvårsregnskabet", "halvår", "regnskab"],
  ["samarbejdsaftalen", "samarbejde", "aftale"],
  ["nøgletallene", "nøgle", "tal"],
  ["måltallene", "mål", "tal"],
  ["grundvandsbeskyttelse", "grundvand", "vand", "beskyttelse"],
  ["ejendomsskat", "ejendom", "skat"],
  ["handicapråd", "handicap", "råd"],
  ["boligplacering", "bolig", "placering"],
  ["tilsynsrapport", "tilsyn", "rapport"],
];

test.each(parted)("%s is found by its parts", (compound, ...parts) => {
  expect(compoundParts(compound)).toEqual(expect.arrayContaining(parts.map(stem)));
});

const whole =
  "indstilling beslutning forretning kommune forvaltning gade telefon orientering referat kandidat dagsorden ordning gasset bygning " +
  "borger borgmester retning regnskab antal status tilbud forslag udvalg møde aftale periode politik strategi procent indsats " +
  "økonomi budget område anbefaling godkendt efterretning virksomheder ledigheden muligheder myndigheder etablering sager formanden " +
  "deltagere billedet statistikken indstiller selskabet transport november administration integration afgørelse";

test.each(whole.split(" "))("%s does not fall apart", (word) => {
  expect(compoundParts(word)).toEqual([]);
});
