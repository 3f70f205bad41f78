/** What a decision can come to, for a form to choose from. */
export const outcomes = [
  "approved",
  "noted",
  "discussed",
  "recommended",
  "postponed",
  "rejected",
  "referred",
  "withdrawn",
  "other",
] as const;
