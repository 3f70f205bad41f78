/** A form that was refused, shown so that nothing that was written is lost. `gone`: the page is not there, or not for them. */
export type WrittenForm = { writtenForm: string[]; why: "gone" | "too-often" };

/** What is shorter is a choice or a number and no words of one's own. */
const WORDS = 12;

/** Fields that are never shown, whoever looks over a shoulder. */
const SECRET = /password|adgangskode|^current$/i;

/** What somebody wrote in a form, of all that it sends. */
export const ownWords = (form: Iterable<[name: string, value: unknown]>): string[] =>
  [...form].flatMap(([name, value]) =>
    typeof value === "string" && value.length > WORDS && !SECRET.test(name) ? value : [],
  );

export function isWrittenForm(value: unknown): value is WrittenForm {
  return typeof value === "object" && value !== null && "writtenForm" in value;
}

/** The words in a form; none where files or a script's data were sent. The form can still be read afterwards. */
export async function wordsIn(request: Request): Promise<string[]> {
  if (!request.headers.get("Content-Type")?.startsWith("application/x-www-form-urlencoded")) return [];
  return ownWords(await request.clone().formData());
}
