import { personKey } from "../keys.ts";

export type KnownPerson = { id: number; name: string; slug: string };

/**
 * The one known person whom an abbreviated name can only mean, in either direction: "Gerda B. Holm" and "Gerda Birk
 * Holm". The same number of names, first and last alike, and an initial only where the other has a name that begins
 * with it. Null when there is none, and when there are two: persons are only merged when it is certain.
 */
export function findAbbreviated(name: string, known: Iterable<KnownPerson>): KnownPerson | null {
  const words = personKey(name).split(" ");
  let found: KnownPerson | null = null;
  for (const person of known) {
    if (!isAbbreviation(words, personKey(person.name).split(" "))) continue;
    if (found) return null;
    found = person;
  }
  return found;
}

function isAbbreviation(left: string[], right: string[]): boolean {
  if (left.length !== right.length || left.length < 3) return false;
  if (left[0] !== right[0] || left.at(-1) !== right.at(-1)) return false;
  return left.every((word, index) => {
    const other = right[index] as string;
    return (
      word === other || (word.length === 1 && other.startsWith(word)) || (other.length === 1 && word.startsWith(other))
    );
  });
}

/** The one that says more. */
export function fullerName(left: string, right: string): string {
  return right.length > left.length ? right : left;
}
