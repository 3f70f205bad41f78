/**
 * What was typed into a field of a form, without what the database cannot hold; lines end as they do elsewhere in the
 * program. Empty for a field that was not sent, and for a file.
 */
export const typedText = (value: FormDataEntryValue | null): string =>
  (typeof value === "string" ? value : "").replaceAll("\0", "").replace(/\r\n?/g, "\n").toWellFormed().trim();
