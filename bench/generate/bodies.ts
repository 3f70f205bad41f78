import { type Day, nthWeekday } from "./calendar.ts";
import { createRandom, seedOf } from "./random.ts";
import type { Field } from "./vocabulary.ts";

/** The layouts written, named after where they are seen: FirstAgenda as text or Markdown, and with KLE numbers. */
export type Layout = "plain" | "markdown" | "kle";
export type Municipality = { index: number; name: string; layout: Layout; bodies: readonly Body[] };
export type Body = { index: number; name: string; field: Field; kind: "committee" | "finance" | "council" };

/** No municipality has these names. */
const names = [
  "Birkelunde",
  "Egefjord",
  "Strandkær",
  "Vesterminde",
  "Møllebjerg",
  "Ravnsfjord",
  "Sandborg",
  "Klintlund",
  "Hedefjord",
  "Tornborg",
  "Kærfjord",
  "Lyngborg",
  "Askeminde",
  "Østerfjord",
  "Elleborg",
  "Havnlund",
];
const committeeNames: readonly (readonly [Field, readonly string[]])[] = [
  ["work", ["Arbejdsmarkedsudvalget", "Beskæftigelses- og Erhvervsudvalget", "Job- og Uddannelsesudvalget"]],
  ["schools", ["Børne- og Skoleudvalget", "Børne- og Familieudvalget", "Skole- og Dagtilbudsudvalget"]],
  ["care", ["Social- og Sundhedsudvalget", "Ældre- og Omsorgsudvalget", "Velfærds- og Sundhedsudvalget"]],
  ["environment", ["Teknik- og Miljøudvalget", "Klima- og Planudvalget", "By- og Naturudvalget"]],
];
const layouts: readonly Layout[] = ["plain", "markdown", "plain", "kle", "markdown"];

export const bodiesPerMunicipality = committeeNames.length + 2;
export const financeIndex = committeeNames.length;
export const councilIndex = committeeNames.length + 1;

const quarters = ["Nørre", "Sønder", "Vester", "Øster", "Gammel", "Store", "Lille"];

/** The municipalities 0-127, each with a name of its own; from the seventeenth on it has two parts. */
export function municipalityAt(index: number): Municipality {
  const name = names[index % names.length] as string;
  const round = Math.floor(index / names.length);
  const committees = committeeNames.map(([field, choices], at): Body => {
    const choice = createRandom(seedOf(11, index, at)).pick(choices);
    return { index: at, name: choice, field, kind: "committee" };
  });
  return {
    index,
    name: round === 0 ? name : `${quarters[(round - 1) % quarters.length]}-${name}`,
    layout: layouts[index % layouts.length] as Layout,
    bodies: [
      ...committees,
      { index: financeIndex, name: "Økonomiudvalget", field: "finance", kind: "finance" },
      { index: councilIndex, name: "Byrådet", field: "finance", kind: "council" },
    ],
  };
}

/** Committees meet in the first two weeks, the finance committee in the third and the council in the fourth. */
export function meetingDay(municipality: number, body: Body, year: number, month: number): Day {
  if (body.kind === "finance") return nthWeekday(year, month, 1, 3);
  if (body.kind === "council") return nthWeekday(year, month, 2, 4);
  const random = createRandom(seedOf(13, municipality, body.index));
  return nthWeekday(year, month, random.between(1, 4), random.between(1, 2));
}

/** No ordinary meetings are held in July. */
export const meetingMonths: readonly number[] = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12];
