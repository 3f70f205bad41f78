import { readMinutes } from "#minutes/read-minutes.ts";
import type { Finding, Known } from "../model.ts";
import { type Reading, readSource } from "../reading.ts";
import { checkStructure } from "./check-structure.ts";

/** A text read as minutes and read for the checks. */
export function aReading(text: string, file = "referat.txt"): Reading {
  const format = file.endsWith(".md") ? "markdown" : "text";
  const minutes = readMinutes({ format, text, pages: null, warnings: [] }, { file, sha256: "" });
  return readSource({ file, text, minutes });
}

/** What the checks of structure say about a text: "error weekday: onsdag den 14. maj 2024", with `ok` left out. */
export function complaints(text: string, options: { file?: string; known?: Known } = {}): string[] {
  return checkStructure([aReading(text, options.file)], options.known ?? {})
    .filter(({ verdict }) => verdict !== "ok")
    .map(complaint);
}

/** A finding in short. */
export function complaint({ verdict, check, claim }: Finding): string {
  return `${verdict} ${check}: ${claim}`;
}

/** What holds in a text. */
export function confirmed(text: string): string[] {
  return checkStructure([aReading(text)], {})
    .filter(({ verdict }) => verdict === "ok")
    .map(({ check, claim }) => `${check}: ${claim}`);
}

/** Minutes of an invented committee that hold in every way; `change` makes one slip in them. */
export function soundMinutes(change: (text: string) => string = (text) => text): string {
  return change(SOUND);
}

const SOUND = `REFERAT Fritids- og Landdistriktsudvalget 2022-2025 d. 14-05-2024

Mødedato Tirsdag d. 14. maj 2024 kl. 13:00

Mødested Mødelokale 2, Torvegade 1

Mødedeltagere Lone Havrekær, Aylin Demirkol, Henning Dybvad (Afbud), Jeppe Storkholm, Rasmus Lindegård, Camilla Tøndervig, Dorte Klintebjerg

Indholdsfortegnelse

Godkendelse af dagsorden.....\t3
Beslutning om fælles haller i Nordbyen.....\t5
Orientering om stier langs Lillesøen.....\t8
Meddelelser til orientering.....\t11
Underskriftsark.....\t12

Punkt 36: Godkendelse af dagsorden

36. Godkendelse af dagsorden

Beslutning

Fritids- og Landdistriktsudvalget, 14.05.2024

Fraværende: Henning Dybvad (V)

Godkendt.

Punkt 37: Beslutning om fælles haller i Nordbyen

24-000412

Bilag

Oversigt over haller
Høringssvar fra idrætsrådet
Tegninger af Nordhallen

37. Beslutning om fælles haller i Nordbyen

Resumé

Politisk behandling

Fritids- og Landdistriktsudvalget (anbefaler punkt 1, godkender punkt 2 og 3), 14.05.2024

Økonomiudvalget (anbefaler), 20.06.2024

Byrådet (godkender), 25.06.2024

Udvalget skal tage stilling til brugen af hallerne i Nordbyen.

Indstilling

Administrationen indstiller, at udvalget

1. anbefaler Byrådet at bygge en ny hal i Nordbyen,
2. godkender fordelingen af timer,
3. godkender taksterne.

Beslutning

Fritids- og Landdistriktsudvalget, 14.05.2024

Fraværende: Henning Dybvad (V)

Ad. 1: Anbefales.

Ad. 2: Godkendt.

Ad. 3: Godkendt.

Sagsfremstilling

Udvalget behandlede sagen onsdag den 10. april 2024 (sag 30). Nordhallen har været lukket siden 2. januar.

Bilag

Oversigt over haller
Høringssvar fra idrætsrådet
Tegninger af Nordhallen

Punkt 38: Orientering om stier langs Lillesøen

24-000977

Bilag

Kort over stierne

38. Orientering om stier langs Lillesøen

Resumé

Politisk behandling

Fritids- og Landdistriktsudvalget (til efterretning), 14.05.2024

Udvalget orienteres om stierne.

Indstilling

Administrationen indstiller, at udvalget tager orienteringen til efterretning.

Beslutning

Fritids- og Landdistriktsudvalget, 14.05.2024

Fraværende: Henning Dybvad (V)

Til efterretning.

Sagsfremstilling

Stierne er i alt 12 km.

Bilag

Kort over stierne

Punkt 39: Meddelelser til orientering

39. Meddelelser til orientering

Beslutning

Fritids- og Landdistriktsudvalget, 14.05.2024

Fraværende: Henning Dybvad (V)

1. Til efterretning.
2. Til efterretning.

Sagsfremstilling

1. Orientering om sommerens stævner.
2. Status på natursti ved Engholm.

Punkt 40: Underskriftsark

40. Underskriftsark

Beslutning

Fritids- og Landdistriktsudvalget, 14.05.2024

Fraværende: Henning Dybvad (V)

Godkendt.
`;
