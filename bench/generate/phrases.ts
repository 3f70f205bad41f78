import { type Template, compileAll } from "./template.ts";
import type { Field } from "./vocabulary.ts";

/** Sentences of any paper. */
export const general: readonly Template[] = compileAll(`
{^T} har siden {md} {foer} været en del af {x}, og erfaringerne er indarbejdet i {d}.
Administrationen vurderer, at {T} kan gennemføres inden for rammerne af {d}, hvis {P} prioriteres.
I {foer} omfattede {T} i alt {n} borgere mod {n} året før.
{^P} er gennemgået i samarbejde med {nabo}, og det har givet anledning til {e}.
Der er siden årsskiftet registreret {n} {p}, hvilket svarer til {lav} % af alle {p} i kommunen.
Ved udgangen af {kv} {foer} var {del} {p} afsluttet.
{^x} skal sikre, at borgerne oplever sammenhæng mellem {d} og {d}.
Erfaringerne fra {sted} viser, at {e} giver størst effekt, når {d} begynder tidligt.
Det er særligt {P}, der har betydning for udviklingen, mens {d} kun påvirkes i mindre grad.
{K} har i {aar} modtaget {n} henvendelser om {T}, og de fleste handler om {p}.
Medarbejderne peger på, at {T} kræver {f} og en tydeligere fordeling af ansvaret.
{^d} er udarbejdet på baggrund af {f} og en gennemgang af {n} sager.
Målet er, at mindst {pct} % af borgerne er tilfredse med {T} ved udgangen af {naeste}.
Sammenlignet med {nabo} har {K} flere {p} pr. 1.000 indbyggere, men færre {p}.
{^rolle} {navn} deltager i mødet under dette punkt og svarer på spørgsmål om {T}.
Der er holdt {s} møder med de faglige organisationer om {d}, og MED-udvalget har afgivet udtalelse om {T}.
{^T} bygger på tre principper: enkelhed, nærhed og {b}.
Hvis udviklingen fortsætter, vil behovet for {p} være {lav} % højere i {naeste} end i dag.
Administrationen foreslår derfor, at {T} suppleres med {e}, som kan sættes i gang fra {md}.
{^P} opgøres fremover hver måned, så udvalget kan følge {T} tættere.
I {sted} og {sted} er {T} afprøvet i mindre skala med {n} deltagere.
Undersøgelsen viser, at {del} adspurgte kender {d}, og at {lav} % har brugt muligheden inden for det seneste år.
Det vurderes ikke, at {T} har konsekvenser for {d}.
{^e} kan først etableres, når {x} er endeligt godkendt.
Samtidig er der indført {f}, som skal gøre det lettere at følge {P} over tid.
Kommunens revision har i {foer} peget på, at {P} bør dokumenteres bedre, og det er der nu rettet op på.
{^T} er omfattet af {x}, som blev vedtaget {dato}.
Handicaprådet og Ældrerådet har fået {T} i høring og havde {s} bemærkninger til {P}.
Der er tale om {e}, som ikke tidligere er afprøvet i {K}.
På landsplan er antallet af {p} steget med {lav} % på fem år, mens stigningen i {K} har været {lav} %.
Analysen af {T} peger på {s} forhold, som udvalget kan vælge at arbejde videre med.
Opgaven løses i dag af {s} medarbejdere, og {d} svarer til {s} årsværk.
Når {T} er fuldt indfaset, forventes det, at {P} kan afsluttes på {s} uger i stedet for {s}.
Både {d} og {P} har været drøftet med brugerne, som især har ønsket {e}.
Der er ikke lovkrav om {T}, men flere kommuner har gode erfaringer med {f}.
Behovet for {p} varierer over året og er størst i {md} og {md}.
Af de {n} {p} er {pct} % behandlet inden for fristen, og resten afventer {d}.
Administrationen har været i dialog med {s} leverandører om {T}, og ingen af dem kan levere før {md}.
`);

/** Sentences that belong to one field. */
export const ofField: Record<Field, readonly Template[]> = {
  work: compileAll(`
Ledigheden i {K} var {lav} % i {md}, og jobcentret har i samme periode modtaget {n} jobordrer.
Antallet af sygedagpengemodtagere er steget til {n} fuldtidspersoner, og forløb over 52 uger udgør {lav} %.
Virksomhedsservice har besøgt virksomhederne på listen, og {del} har ansat en borger i løntilskud eller virksomhedspraktik.
Borgere på kontanthjælp får tilbud om {e}, når de har været ledige i mere end {s} måneder.
A-kasserne har ansvaret for kontaktforløbet de første tre måneder, og herefter overtager jobcentret {d}.
Klageenheden genvurderer afgørelser om sygedagpenge, før de sendes til Ankestyrelsen.
Rehabiliteringsteamet har behandlet {n} sager, hvoraf {s} er indstillet til fleksjob og {s} til førtidspension.
Sprogcentret har {n} kursister, og {pct} % består prøven i dansk ved første forsøg.
Unge under 30 år uden uddannelse får en fast kontaktperson, som følger {d}.
Mentorer hjælper de ledige med at fastholde arbejdet i de første {s} uger.
Jobmessen samlede {n} besøgende og {s} udstillere, og {s} personer er efterfølgende ansat.
Der mangler fortsat arbejdskraft inden for pleje, transport og industri, og {n} jobordrer er ikke besat.
Sygefraværet i virksomhederne følges tæt, og arbejdsfastholdelse er nævnt i {del} samtaler.
Praktikbanken rummer {n} pladser, og {lav} % af dem er besat af borgere fra {sted}.
Der er bevilget {n} fleksjob, og {pct} % af dem er på under ti timer om ugen.
Integrationsindsatsen omfatter {n} flygtninge, og {pct} % af mændene er i arbejde.
Opkvalificering inden for {b} tilbydes sammen med erhvervsskolen i {sted}.
Reformen af beskæftigelsesindsatsen betyder færre samtaler, men flere {p}.
Partshøring sker nu digitalt, og fejlprocenten er faldet til {lav}.
Seniorjob tilbydes ledige, som mister retten til dagpenge mindre end fem år før efterlønsalderen.
Arbejdspligten omfatter {n} borgere i {sted} og omegn.
Den virksomhedsrettede aktivering udgør {pct} % af alle aktiverede.
  `),
  schools: compileAll(`
Elevtallet i folkeskolen falder med {lav} % over de næste ti år, og faldet er størst i {sted}.
Specialundervisning gives til {lav} % af eleverne, og udgiften pr. elev er steget til {kr} kr.
Pasningsgarantien er overholdt i {pct} % af tilfældene, og ventetiden på en plads i {sted} er {s} uger.
Trivselsmålingen viser, at {pct} % af eleverne er glade for deres skole.
Skolebestyrelserne har haft {T} i høring, og {s} af dem har sendt høringssvar.
Lærerne har fået {e}, så forberedelsen kan ske i fælles team.
Dagplejen har {s} ledige pladser i {sted}, mens vuggestuerne i {sted} er fuldt belagt.
Antallet af underretninger er steget til {n}, og {pct} % af dem er vurderet inden for 24 timer.
Elevfraværet var {lav} % i seneste skoleår, og det ulovlige fravær er højest i udskolingen.
Sundhedsplejen har gennemført {n} besøg hos familier med nyfødte børn.
Anbringelser i plejefamilie udgør {pct} % af alle anbringelser af børn og unge.
Normeringen i børnehaverne er seks børn pr. pædagog, og loven om minimumsnormeringer er opfyldt.
Skolestrukturen skal tilpasses, fordi {sted} Skole kun har {n} elever tilbage.
Legepladsen på {gade} renoveres for {kr} kr. i sommerferien.
Overgangen fra børnehave til skole er beskrevet i {x}.
Ungdomsskolen i {sted} har {n} deltagere på aftenholdene.
Karaktergennemsnittet ved afgangsprøverne er uændret, mens dansk mundtlig er gået frem.
Familiebehandlingen har haft {n} forløb, og {pct} % er afsluttet efter planen.
Tosprogede elever modtager undervisning i dansk som andetsprog på {s} skoler.
Madordningen i vuggestuerne er valgt til i {del} institutioner.
Sprogvurderingen af treårige viser, at {lav} % har brug for en særlig indsats.
Forældrebetalingen udgør 25 % af driftsudgiften og fastsættes med takstbladet.
  `),
  care: compileAll(`
Hjemmeplejen leverer {n} timers pleje om ugen, og {pct} % af besøgene gennemføres af faste medarbejdere.
Ventetiden på en plejebolig er {s} uger, og der er {n} borgere på den generelle venteliste.
Genoptræning efter sygehusophold er i gang inden for syv dage for {pct} % af borgerne.
Antallet af ældre over 80 år stiger med {lav} % frem mod {naeste}.
Sygeplejen har overtaget {f} fra sygehuset, og det stiller nye krav til medicinhåndteringen.
Pårørende til borgere med demens tilbydes {e} på plejecentret i {sted}.
Der er {n} borgere i misbrugsbehandling, og behandlingsgarantien på 14 dage er overholdt.
Socialtilsynet har besøgt botilbuddet på {gade} og har givet {s} påbud.
Hjælpemiddeldepotet har udleveret {n} hjælpemidler, og {pct} % er genbrug.
Velfærdsteknologi som skærmbesøg bruges nu af {n} borgere.
Ældretilsynet roser personalet for kendskabet til borgerne og peger på {d} som et udviklingspunkt.
Sygefraværet blandt medarbejderne i ældreplejen var {lav} % i {md}.
Akutpladserne i {sted} har en belægning på {pct} %.
Rehabiliteringsforløb i eget hjem afsluttes i gennemsnit efter {s} uger.
Der er registreret {n} magtanvendelser, og {del} er godkendt.
Rygestoptilbuddet har haft {n} deltagere, og {pct} % er fortsat røgfri efter et halvt år.
Kommunens udgift til medfinansiering af sundhedsvæsenet er steget med {lav} %.
Botilbuddet på {gade} får {s} nye pladser, som tages i brug i {md} {naeste}.
Nødkald er skiftet ud i {del} boliger.
Frivillige besøgsvenner når ud til {n} borgere, der føler sig ensomme.
Forebyggende hjemmebesøg tilbydes borgere over 75 år, og {pct} % siger ja.
Kosten fra det fælles køkken leveres til {n} borgere hver dag.
  `),
  environment: compileAll(`
Lokalplanen omfatter et område på {n} m² ved {gade} i {sted}.
Der er anlagt {s} km cykelsti mellem {sted} og {sted}, og trafiksikkerheden er forbedret.
Sagsbehandlingstiden for byggesager er {n} dage for enfamiliehuse, og servicemålet er 40 dage.
Vandløbsregulativet for åen ved {sted} er fra {foer} og skal revideres.
Affaldssorteringen betyder, at {pct} % af husholdningsaffaldet nu genanvendes.
Fjernvarmeselskabet vil konvertere {n} ejendomme i {sted} fra naturgas.
Forslaget om solceller på {n} hektar ved {sted} har været i offentlig høring i otte uger.
Vintertjenesten har kørt {n} udkald, og forbruget af salt er faldet med {lav} %.
Spildevandsplanen medfører, at {n} ejendomme i det åbne land skal kloakeres.
Vejbelysningen i {sted} udskiftes til LED, hvilket sparer {pct} % af strømmen.
Klimatilpasningen ved {gade} skal beskytte {n} boliger mod oversvømmelse.
Der er konstateret jordforurening på {gade}, og Regionen vurderer risikoen for grundvandet.
Trafiktællingen på {gade} viser {n} biler i døgnet.
Naturplejen ved {sted} omfatter {n} hektar strandeng, som afgræsses af kvæg.
Rottebekæmpelsen har modtaget {n} anmeldelser, og {pct} % er afsluttet på første besøg.
Der plantes {n} træer i {sted} som led i {x}.
Grundvandet ved {sted} indeholder rester af pesticider, og boringen er lukket.
Hastigheden sættes ned til 40 km/t på {gade} efter samråd med politiet.
Sommerhusområdet ved {sted} er ikke kloakeret, og {n} ejere er varslet.
Der er givet {n} landzonetilladelser, hvoraf {s} er påklaget.
Kystbeskyttelsen finansieres af grundejerne efter {x}.
Bussen mellem {sted} og {sted} har {n} passagerer om ugen, og tilskuddet er {kr} kr.
  `),
  finance: compileAll(`
Den gennemsnitlige likviditet er {mio} mio. kr. og forventes at falde til {mio} mio. kr. i {naeste}.
Anlægsbevillingen på {kr} kr. finansieres af det afsatte rådighedsbeløb.
Servicerammen forventes overskredet med {mio} mio. kr., hvis der ikke findes besparelser.
Salget af grunden på {gade} har indbragt {kr} kr., som tilgår kassen.
Lånerammen for {aar} er opgjort til {mio} mio. kr., og der optages lån i Kommunekredit.
Tillægsbevillingen på {kr} kr. modsvares af mindreforbrug på {d}.
Kommunens revision har afgivet beretning uden forbehold og med {s} bemærkninger.
Budgetforliget indeholder {n} initiativer, og {s} af dem er endnu ikke sat i gang.
Skattegrundlaget er vokset med {lav} %, og udligningen er faldet tilsvarende.
Sygefraværet på tværs af kommunen var {lav} % i {kv} {foer}.
Indkøbsaftalen for {d} udløber i {md}, og et fælles udbud med {nabo} er forberedt.
Administrationsbygningen på {gade} skal renoveres, og udgiften skønnes til {mio} mio. kr.
Kassebeholdningen efter kassekreditreglen er opgjort til {mio} mio. kr.
Restancerne til kommunen er steget med {lav} %, og {n} sager er sendt til inddrivelse.
Anlægsregnskabet for {gade} viser et mindreforbrug på {kr} kr.
Garantistillelsen over for varmeværket i {sted} udgør {mio} mio. kr.
Befolkningsprognosen viser {n} flere borgere i {sted} om ti år.
Overførslerne mellem årene er begrænset til {lav} % af budgettet.
Effektiviseringerne skal indbringe {mio} mio. kr. årligt fra {naeste}.
Ejendomssalget i {sted} er udbudt efter reglerne om offentligt udbud.
Vederlag og diæter reguleres én gang om året.
Revisionen har ikke bemærkninger til {T}.
  `),
};

export const headings: readonly Template[] = compileAll(`
{^T} i tal
Status på {d}
Baggrund for {T}
Erfaringer med {d}
{^f}
Inddragelse af borgere og medarbejdere
Sammenhæng til {d}
Udfordringer med {P}
{^d} i {sted}
Lovgivning på området
Alternativer til {T}
Opmærksomhedspunkter
Formål og aktiviteter
{^p} og {p}
Resultater i {foer}
Samarbejde med {nabo}
`);

export const bullets: readonly Template[] = compileAll(`
{^d} justeres, så den følger {d}
{^f} i {sted}
Afklaring af, om {P} kan samles ét sted
Øget brug af {p} fra {md} {aar}
Undervisning af medarbejdere i {d}
{^e} til borgere i {sted}
Løbende opfølgning på {T}
Tættere samarbejde mellem {d} og {d}
Antallet af {p} nedsættes fra {n} til {n}
Fast kontaktperson for {P}
Ny skabelon for {p}
Information om {T} på hjemmesiden og i lokalavisen
`);

export const summaries: readonly Template[] = compileAll(`
I denne sag skal udvalget tage stilling til {T}, som administrationen har udarbejdet på baggrund af {d} og {f}.
Udvalget præsenteres for {T} og de {s} indsatser, som indgår i {x}.
Sagen handler om {T} og om, hvordan {d} kan tilrettelægges i {naeste}.
{K} har siden {foer} arbejdet med {T}, og i denne sag gives en status på {P}.
Antallet af {p} er steget, og der er behov for {e}. Sagen beskriver mulighederne og deres økonomi.
Forslaget til {T} har været drøftet i {s} fora, og bemærkningerne er indarbejdet.
`);

export const economies: readonly Template[] = compileAll(`
Administrationen har ingen bemærkninger.
Administrationen oplyser, at udgiften på {kr} kr. afholdes inden for den eksisterende ramme til {d}.
Administrationen bemærker, at {T} forventes at medføre en merudgift på {mio} mio. kr. årligt fra {naeste}.
Administrationen oplyser, at der er afsat {mio} mio. kr. til {T} i budget {aar}, og at forbruget følger budgettet.
Administrationen bemærker, at det forudsættes, at eventuelle udgifter afholdes inden for det eksisterende budget.
Administrationen oplyser, at besparelsen er indregnet med {kr} kr. i {aar} og {kr} kr. i {naeste}.
`);

/** What is promised: each with a date, a period or an interval. */
export const promises: readonly Template[] = compileAll(`
Udvalget får en status på {T} på mødet i {md} {naeste}.
{^T} evalueres inden udgangen af {naeste}, og resultatet forelægges udvalget.
Udvalget orienteres halvårligt om {T}.
Administrationen fremlægger en sag om {d} senest den 1. {md} {naeste}.
Den endelige plan for {T} forelægges udvalget i {kv} {naeste}.
Der følges op på {P} hvert år i forbindelse med budgetopfølgningen.
Udvalget får forelagt en sag med resultaterne i {md} {naeste} og kan herefter tage stilling til, om {T} skal fortsætte.
`);

export const announcements: readonly Template[] = compileAll(`
Orientering om udviklingen i {d} - bilag vedhæftet.
Status på {d} i {sted}.
Ny dato for dialogmøde om {d} er {dato}.
Orientering om {e}.
Henvendelse fra borgere i {sted} om {p}.
Invitation til indvielse på {gade}.
Orientering om {f}.
Kommende temamøde om {d}.
`);

export const attachments: readonly Template[] = compileAll(`
Notat om {T}
Oversigt over {p} {aar}
{^T} - udkast
Høringssvar om {T}
{^b} {foer}
Præsentation om {d}
`);

/** What a matter is called after its first word ("Beslutning om ..."). */
export const subjects: readonly Template[] = compileAll(`
{t} for {sted}
fremtidens {t}
{T} i {K}
ændringer i {T}
{T} og {d}
samarbejde med {nabo} om {T}
{t} for {p}
udmøntning af {T}
{t} {aar}-{naeste}
endeligt forslag til {t}
`);
