import { typedText } from "#web/typed-text.ts";

/** What was typed into a field, without what the database cannot hold; lines end as they do elsewhere in the program. */
export const formText = (form: FormData, name: string): string => typedText(form.get(name));
