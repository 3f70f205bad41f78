/** Invented minutes, as Markdown with tabs between cells: what every format must give back. */
export const MINUTES = `# REFERAT Klima- og Energiudvalget 2022-2025 d. 13-05-2025

Mødedato Tirsdag d. 13. maj 2025 kl. 15:00

Mødested Mødelokale 4, Birkeby Rådhus

Mødedeltagere Anna Holm (A), Bo Kjær (V), Carla Dam (C), Dines Eg (F)

## Indholdsfortegnelse

Godkendelse af dagsorden.....	2
Varmeplan for Nordbyen.....	3
Orientering om klager over affald 2024.....	5

# Punkt 21: Godkendelse af dagsorden

## Beslutning

Klima- og Energiudvalget, 13.05.2025

Godkendt.

Fraværende: Dines Eg (F)

# Punkt 22: Varmeplan for Nordbyen

25-004711

## Resumé

Udvalget skal tage stilling til, om varmeplanen for Nordbyen kan sendes i høring. Planen bygger på beslutningen fra mødet den 14. januar 2025 (sag 3), hvor udvalget bad om flere beregninger af prisen for en almindelig husstand.

## Politisk behandling

Klima- og Energiudvalget (anbefaler), 13.05.2025

Byrådet (godkender), 27.05.2025

## Indstilling

Administrationen indstiller, at udvalget anbefaler Byrådet, at

1. varmeplanen sendes i høring i otte uger
2. udvalget får høringssvarene til mødet i september 2025

## Beslutning

Klima- og Energiudvalget, 13.05.2025

Ad. 1: Anbefales.

Ad. 2: Godkendt.

Bo Kjær (V) kunne ikke støtte beslutningen, idet prisen for husstandene ikke er kendt.

## Sagsfremstilling

Nordbyen har i dag naturgas i de fleste huse. Varmeværket kan levere fjernvarme fra 2027, hvis mindst 60 procent af husene siger ja, og der er regnet på tre udgaver af planen med forskellig pris.

i 1.000 kr.	Anlæg	Drift pr. år
Udgave A	12.400	310
Udgave B	14.900	275
Udgave C	18.200	240

Administrationen har lagt vægt på:

- prisen for en almindelig husstand
- hvor hurtigt huse uden for byen kan komme med
- at vejene kun skal graves op en gang

## Økonomi

Udgiften til høringen holdes inden for udvalgets ramme.

## Bilag

Bilag 1: Varmeplan for Nordbyen

Bilag 2: Beregninger af pris

# Punkt 23: Orientering om klager over affald 2024

09.00.00-K00-12-24

## Indstilling

Administrationen indstiller, at udvalget tager orienteringen til efterretning.

## Beslutning

Klima- og Energiudvalget, 13.05.2025

Til efterretning. Udvalget ønsker en ny status ved udgangen af 2025.

## Sagsfremstilling

Der er kommet færre klager end året før.

	2023	2024
Tømning	114 (76,5%)	96 (73,8%)
Genbrugsplads	35 (23,5%)	34 (26,2%)
I alt	149	130
`;
