import { heldBack } from "#archive/corrections/closed-text.ts";
import type { Correction, ItemAnchor } from "#archive/corrections/correction.ts";
import { type Corrected, correctReading, type Reading } from "#archive/corrections/correct-reading.ts";
import { municipalityName, slugOf } from "#archive/keys.ts";
import type { ImportSummary } from "#database/schema-import.ts";
import type { Minutes } from "#minutes/model.ts";
import { judge, trustCorrections } from "./confidence/judge.ts";
import type { Surroundings } from "./confidence/judge-header.ts";
import type { Judged } from "./confidence/judged.ts";

/** `closedText`: closed items whose words would become public. */
export type Understood = Corrected & { judged: Judged[]; summary: ImportSummary; closedText: ItemAnchor[] };

/** A reading with its corrections, how far each field is to be trusted, and whether it can go into this archive. */
export function understand(reading: Reading, corrections: Correction[], around: Surroundings): Understood {
  const corrected = correctReading(reading, corrections);
  const { minutes, read } = corrected;
  const judged = trustCorrections(judge(minutes, reading.extracted.text, around), corrections, read);
  const count = (level: Judged["level"]) => judged.filter((one) => one.level === level).length;
  const { committee, date, municipality } = minutes;
  const closedText = heldBack(corrected, corrections);
  const hindrance = hindranceOf(minutes, around.municipality) ?? (closedText.length > 0 ? "closed-text" : null);
  const items = minutes.items.length;
  const summary = {
    committee,
    date,
    items,
    doubtful: count("doubtful"),
    unsure: count("unsure"),
    hindrance,
    municipality,
  };
  return { ...corrected, judged, summary, closedText };
}

/** A document that says it is another municipality's stays out until somebody says that it was read wrong. */
function hindranceOf({ date, committee, municipality }: Minutes, own: string): ImportSummary["hindrance"] {
  if (municipality !== null && slugOf(municipalityName(municipality)) !== slugOf(municipalityName(own)))
    return "other-municipality";
  if (committee === null) return "no-committee";
  return date === null ? "no-date" : null;
}
