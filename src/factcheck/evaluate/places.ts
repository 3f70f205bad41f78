import type { Random } from "./random.ts";

/** Invented municipalities. */
export const MUNICIPALITIES = [
  "Lyngrup",
  "Søndrup",
  "Hvedeby",
  "Klintholm",
  "Nørremark",
  "Fjordkøbing",
  "Tværsted",
  "Ellekær",
];
export const PLACES = ["Rådhuset, lokale 12", "Byrådssalen", "Mødelokale B, Rådhuset", "Kulturhuset, sal 2"];

const COMMITTEES = [
  "Social- og Sundhedsudvalget",
  "Teknik- og Miljøudvalget",
  "Børne- og Skoleudvalget",
  "Kultur- og Fritidsudvalget",
  "Økonomiudvalget",
  "Plan- og Boligudvalget",
];

export function committeeName(random: Random): string {
  return random.pick(COMMITTEES);
}
