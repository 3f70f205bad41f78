import type { Translated } from "../../web/language.ts";

const da = {
  title: "Lukkede punkter med tekst",
  lead: "Det, der er i arkivet, kan alle læse. Disse punkter er lukkede, og dokumentet har mere om dem end titel og beslutning:",
  advice:
    "Er det en intern udgave, så smid filen væk, og send den, der er offentliggjort. Er et punkt ikke lukket, så ret det nedenfor.",
  tick: "Teksten i punkterne er offentliggjort",
  save: "Gem, at teksten er offentlig",
  mustTick: "Sæt kryds, hvis teksten i de lukkede punkter er offentliggjort. Ellers kan filen ikke lægges i arkivet.",
};

const en: typeof da = {
  title: "Closed items with text",
  lead: "What is in the archive everybody can read. These items are closed, and the document has more of them than title and decision:",
  advice:
    "If this is an internal version, throw the file away and send the published one. If an item is not closed, correct it below.",
  tick: "The text of the items is published",
  save: "Save that the text is public",
  mustTick: "Tick the box if the text of the closed items is published. Otherwise the file cannot go into the archive.",
};

export const closedTextMessages: Translated<typeof da> = { da, en };
