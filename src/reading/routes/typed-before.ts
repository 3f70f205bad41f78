/*
 * What a person types into the page that the server made, before scripts have taken it over. React does not hear of it, and
 * on a slow device that is a second or more: it is heard of here, from when scripts are read until the page is theirs.
 */

const typed = new Map<string, string>();
const hear = ({ target }: Event) => {
  if (target instanceof HTMLTextAreaElement) typed.set(target.id, target.value);
};
if (typeof document !== "undefined") document.addEventListener("input", hear, true);

/** What has been typed into the field so far, also before this was read. Null on the server. */
export function typedBefore(id: string): string | null {
  if (typeof document === "undefined") return null;
  const field = document.getElementById(id);
  return typed.get(id) ?? (field instanceof HTMLTextAreaElement ? field.value : null);
}

/** What was typed last while the page was being taken over; undefined for nothing. To be asked when the field is React's. */
export function typedMeanwhile(id: string): string | undefined {
  // Of the other fields of the page too, which become React's in the same moment.
  setTimeout(() => {
    document.removeEventListener("input", hear, true);
    typed.clear();
  });
  return typed.get(id);
}
