/** What was typed into a field, without what the database cannot hold; lines end as they do elsewhere in the program. */
export const formText = (form: FormData, name: string): string =>
  String(form.get(name) ?? "")
    .replaceAll("\0", "")
    .replace(/\r\n?/g, "\n")
    .toWellFormed()
    .trim();
